/** The title bar: the program's name, once, and the one search. */
import { Navigation20Regular } from '@fluentui/react-icons'
import { memo, type ReactNode } from 'react'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly isPaneOpen: boolean
  readonly onPane: () => void
  readonly children: ReactNode
}

export const TitleBar = memo(function TitleBar({ isPaneOpen, onPane, children }: Props) {
  const { t } = useWords()
  return (
    <header className="title-bar">
      <button
        type="button"
        className="icon-button menu-toggle"
        aria-label={t('frame.menu')}
        aria-expanded={isPaneOpen}
        aria-controls="pane"
        onClick={onPane}
      >
        <Navigation20Regular aria-hidden />
      </button>
      <p className="app-name">
        <AppMark />
        <span>{t('app.name')}</span>
      </p>
      <div className="search-place">{children}</div>
    </header>
  )
})

/** The program's own sign. A looking glass that finds all well; no maker's artwork. */
function AppMark() {
  return (
    <svg className="app-mark" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="9" cy="9" r="6" />
      <path d="M13.5 13.5 18 18M6.5 9l2 2 3.5-4" />
    </svg>
  )
}
