/** The words of what changed between two reports. */
import { label } from '../../text/label.ts'
import { shortText } from '../../text/visible-text.ts'
import type { TextKey, Words } from '../../text/words.ts'
import type { Report } from '../schema/report-schema.ts'
import type { Change, ChangeKind } from './compare-reports.ts'

/** One difference, in words. */
export interface ComparedRow {
  readonly kind: ChangeKind
  readonly subject: string
  readonly path: string | null
  readonly before: string
  readonly after: string
}

/** For a table: the same values as in the sentence. */
export function changeParts(
  words: Words,
  change: Change,
  before: Report,
  after: Report,
): ComparedRow {
  const { kind, subject, path } = change
  const said = (value: string | null, report: Report) =>
    value === null ? '' : shortText(valueWords(words, change, value, report))
  return {
    kind,
    subject: shortText(subject, 120),
    path: path === null ? null : shortText(path),
    before: said(change.before, before),
    after: said(change.after, after),
  }
}

/** `iTunesHelper.exe: version 12.12 → 12.13`. */
export function changeWords(words: Words, change: Change, before: Report, after: Report): string {
  const { kind, subject, path } = change
  const { t } = words
  const said = (value: string | null, report: Report) =>
    value === null ? t('compare.nothing') : shortText(valueWords(words, change, value, report))
  const title = label(words, shortText(subject, 120))
  const where = path === null || kind === 'path' ? '' : ` (${shortText(path)})`
  if (kind === 'started' || kind === 'ended') return `${title} ${t(`compare.kind.${kind}`)}${where}`
  const values = { before: said(change.before, before), after: said(change.after, after) }
  return `${title} ${t(`compare.kind.${kind}`)}: ${t('compare.fromTo', values)}${where}`
}

function valueWords(words: Words, change: Change, value: string, report: Report): string {
  const { kind, subject } = change
  const maybe = (key: string) => (words.has(key) ? words.t(key satisfies TextKey) : value)
  if (kind === 'verdict' || kind === 'started' || kind === 'ended') return maybe(`trust.${value}`)
  if (kind === 'signer' && value === 'none') return words.t('compare.unsigned')
  if (kind === 'autostart') return maybe(`compare.autostart.${value}`)
  if (kind === 'finding') {
    return (
      report.findings.find((one) => one.code === value && one.subject === subject)?.text ?? value
    )
  }
  if (kind !== 'service') return value
  return value
    .split(' ')
    .map((word, at) =>
      at === 0
        ? maybeOf(words, [`services.state.${word}`, `compare.service.${word}`], word)
        : maybeOf(words, [`report.html.startTypes.${word}`], word),
    )
    .join(', ')
}

function maybeOf(words: Words, keys: readonly string[], word: string): string {
  const key = keys.find((one) => words.has(one))
  return key === undefined ? word : words.t(key)
}
