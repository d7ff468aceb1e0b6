/** The window: title bar with the search, left pane, and the chosen view. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Language } from '../../shared/text/languages.ts'
import { type Checked, useShownFindings } from '../inspection/use-shown-findings.ts'
import { lookOf, useLocalConnections } from '../inspection/use-local-connections.ts'
import type { InspectionControls } from '../inspection/use-inspection.ts'
import { usePcFacts } from '../inspection/use-pc-facts.ts'
import { later } from '../parts/later.tsx'
import { useWords } from '../text/words-context.ts'
import { badgesOf } from '../view/badges.ts'
import { DangerAlert } from './DangerAlert.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { Pane } from './Pane.tsx'
import { useShownState } from './shown-facts.ts'
import { SourceBar } from './SourceBar.tsx'
import { useSources } from '../view/sources.ts'
import { SourceSwitcher } from './SourceSwitcher.tsx'
import { TitleBar } from './TitleBar.tsx'
import { noticeWords, useActions } from '../view/use-actions.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useWindowChoices } from './use-window-choices.ts'
import { useZoom, useZoomKeys } from './use-zoom.ts'
import { viewIds, type ViewId } from '../view/view-ids.ts'
import type { Target } from '../view/view-props.ts'
import { ViewHost } from './ViewHost.tsx'
import { OpeningNotes } from '../reports/OpeningNotes.tsx'
import { useOpening } from '../view/use-opening.ts'
import { SearchField } from '../search/SearchField.tsx'

const Notice = later(async () => (await import('../parts/Notice.tsx')).Notice)
const SlowLook = later(async () => (await import('../parts/SlowLook.tsx')).SlowLook)

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}))

interface Props {
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly inspection: InspectionControls
  readonly onChooseLanguage: (language: Language) => Promise<boolean>
}

export function MainView({ bridge, description, inspection, onChooseLanguage }: Props) {
  const words = useWords()
  const { state: live, slowStage, refresh, pause, resume, cancel } = inspection
  const actions = useActions(bridge, description, onChooseLanguage)
  const { saveReport } = actions
  const { choices, remember } = useWindowChoices(bridge, description.windowChoices)
  const view = choices.view ?? 'overview'
  const [target, setTarget] = useState<Target>()
  const [isPaneOpen, setIsPaneOpen] = useState(false)
  const [hasKeys, setHasKeys] = useState(false)
  const [lookCount, setLookCount] = useState(0)
  const [asked, setAsked] = useState<{ readonly text: string }>()
  const mainRef = useRef<HTMLElement>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  const sources = useSources()
  const source = sources.chosen
  const state = useShownState(source, live)
  const isLive = source.kind === 'this-pc'

  const local = useLocalConnections(
    bridge,
    live.inspection?.takenAtUtc,
    view === 'connections',
    isLive && view === 'fix',
  )
  const [checked, setChecked] = useState<Checked>()
  const livePc = usePcFacts(
    bridge,
    live.inspection?.takenAtUtc,
    isLive && (view === 'fix' || view === 'services'),
  )
  const pcFacts = isLive ? livePc.facts : source.pcFacts
  const pcFailure =
    isLive && livePc.failure !== undefined
      ? { why: livePc.failure, retry: livePc.retry }
      : undefined
  const findings = useShownFindings(
    state.inspection,
    isLive ? lookOf(local.state) : source.look,
    isLive ? checked : source.checked,
    pcFacts,
  )
  const badges = useMemo(() => badgesOf(findings), [findings])

  const go = useCallback(
    (next: ViewId, id?: string) => {
      setIsPaneOpen(false)
      setTarget(id === undefined ? undefined : { view: next, id })
      remember({ view: next })
      // What had the focus may be gone with its view: the next Tab leads into this one.
      if (id === undefined) mainRef.current?.focus()
    },
    [remember],
  )
  const opening = useOpening(bridge, sources, go)
  const { choose: chooseFiles, openWaiting } = opening
  const { look } = local
  const { retry: readFacts } = livePc
  const lookAgain = useCallback(() => {
    refresh()
    look()
    readFacts()
    setLookCount((count) => count + 1)
  }, [refresh, look, readFacts])
  const pauseKept = useCallback(() => {
    pause()
    remember({ isPaused: true })
  }, [pause, remember])
  const resumeKept = useCallback(() => {
    resume()
    remember({ isPaused: false })
  }, [resume, remember])
  // Who paused it last time wants to decide this time too; the first look is made either way.
  const startsPaused = description.windowChoices?.isPaused === true
  useEffect(() => {
    if (startsPaused) pause()
  }, [startsPaused, pause])
  const { percent, zoom } = useZoom(bridge)
  useZoomKeys(zoom)

  const keepPasted = async (whole: string): Promise<boolean> => {
    const { keepList } = await import('../view/keep-list.ts')
    const isKept = await keepList(bridge, sources, whole).catch(() => false)
    if (isKept) go('processes')
    return isKept
  }
  const shortcuts = useMemo(
    () => ({
      search: () => {
        searchRef.current?.focus()
        searchRef.current?.select()
      },
      refresh: lookAgain,
      save: saveReport,
      open: chooseFiles,
      help: () => {
        setHasKeys(true)
      },
      stepBack: () => {
        setIsPaneOpen(false)
      },
      view: (index: number) => {
        const chosen = viewIds[index]
        if (chosen !== undefined) go(chosen)
      },
    }),
    [lookAgain, saveReport, chooseFiles, go],
  )
  useShortcuts(shortcuts)
  useKeptFocus()

  return (
    <div
      className="window"
      onDragOver={(event) => {
        event.preventDefault()
      }}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        openWaiting()
      }}
    >
      <TitleBar
        isPaneOpen={isPaneOpen}
        onPane={() => {
          setIsPaneOpen(!isPaneOpen)
        }}
      >
        <SearchField
          inputRef={searchRef}
          asked={asked}
          bridge={bridge}
          description={description}
          state={state}
          findings={findings}
          go={go}
          onOpenSource={actions.openSource}
          onKeep={keepPasted}
        />
      </TitleBar>
      <Pane view={view} onView={go} badges={badges} isOpen={isPaneOpen}>
        <SourceSwitcher
          sources={sources}
          live={live}
          onRefresh={lookAgain}
          onPause={pauseKept}
          onResume={resumeKept}
        />
      </Pane>
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
      <DangerAlert findings={findings} />
      <LiveRegion news={live.news} failure={live.failure} />
      <main ref={mainRef} tabIndex={-1} className="content">
        <SourceBar sources={sources} />
        <div className="notices">
          <OpeningNotes {...opening} />
          {slowStage !== undefined && live.inspection !== undefined && (
            <SlowLook stage={slowStage} onCancel={cancel} />
          )}
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
        <ViewHost
          view={view}
          bridge={bridge}
          description={description}
          source={source}
          sources={sources}
          state={state}
          findings={findings}
          inspection={inspection}
          local={local}
          target={target}
          go={go}
          choices={choices}
          remember={remember}
          actions={actions}
          opening={opening}
          pcFacts={pcFacts}
          pcFailure={pcFailure}
          checked={isLive ? checked : source.checked}
          onChecked={setChecked}
          lookCount={lookCount}
          onRefresh={lookAgain}
          search={(text) => {
            setAsked({ text })
          }}
          zoomPercent={percent}
          zoom={zoom}
        />
      </main>
    </div>
  )
}
