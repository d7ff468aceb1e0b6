/**
 * What every list of every tool comes to, row by row, and so do single lines of every kind: kept as a file, so that a
 * change of the reader shows where it is felt. `npx vitest run -u` accepts one that is wanted.
 */
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import type { LineAnswer, PastedRow } from '../../../shared/catalogue/what-is.ts'
import { lineVerdict } from '../../../shared/search/line-verdict.ts'
import { createTriage } from '../../../shared/search/triage.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import lines from '../../fixtures/single-lines.json' with { type: 'json' }
import toolLists from '../../fixtures/tool-lists.json' with { type: 'json' }

/** Whole, because mutation runs this file from another one. */
const keptForms = join(import.meta.dirname, '../../fixtures/forms')
const catalogue = readCatalogue()
const languages = supportedLanguages.map(wordsIn)
const triage = createTriage(catalogue, languages)
const whatIs = createWhatIs(catalogue, languages)
const en = wordsIn('en')
const running = listing([
  ...[listed(4312, 'AppleMobileDeviceService.exe'), listed(7, 'svchost.exe'), listed(12, '4711')],
  ...[listed(9, 'iTunesHelper.exe'), listed(10, 'notepad.exe'), listed(11, 'mDNSResponder.exe')],
  listed(13, 'PrinterWizard.exe'),
])

beforeAll(() => readyToCompare(['é']))

const short = (line: string) => JSON.stringify(line.slice(0, 60)).slice(1, -1)

/** In one line, without what is empty. */
function told(answer: LineAnswer): string {
  const { name, suggestions, lookAlike, errors, running: found } = answer
  const id = answer.entryId ?? answer.otherId
  return [
    lineVerdict(answer),
    name === '' ? '' : `‹${short(name)}›`,
    id === null ? '' : `${id} by ${String(answer.namedBy)}`,
    suggestions.map(({ entryId, why }) => `~${entryId} (${why})`).join(' '),
    lookAlike === null ? '' : `like ${lookAlike.resembles}: ${lookAlike.why}`,
    errors.map(({ row }) => `error ${row.id}`).join(' '),
    (found ?? []).map(({ pid }) => `pid ${pid}`).join(' '),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

const toldRow = ({ line, imageName, knows, answer }: PastedRow) =>
  `${short(line)} → ${imageName ?? '-'}, ${knows}; ${told(answer)}`

test('of every tool’s list, as it is and with its lines joined by a field of one line', async () => {
  const found: string[] = []
  for (const { tool, text } of toolLists) {
    const { rows, leftOut } = await triage(text, en)
    expect(leftOut).toBe(0)
    const named = rows.flatMap(({ imageName, knows }) =>
      imageName === null ? [] : [imageName, knows],
    )
    const joined = await triage(text.replaceAll(/\s*\n/g, ' '), en)
    const names = joined.rows.map(({ imageName }) => imageName ?? '-').join(' ')
    found.push(`# ${tool}: ${String(named.length / 2)}`, ...rows.map(toldRow), `= ${names}`, '')
  }
  await expect(found.join('\n')).toMatchFileSnapshot(join(keptForms, 'pasted-lists.txt'))
})

test('of single lines of every kind', async () => {
  const found = lines.flatMap(({ kind, lines: some }) => [
    `# ${kind}`,
    ...some.flatMap((line) => {
      const { lines: answers, ...top } = whatIs(line, en, running)
      if (answers.length === 1) return [`${short(line)} → ${told(top)}`]
      return [`${short(line)} → ${answers.length}:`, ...answers.map((one) => `  ${told(one)}`)]
    }),
    '',
  ])
  await expect(found.join('\n')).toMatchFileSnapshot(join(keptForms, 'single-lines.txt'))
})
