/** What somebody was looking into, in a text report. */
import { walkWords } from '../../text/walk-words.ts'
import { label } from '../../text/label.ts'
import { sourceLines } from '../../text/step-sources.ts'
import { shortText } from '../../text/visible-text.ts'
import type { Words } from '../../text/words.ts'
import type { Report } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'

const longest = 2_000

export function describeWalk({ diagnosis }: Report, words: Words): string[] {
  if (diagnosis === undefined) return []
  const { title, cause, next, steps, sources } = walkWords(words, diagnosis)
  const open = sourceLines(
    words,
    sources.filter(({ isOpen }) => isOpen),
  )
  const about = [...(cause === null ? [] : [cause]), ...next]
  return [
    '',
    '',
    `${label(words, words.t('doctor.title'))} ${title}`,
    ...about.map((text) => wrapText(shortText(text, longest), '  ')),
    ...steps.map(({ sign, text }) =>
      wrapText(`${sign} ${shortText(text, longest)}`, '  ', '      '),
    ),
    ...(open.length === 0 ? [] : ['', `  ${label(words, words.t('window.details.sources'))}`]),
    ...open.map((line) => wrapText(shortText(line, longest), '  ', '      ')),
  ]
}
