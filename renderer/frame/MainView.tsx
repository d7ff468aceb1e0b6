/** Header, navigation and the chosen view. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Checked } from '../connections/use-connections.ts'
import { useLocalConnections } from '../connections/use-local-connections.ts'
import { useShownFindings } from '../inspection/use-shown-findings.ts'
import type { InspectionControls } from '../inspection/use-inspection.ts'
import { AppHeader } from './AppHeader.tsx'
import { DisableWarning } from '../parts/facts/DisableWarning.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { useWords } from '../text/words-context.ts'
import { low, narrow } from '../theme/layout.ts'
import { HelpersView, type HelpersHandle } from '../itunes-processes/HelpersView.tsx'
import { Navigation } from './Navigation.tsx'
import { OtherView } from './OtherView.tsx'
import { noticeWords, useActions } from './use-actions.ts'
import { useSelection } from '../itunes-processes/use-selection.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { viewIds, type ViewId } from './view-ids.ts'
import { later } from '../parts/later.tsx'

const Notice = later(async () => (await import('../parts/Notice.tsx')).Notice)
const SlowLook = later(async () => (await import('../parts/SlowLook.tsx')).SlowLook)

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}))

const useStyles = makeStyles({
  window: {
    height: '100%',
    display: 'grid',
    gridTemplateRows: 'auto auto auto auto minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground2,
    [low]: { height: 'auto', minHeight: '100%' },
  },
  warning: { margin: '12px 20px', [narrow]: { margin: '8px 12px' } },
  notices: {
    display: 'grid',
    gap: '8px',
    margin: '0 20px',
    '&:not(:empty)': { marginBottom: '12px' },
    [narrow]: { margin: '0 12px' },
  },
  view: {
    display: 'grid',
    minHeight: '0',
    '&:focus-visible': { outlineOffset: '-2px' },
  },
  away: { display: 'none' },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly inspection: InspectionControls
  readonly onChooseLanguage: (language: Language) => Promise<boolean>
}

export function MainView({ bridge, description, inspection, onChooseLanguage }: Props) {
  const words = useWords()
  const styles = useStyles()
  const { catalogue } = description
  const { state, slowStage, refresh, pause, resume, cancel } = inspection
  const actions = useActions(bridge, description, onChooseLanguage)
  const selection = useSelection(catalogue.processes, state)
  const { query, setQuery } = selection
  const { saveReport } = actions
  const [view, setView] = useState<ViewId>('helpers')
  const [hasKeys, setHasKeys] = useState(false)
  const showKeys = useCallback(() => {
    setHasKeys(true)
  }, [])
  const { inspection: seen } = state
  const local = useLocalConnections(bridge, seen?.takenAtUtc, view === 'connections')
  const [checked, setChecked] = useState<Checked>()
  const findings = useShownFindings(seen, local.state, checked)
  const [lookCount, setLookCount] = useState(0)
  const { look } = local
  const lookAgain = useCallback(() => {
    refresh()
    look()
    setLookCount((count) => count + 1)
  }, [refresh, look])
  const searchRef = useRef<HTMLInputElement>(null)
  const helpersRef = useRef<HelpersHandle>(null)
  const mainRef = useRef<HTMLElement>(null)

  const search = useCallback(
    (next: string) => {
      setView('helpers')
      setQuery(next)
      helpersRef.current?.showList()
    },
    [setQuery],
  )
  /** From the search to what it found; what is none of iTunes's is asked about in the next view. */
  const enter = useCallback((where: 'row' | 'details') => {
    if (helpersRef.current?.enter(where) !== false || where === 'row') return
    setView('what-is')
    mainRef.current?.focus()
  }, [])
  const clear = useCallback(() => {
    search('')
    searchRef.current?.focus()
  }, [search])
  /** From another view to a process of the catalogue. */
  const openEntry = useCallback((id: string) => {
    setView('helpers')
    helpersRef.current?.show(id)
  }, [])
  const shortcuts = useMemo(
    () => ({
      search: () => {
        searchRef.current?.focus()
        searchRef.current?.select()
      },
      refresh: lookAgain,
      save: saveReport,
      help: showKeys,
      stepBack: () => {
        if (helpersRef.current?.stepBack() !== true) clear()
      },
      view: (index: number) => {
        const chosen = viewIds[index]
        if (chosen === undefined) return
        setView(chosen)
        // What had the focus may be gone with its view: the next Tab leads into this one.
        mainRef.current?.focus()
      },
    }),
    [lookAgain, saveReport, showKeys, clear],
  )
  useShortcuts(shortcuts)

  return (
    <div className={styles.window}>
      <AppHeader
        query={query}
        onQuery={search}
        onEnter={enter}
        searchRef={searchRef}
        isPaused={state.isPaused}
        onPause={pause}
        onResume={resume}
        onRefresh={lookAgain}
        onSave={saveReport}
        onKeys={showKeys}
        onLanguage={actions.chooseLanguage}
      />
      <Navigation view={view} onView={setView}>
        {slowStage !== undefined && state.inspection !== undefined && (
          <SlowLook isInHeader stage={slowStage} onCancel={cancel} />
        )}
      </Navigation>
      <DisableWarning className={styles.warning} />
      <div className={styles.notices}>
        {actions.notices.map((notice) => (
          <Notice
            key={notice.kind}
            text={noticeWords(words, notice)}
            onDismiss={() => {
              actions.dismissNotice(notice)
            }}
          />
        ))}
      </div>
      {hasKeys && (
        <Suspense>
          <ShortcutsDialog
            description={description}
            onClose={() => {
              setHasKeys(false)
            }}
          />
        </Suspense>
      )}
      <LiveRegion news={state.news} failure={state.failure} />
      <main ref={mainRef} tabIndex={-1} className={styles.view}>
        {/* The helpers stay as they are while another view is looked at. */}
        <div className={view === 'helpers' ? styles.view : styles.away}>
          <HelpersView
            handle={helpersRef}
            bridge={bridge}
            description={description}
            inspection={inspection}
            findings={findings}
            selection={selection}
            onClear={clear}
            onOpenSource={actions.openSource}
          />
        </div>
        <OtherView
          view={view}
          bridge={bridge}
          description={description}
          inspection={state}
          local={local}
          onChecked={setChecked}
          lookCount={lookCount}
          asked={query}
          onOpenEntry={openEntry}
          onOpenSource={actions.openSource}
          onSave={saveReport}
        />
      </main>
    </div>
  )
}
