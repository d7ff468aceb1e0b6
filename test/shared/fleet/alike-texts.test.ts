/** Texts that are compared with an earlier one come to what they would come to if each were parsed. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder } from '../../../shared/catalogue/look-alike.ts'
import { createCollector } from '../../../shared/fleet/collect.ts'
import { generatePc, recordOf } from '../../fleet/generate.ts'

const catalogue = readCatalogue()
const lookAlikes = createLookAlikeFinder(catalogue.processes)
const place = (at: number) => ({ file: 0, at, name: 'x.log', stem: 'x' })
const collector = () =>
  createCollector({ catalogue, lookAlikes, nowMs: Date.parse('2026-12-27T10:00:00.000Z') })

beforeAll(() => readyToCompare(['é']))

/** Whether each text alone is JSON, and the fleet of all: read as texts, and parsed one by one. */
function both(texts: readonly string[]) {
  const [asTexts, parsed] = [collector(), collector()]
  texts.forEach((text, at) => {
    if (asTexts.addText(text, place(at + 1)) === undefined) {
      asTexts.addProblem('x.log', 'broken', String(at + 1))
    }
    try {
      parsed.add(JSON.parse(text), place(at + 1))
    } catch {
      parsed.addProblem('x.log', 'broken', String(at + 1))
    }
  })
  return [asTexts.finish(), parsed.finish()] as const
}

test.each(['lines', 'rows', 'snapshots'] as const)('500 random PCs as %s', (kind) => {
  const texts = Array.from({ length: 500 }, (_, index) =>
    recordOf(kind, generatePc(index, { seed: 3, sickShare: 0.4 })),
  )
  const [asTexts, parsed] = both(texts)
  expect(asTexts.pcs).toHaveLength(500)
  expect(asTexts).toEqual(parsed)
})

describe.each(['lines', 'rows'] as const)('%s of other shapes after one that is known', (kind) => {
  const [pc, other] = [0, 0].map((_, at) => recordOf(kind, generatePc(1 + at, { sickShare: 0 })))
  const known = pc ?? ''
  const name = /PC-\d{6}/g
  test.each<readonly [string, string]>([
    ['another PC', known.replace(name, 'LAPTOP-OF-SOMEBODY-17')],
    ['a name with an escape', known.replace(name, 'A\\u0042\\\\C')],
    ['a name with a quote', known.replace(name, 'A\\"B')],
    ['no name', known.replace(name, '')],
    ['one of two names is empty', known.replace('PC-', '').replace(/"\d{6}"/, '""')],
    ['a name with a control character', known.replace(name, 'A\u0001B')],
    ['a name of another alphabet', known.replace(name, 'Büro-ПК-工')],
    ['a name that does not end', known.replace(/(PC-\d{6})"/, '$1')],
    ['a name in lower case', known.replace(name, 'laptop-of-somebody-17')],
    ['a very long name', known.replace(name, 'n'.repeat(2000))],
    ['a name that looks like a key', known.replace(name, '\\"at\\":\\"1')],
    ['no time', known.replace(/"at":"[^"]*"/, '"at":""').replace(/"unixTime":\d+/, '"unixTime":0')],
    ['a time of words', known.replace(/"at":"[^"]*"/, '"at":"yesterday"')],
    ['a time that is no text', known.replace(/"at":"[^"]*"/, '"at":1795000000')],
    ['a time with a fraction', known.replace(/"unixTime":\d+/, '"unixTime":1795000000.5')],
    ['a time with a zero in front', known.replace(/"unixTime":(\d+)/, '"unixTime":0$1')],
    ['a time of 2099', known.replace(/17\d{8}/g, '4102444800').replace(/2026-\d\d/, '2099-01')],
    ['the same key twice', known.replace('"at":', '"at":"1795000001","at":')],
    ['blanks between', known.replaceAll('":', '": ')],
    ['cut', known.slice(0, -30)],
    ['more behind it', `${known}}`],
    ['one letter of the facts is another', known.replace('iTunes', 'iTunez')],
    ['other facts', other ?? ''],
  ])('%s', (_, text) => {
    const [asTexts, parsed] = both([known, known.replace(name, 'PC-SECOND'), text, text, known])
    expect(asTexts).toEqual(parsed)
  })
})

test('a name of decorations comes before the identifier, also where the first PC had none', () => {
  const record = (host: string, decorated: string) =>
    recordOf('rows', generatePc(1))
      .replace(/"computer":"[^"]*",/, '')
      .replace(/"hostIdentifier":"[^"]*"/, `"hostIdentifier":"${host}"`)
      .replace('"epoch"', `"decorations":{"hostname":"${decorated}"},"epoch"`)
  const [asTexts, parsed] = both([record('A1', ''), record('B2', 'PC-B'), record('C3', 'PC-C')])
  expect(asTexts).toEqual(parsed)
  expect(asTexts.pcs.map((one) => one.name)).toEqual(['A1', 'PC-B', 'PC-C'])
})
