/** How do header, warning, list and details stand together in the window? */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useMemo, useRef } from 'react'
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { InspectionControls } from '../inspection/use-inspection.ts'
import { AfterFirstPicture } from '../parts/AfterFirstPicture.tsx'
import { AppHeader } from '../parts/AppHeader.tsx'
import { DisableWarning } from '../parts/DisableWarning.tsx'
import { LiveRegion } from '../parts/LiveRegion.tsx'
import { Notice } from '../parts/Notice.tsx'
import { SearchState } from '../parts/SearchState.tsx'
import { useWords } from '../text/words-context.ts'
import { low, narrow } from '../theme/layout.ts'
import { About } from './About.tsx'
import { InspectionNews } from './InspectionNews.tsx'
import { ProcessDetails } from './ProcessDetails.tsx'
import { ProcessList } from './ProcessList.tsx'
import { shownStatus, type Inspected } from './shown-process.ts'
import { noticeWords, useActions } from './use-actions.ts'
import { useDetailsFocus } from './use-details-focus.ts'
import { useSelection } from './use-selection.ts'
import { useShortcuts } from './use-shortcuts.ts'

const useStyles = makeStyles({
  window: {
    height: '100%',
    display: 'grid',
    gridTemplateAreas: '"header header" "warning details" "list details"',
    gridTemplateRows: 'auto auto minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr) clamp(320px, 32vw, 440px)',
    backgroundColor: tokens.colorNeutralBackground2,
    [narrow]: {
      gridTemplateAreas: '"header" "warning" "page"',
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    [low]: { height: 'auto', minHeight: '100%' },
  },
  header: { gridArea: 'header' },
  warning: { gridArea: 'warning', margin: '12px 20px', [narrow]: { margin: '8px 12px' } },
  // List and details are placed by the window's own grid.
  content: { display: 'contents' },
  list: {
    gridArea: 'list',
    // What is placed absolutely inside scrolls with the pane, not with the page.
    position: 'relative',
    overflow: 'auto',
    padding: '0 20px 20px',
    [narrow]: { gridArea: 'page', padding: '0 12px 12px' },
    [low]: { overflow: 'visible' },
  },
  details: {
    gridArea: 'details',
    position: 'relative',
    overflow: 'auto',
    padding: '20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { gridArea: 'page', padding: '12px', borderLeftWidth: '0' },
    [low]: { overflow: 'visible' },
  },
  news: { display: 'grid', gap: '8px' },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly inspection: InspectionControls
  readonly onChooseLanguage: (language: Language) => Promise<boolean>
}

const noneInspected: Inspected = new Map()

export function MainView({ bridge, description, inspection, onChooseLanguage }: Props) {
  const words = useWords()
  const styles = useStyles()
  const { catalogue } = description
  const { state, refresh, pause, resume } = inspection
  const actions = useActions(bridge, catalogue.sources, onChooseLanguage)
  const { query, setQuery, shown, selected, select } = useSelection(catalogue.processes)
  const details = useDetailsFocus()
  const { headingRef, listRef, isNarrow, isOpen } = details
  const { open, openByClick, close, showList, isInDetails } = details
  const searchRef = useRef<HTMLInputElement>(null)

  const processes = state.inspection?.processes
  const inspected = useMemo<Inspected>(
    () => (processes ? new Map(processes.map((one) => [one.id, one])) : noneInspected),
    [processes],
  )
  const hasInspection = state.inspection !== undefined
  const hasFailed = state.failure !== undefined

  const search = useCallback(
    (next: string) => {
      setQuery(next)
      showList()
    },
    [setQuery, showList],
  )
  const clear = useCallback(() => {
    search('')
    searchRef.current?.focus()
  }, [search])
  const choose = useCallback(
    (id: string) => {
      select(id)
      openByClick()
    },
    [select, openByClick],
  )
  const shortcuts = useMemo(
    () => ({
      search: () => {
        searchRef.current?.focus()
        searchRef.current?.select()
      },
      refresh,
      stepBack: () => {
        if (isInDetails()) close()
        else clear()
      },
    }),
    [refresh, isInDetails, close, clear],
  )
  useShortcuts(shortcuts)

  const showsList = !isNarrow || !isOpen
  const process = selected && inspected.get(selected.id)
  return (
    <div className={styles.window}>
      <div className={styles.header}>
        <AppHeader
          query={query}
          onQuery={search}
          searchRef={searchRef}
          isPaused={state.isPaused}
          onPause={pause}
          onResume={resume}
          onRefresh={refresh}
          onLanguage={actions.chooseLanguage}
        />
      </div>
      <DisableWarning className={styles.warning} />
      <LiveRegion news={state.news} failure={state.failure} />
      <main className={styles.content}>
        <div className={styles.list} ref={listRef} hidden={!showsList}>
          <div className={styles.news}>
            {actions.notice && (
              <Notice text={noticeWords(words, actions.notice)} onDismiss={actions.dismissNotice} />
            )}
            <SearchState
              query={query}
              shown={shown.length}
              total={catalogue.processes.length}
              onClear={clear}
            />
            <InspectionNews state={state} onRetry={refresh} onCopy={bridge.copyText} />
          </div>
          <ProcessList
            all={catalogue.processes}
            entries={shown}
            inspected={inspected}
            hasInspection={hasInspection}
            hasFailed={hasFailed}
            selectedId={selected?.id}
            onMove={select}
            onSelect={choose}
            onOpen={open}
          />
          <AfterFirstPicture>
            <About description={description} onOpenSource={actions.openSource} />
          </AfterFirstPicture>
        </div>
        <section
          className={styles.details}
          aria-label={words.t('window.details.region')}
          hidden={isNarrow && !isOpen}
        >
          {selected === undefined && <p>{words.t('window.details.none')}</p>}
          {selected && (
            <AfterFirstPicture>
              <ProcessDetails
                entry={selected}
                process={process}
                status={shownStatus(process, hasInspection, hasFailed)}
                catalogue={catalogue}
                headingRef={headingRef}
                onBack={isNarrow ? close : undefined}
                onOpenSource={actions.openSource}
              />
            </AfterFirstPicture>
          )}
        </section>
      </main>
    </div>
  )
}
