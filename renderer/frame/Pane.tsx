/** The left pane: the source switcher, the entries, and at the foot help and settings. */
import { memo, type ReactNode } from 'react'
import type { Badge } from '../view/badges.ts'
import { useWords } from '../text/words-context.ts'
import { footIds, viewIcons, viewIds, viewNames, type ViewId } from '../view/view-ids.ts'

interface Props {
  readonly view: ViewId
  readonly onView: (view: ViewId) => void
  readonly badges: Partial<Record<ViewId, Badge>>
  /** In a window so narrow that the pane is a menu. */
  readonly isOpen: boolean
  readonly children: ReactNode
}

export const Pane = memo(function Pane({ view, onView, badges, isOpen, children }: Props) {
  const { t } = useWords()
  const entry = (id: ViewId) => {
    const Icon = viewIcons[id]
    const badge = badges[id]
    return (
      <li key={id}>
        <button
          type="button"
          className="entry"
          aria-current={id === view ? 'page' : undefined}
          aria-keyshortcuts={`Control+${viewIds.indexOf(id) + 1}`}
          onClick={() => {
            onView(id)
          }}
        >
          <Icon aria-hidden />
          <span className="word">{t(viewNames[id])}</span>
          {badge !== undefined && (
            <>
              <span className={`badge ${badge.severity}`} aria-hidden>
                {badge.count}
              </span>
              <span className="spoken-only">
                {`, ${t(`frame.badge.${badge.severity}`, { count: badge.count })}`}
              </span>
            </>
          )}
        </button>
      </li>
    )
  }
  const isFoot = (id: ViewId) => (footIds as readonly ViewId[]).includes(id)
  return (
    <nav id="pane" className="pane" data-open={isOpen} aria-label={t('window.nav.label')}>
      {children}
      <ul>{viewIds.filter((id) => !isFoot(id)).map(entry)}</ul>
      <ul className="foot">{footIds.map(entry)}</ul>
    </nav>
  )
})
