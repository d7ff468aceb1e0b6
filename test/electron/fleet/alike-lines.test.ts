/** Lines that are compared with an earlier one come to what they would come to if each were parsed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAlikeLines } from '../../../electron/fleet/alike-lines.ts'
import { readFleetFile } from '../../../electron/fleet/read-file.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder } from '../../../shared/catalogue/look-alike.ts'
import { createCollector } from '../../../shared/fleet/collect.ts'
import { generatePc, recordOf } from '../../fleet/generate.ts'

const catalogue = readCatalogue()
const lookAlikes = createLookAlikeFinder(catalogue.processes)
const signal = new AbortController().signal

let folder: string
beforeAll(() => readyToCompare(['é']))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alike-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function read(path: string, isCompared: boolean) {
  const collector = createCollector({
    ...{ catalogue, lookAlikes },
    nowMs: Date.parse('2026-12-27T10:00:00.000Z'),
  })
  const alike = isCompared ? createAlikeLines() : null
  let compared = 0
  const find: typeof alike = alike && {
    ...alike,
    find: (...line) => {
      const found = alike.find(...line)
      if (found !== undefined) compared += 1
      return found
    },
  }
  await readFleetFile(
    { path, name: 'x.log', index: 0 },
    { collector, alike: find, signal, onBytes: () => {}, judgeReport: () => Promise.resolve() },
  )
  return { ...collector.finish(), compared }
}

/** The fleet of all lines: compared with earlier ones, and each parsed. */
async function both(texts: readonly string[]) {
  const path = join(folder, 'x.log')
  writeFileSync(path, `${texts.join('\n')}\n`)
  const { compared, ...asBytes } = await read(path, true)
  const { compared: none, ...parsed } = await read(path, false)
  expect(none).toBe(0)
  return { compared, asBytes, parsed }
}

test.each(['lines', 'rows', 'snapshots'] as const)('500 random PCs as %s', async (kind) => {
  const texts = Array.from({ length: 500 }, (_, index) =>
    recordOf(kind, generatePc(index, { seed: 3, sickShare: 0.4 })),
  )
  const { asBytes, parsed, compared } = await both(texts)
  expect(asBytes.pcs).toHaveLength(500)
  expect(asBytes).toEqual(parsed)
  // Snapshots of whole tables are not compared.
  if (kind !== 'snapshots') expect(compared).toBeGreaterThan(350)
})

describe.each(['lines', 'rows'] as const)('%s of other shapes after one that is known', (kind) => {
  const [pc, other] = [0, 0].map((_, at) => recordOf(kind, generatePc(1 + at, { sickShare: 0 })))
  const known = pc ?? ''
  const name = /PC-\d{6}/g
  const another = known.replace(name, 'PC-OTHER')
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
    [
      'no time',
      another.replace(/"at":"[^"]*"/, '"at":""').replace(/"unixTime":\d+/, '"unixTime":0'),
    ],
    ['a time of words', another.replace(/"at":"[^"]*"/, '"at":"yesterday"')],
    ['a time that is no text', another.replace(/"at":"[^"]*"/, '"at":1795000000')],
    ['a time with a fraction', another.replace(/"unixTime":\d+/, '"unixTime":1795000000.5')],
    ['a time with a zero in front', another.replace(/"unixTime":(\d+)/, '"unixTime":0$1')],
    ['a time of 2099', another.replace(/17\d{8}/g, '4102444800').replace(/2026-\d\d/, '2099-01')],
    ['the same key twice', another.replace('"at":', '"at":"1795000001","at":')],
    ['blanks between', known.replaceAll('":', '": ')],
    ['cut', known.slice(0, -30)],
    ['more behind it', `${known}}`],
    ['one letter of the facts is another', known.replace('iTunes', 'iTunez')],
    ['other facts', other ?? ''],
  ])('%s', async (_, text) => {
    const first = [known, known.replace(name, 'PC-SECOND'), known.replace(name, 'PC-THIRD')]
    const { asBytes, parsed, compared } = await both([...first, text, text, known])
    expect(asBytes).toEqual(parsed)
    expect(compared).toBeGreaterThanOrEqual(2)
  })
})

test('a name of decorations comes before the identifier, also where the first PC had none', async () => {
  const record = (host: string, decorated: string) =>
    recordOf('rows', generatePc(1))
      .replace(/"computer":"[^"]*",/, '')
      .replace(/"hostIdentifier":"[^"]*"/, `"hostIdentifier":"${host}"`)
      .replace('"epoch"', `"decorations":{"hostname":"${decorated}"},"epoch"`)
  const { asBytes, parsed } = await both(
    ['', '', 'PC-B', 'PC-C', 'PC-D', ''].map((name, at) => record(`A${at}`, name)),
  )
  expect(asBytes).toEqual(parsed)
  expect(asBytes.pcs.map((one) => one.name)).toEqual(['A0', 'A1', 'PC-B', 'PC-C', 'PC-D', 'A5'])
})
