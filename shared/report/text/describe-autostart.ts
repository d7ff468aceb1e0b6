/** Start-up entries in a text report. */
import { autostartReason, elsewhereWords, entryWords } from '../../text/autostart-words.ts'
import { label } from '../../text/label.ts'
import type { Words } from '../../text/texts.ts'
import { shortText, visibleText } from '../../text/visible-text.ts'
import { dayIn } from '../convert/report-of-autostart.ts'
import type { Report } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'

export type ReportAutostart = NonNullable<Report['autostart']>[number]

export interface SortedAutostart {
  /** Where nothing is known about any of them: the reason that they share. */
  readonly commonReason: string | undefined
  /** Those with something to say. */
  readonly told: readonly ReportAutostart[]
  /** Those without an entry, which one line can name. */
  readonly none: readonly ReportAutostart[]
}

export function sortAutostart({ autostart = [] }: Pick<Report, 'autostart'>): SortedAutostart {
  const [first] = autostart
  const isCommon =
    first?.state === 'cannot-tell' &&
    autostart.every(
      ({ state, reason, entries }) =>
        state === 'cannot-tell' && reason === first.reason && entries.length === 0,
    )
  const isNone = ({ state, entries }: ReportAutostart) => state === 'none' && entries.length === 0
  return {
    commonReason: isCommon ? (first.reason ?? 'not-checked') : undefined,
    told: autostart.filter((one) => !isNone(one)),
    none: autostart.filter(isNone),
  }
}

export function imageNamesIn({ processes }: Report): (processId: string) => string {
  const names = new Map(processes.map(({ id, imageName }) => [id, imageName]))
  return (processId) => names.get(processId) ?? processId
}

/** Empty when the report says nothing about it. */
export function describeAutostart(report: Report, words: Words): string[] {
  const { t } = words
  const { commonReason, told, none } = sortAutostart(report)
  if (told.length + none.length === 0) return []
  const lines = ['', '', t('autostart.title'), wrapText(t('autostart.hint')), '']
  if (commonReason !== undefined) {
    const reason = autostartReason(words, commonReason)
    return [...lines, wrapText(t('autostart.unknownForAll', { reason }), '  ')]
  }
  const imageNameOf = imageNamesIn(report)
  const nameOf = (processId: string) => shortText(imageNameOf(processId))
  const day = dayIn(words)
  for (const { processId, text, entries } of told) {
    lines.push(wrapText(`${label(words, nameOf(processId))} ${visibleText(text)}`, '  ', '    '))
    for (const entry of entries) {
      lines.push(
        wrapText(`- ${entryWords(words, entry, day, entries.length === 1)}`, '    ', '      '),
      )
      if (entry.place === 'elsewhere') lines.push(wrapText(elsewhereWords(words, entry), '      '))
    }
  }
  if (none.length > 0) {
    const names = none.map(({ processId }) => nameOf(processId)).join(', ')
    lines.push(wrapText(t('autostart.noneFor', { names }), '  ', '    '))
  }
  return lines
}
