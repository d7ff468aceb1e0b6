/** What a screen reader hears when something changes. One short sentence, politely, and nothing when nothing did. */
import { memo } from 'react'
import type { Change } from '../inspection/changes.ts'
import type { News } from '../inspection/inspection-state.ts'
import { type LookFailure, failureWords } from '../text/failure-words.ts'
import { useWords } from '../text/words-context.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'

/** More changes at once than this are told as a number. */
const mostNamed = 3

function changeWords({ t }: Words, change: Change): string {
  const name = shortText(change.imageName)
  switch (change.kind) {
    case 'trust':
      return t('window.announce.trust', { name, trust: t(`window.trustSpoken.${change.trust}`) })
    case 'look-alike':
      return t('window.announce.look-alike', { name, resembles: change.resembles })
    case 'started':
    case 'ended':
    case 'unsure':
    case 'instances':
      return t(`window.announce.${change.kind}`, { name, count: change.count })
  }
}

function newsWords(words: Words, news: News, failure: LookFailure | undefined): string {
  const { t } = words
  if (news.turn === 'failed' && failure !== undefined) {
    return t('window.announce.failed', { reason: failureWords(words, failure).title })
  }
  const { changes } = news
  const told =
    changes.length > mostNamed
      ? [t('window.announce.many', { count: changes.length })]
      : changes.map((change) => changeWords(words, change))
  if (news.turn === 'recovered') told.unshift(t('window.announce.recovered'))
  return told.join('. ')
}

interface Props {
  readonly news: News
  readonly failure: LookFailure | undefined
}

export const LiveRegion = memo(function LiveRegion({ news, failure }: Props) {
  const words = useWords()
  return (
    <div className="spoken-only" role="status">
      {newsWords(words, news, failure)}
    </div>
  )
})
