/** What is in the head besides the name: the search, and what steers the window as a whole. */
import { Button, makeStyles, SearchBox, Select } from '@fluentui/react-components'
import {
  ArrowClockwise20Regular,
  Keyboard20Regular,
  Pause20Regular,
  Play20Regular,
  Save20Regular,
} from '@fluentui/react-icons'
import { memo, type Ref } from 'react'
import { supportedLanguages, type Language } from '../../shared/text/languages.ts'
import { useWords } from '../text/words-context.ts'
import { narrow } from '../theme/layout.ts'

const useStyles = makeStyles({
  search: {
    width: '100%',
    maxWidth: 'none',
    [narrow]: { gridColumn: '1 / -1', gridRow: '2' },
  },
  tools: { display: 'flex', justifyContent: 'flex-end', gap: '4px' },
  language: { minWidth: '104px', [narrow]: { minWidth: '96px' } },
})

export interface HeaderControlsProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Enter or an arrow leads on from the search. */
  readonly onEnter: (where: 'row' | 'details') => void
  readonly searchRef: Ref<HTMLInputElement>
  readonly isPaused: boolean
  readonly onPause: () => void
  readonly onResume: () => void
  readonly onRefresh: () => void
  readonly onSave: () => void
  readonly onKeys: () => void
  readonly onLanguage: (language: Language) => void
}

export const HeaderControls = memo(function HeaderControls(props: HeaderControlsProps) {
  const { t, language } = useWords()
  const styles = useStyles()
  const { isPaused } = props
  return (
    <>
      <SearchBox
        className={styles.search}
        // Fluent's own type for this ref allows nothing; what it hands out is the input.
        ref={props.searchRef as Ref<never>}
        value={props.query}
        onChange={(_, { value }) => {
          props.onQuery(value)
        }}
        onKeyDown={(event) => {
          const isPlain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey
          // Enter on the sign that clears the search is that sign's own.
          if (!isPlain || !(event.target instanceof HTMLInputElement)) return
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
          event.preventDefault()
          props.onEnter(event.key === 'Enter' ? 'details' : 'row')
        }}
        placeholder={t('window.header.search')}
        aria-label={t('window.header.searchLabel')}
        aria-keyshortcuts="Control+F"
        dismiss={{ 'aria-label': t('window.header.clear') }}
        spellCheck={false}
        autoComplete="off"
      />
      <div className={styles.tools}>
        <Button
          appearance="subtle"
          icon={<ArrowClockwise20Regular />}
          aria-label={t('window.header.refresh')}
          aria-keyshortcuts="F5"
          title={`${t('window.header.refresh')} (F5)`}
          onClick={props.onRefresh}
        />
        <Button
          appearance="subtle"
          icon={<Save20Regular />}
          aria-label={t('window.save.action')}
          aria-keyshortcuts="Control+S"
          title={`${t('window.save.action')} (Ctrl+S)`}
          onClick={props.onSave}
        />
        <Button
          appearance="subtle"
          icon={isPaused ? <Play20Regular /> : <Pause20Regular />}
          aria-label={isPaused ? t('window.header.resume') : t('window.header.pause')}
          title={isPaused ? t('window.header.resume') : t('window.header.pause')}
          onClick={isPaused ? props.onResume : props.onPause}
        />
        <Button
          appearance="subtle"
          icon={<Keyboard20Regular />}
          aria-label={t('shortcuts.title')}
          aria-keyshortcuts="F1"
          aria-haspopup="dialog"
          title={`${t('shortcuts.title')} (F1)`}
          onClick={props.onKeys}
        />
        <Select
          className={styles.language}
          aria-label={t('window.header.language')}
          value={language}
          onChange={(_, { value }) => {
            const chosen = supportedLanguages.find((supported) => supported === value)
            if (chosen !== undefined) props.onLanguage(chosen)
          }}
        >
          {supportedLanguages.map((supported) => (
            <option key={supported} value={supported} lang={supported}>
              {t(`language.${supported}`)}
            </option>
          ))}
        </Select>
      </div>
    </>
  )
})
