/** What a source is called, and when it was taken. */
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import type { Source } from './sources.ts'

export function sourceName({ t }: Words, source: Source): string {
  if (source.kind === 'this-pc') return t('frame.source.thisPc')
  // Nobody gave it a name: its size and its moment tell one from another.
  if (source.kind === 'list' && source.name === '') {
    return t('triage.title', { count: source.list?.rows.length ?? 0 })
  }
  return shortText(source.name, 60)
}

/** Date and time of an opened source, as the language writes them. */
export function takenAt({ language }: Words, takenAtUtc: string): string {
  const time = new Date(takenAtUtc)
  if (Number.isNaN(time.getTime())) return ''
  return time.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
}
