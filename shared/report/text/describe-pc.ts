/** What this PC has, in a text report. */
import { label } from '../../text/label.ts'
import { pcWords } from '../../text/pc-words.ts'
import type { Words } from '../../text/texts.ts'
import type { Report } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'

/** Empty when the report says nothing about it. */
export function describePc({ pc }: Report, words: Words): string[] {
  const told = pcWords(words, pc)
  if (told === undefined) return []
  return [
    ...['', '', words.t('pc.title')],
    ...told.notes.map((note) => wrapText(note, '  ', '  ')),
    ...told.rows.map((row) =>
      wrapText(`${label(words, row.label)} ${row.parts.join(' · ')}`, '  - ', '    '),
    ),
  ]
}
