/** The title bar: the program's name, once, and the one search. */
import { Navigation20Regular } from '@fluentui/react-icons'
import { memo, type ReactNode } from 'react'
import { useWords } from '../text/words-context.ts'
import { AppMark } from './AppMark.tsx'

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
