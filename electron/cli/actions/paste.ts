/** A pasted list: one row for each program that it names, with what the list knows of it. Never more than the list can know. */
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createTriage } from '../../../shared/search/triage.ts'
import { linesWithoutPeople } from '../../../shared/report/redact/lines-without-people.ts'
import { shownJson } from '../../../shared/report/convert/to-json.ts'
import { wrapText } from '../../../shared/report/text/wrap-text.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { triageWords } from '../../../shared/text/triage-words.ts'
import type { Action } from '../context.ts'
import { isRedacted } from '../arguments.ts'
import { readAsked } from '../explain.ts'
import { writeOut } from '../write-out.ts'

export const paste: Action = async (run) => {
  const { request, words, context } = run
  const noInput = () => Promise.resolve(new Uint8Array())
  const read = await readAsked(
    { explain: [], explainFiles: [request.paste ?? '-'] },
    words,
    context.stdin ?? noInput,
  )
  if (!read.ok) {
    await context.stderr(read.failure)
    return 3
  }
  const catalogue = readCatalogue()
  const text = read.value.join('\n')
  await readyToCompare([text])
  const triage = createTriage(catalogue, supportedLanguages.map(wordsIn))
  const { rows: found, leftOut } = await triage(text, words)
  const lines = found.map(({ line }) => line)
  const told = isRedacted(request) ? linesWithoutPeople(lines) : lines
  const rows = found.map((row, at) => ({ ...row, line: told[at] ?? '' }))
  const content =
    request.format === 'json'
      ? shownJson(
          {
            rows: rows.map(({ line, imageName, id, knows }) => ({ line, imageName, id, knows })),
            leftOut,
          },
          2,
        )
      : `${triageWords(words, { rows, leftOut }, catalogue)
          .map((line) => wrapText(line, '', '  '))
          .join('\n')}\n`
  return writeOut(content, run, rows.some(({ answer }) => answer.lookAlike !== null) ? 1 : 0)
}
