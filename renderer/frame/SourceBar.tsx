/** The bar over a source that is not live: whose facts these are, from when, and that nothing was checked on this PC. */
import { DocumentSearch20Regular } from '@fluentui/react-icons'
import { useWords } from '../text/words-context.ts'
import type { SourceChoice } from '../view/sources.ts'
import { sourceName, takenAt } from '../view/source-words.ts'
import { thisPc } from '../view/sources.ts'

export function SourceBar({ sources }: { readonly sources: SourceChoice }) {
  const words = useWords()
  const { t } = words
  const { chosen } = sources
  if (chosen.kind === 'this-pc') return null
  const time = chosen.takenAtUtc === undefined ? '' : takenAt(words, chosen.takenAtUtc)
  const name = sourceName(words, chosen)
  return (
    <aside className="source-bar" aria-label={t('frame.source.label')}>
      <DocumentSearch20Regular aria-hidden />
      <p>
        {t(`frame.source.bar.${chosen.kind}`)} <b>{time === '' ? name : `${name}, ${time}`}</b>.{' '}
        {t('frame.source.nothingChecked')}
        {(chosen.notKnown ?? 0) > 0 && ` ${t('report.notKnown', { count: chosen.notKnown ?? 0 })}`}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          sources.choose(thisPc.id)
        }}
      >
        {t('frame.source.back')}
      </button>
    </aside>
  )
}
