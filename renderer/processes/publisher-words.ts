/** The words for a publisher. */
import type { Publisher } from '../../shared/judge/trust/publisher.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'

const longestName = 120

export function publisherWords(words: Words, publisher: Publisher): string {
  const { t } = words
  switch (publisher.kind) {
    case 'signed':
      return shortText(publisher.name, longestName)
    case 'claimed':
    case 'tampered': {
      const name = shortText(publisher.name, longestName) || t('processes.publisher.nameless')
      return t(`processes.publisher.${publisher.kind}`, { name })
    }
    case 'unknown':
      return t('window.details.unknown', { reason: reasonWords(words, publisher.reason) })
    case 'unsigned':
    case 'store':
    case 'system':
      return t(`processes.publisher.${publisher.kind}`)
  }
}

/** For a filter: whoever it is, whatever the words say about how sure that is. */
export function publisherKey(publisher: Publisher): string {
  return 'name' in publisher ? `${publisher.kind} ${publisher.name}` : publisher.kind
}
