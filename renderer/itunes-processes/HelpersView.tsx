/** The view of iTunes's processes: list and details. List and details. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useMemo, useRef, useState, type Ref } from 'react'
import type { KeyboardEvent } from 'react'
import { SearchBox } from '@fluentui/react-components'
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import type { WindowChoices } from '../../shared/model/window-choices.ts'
import type { Target } from '../frame/view-props.ts'
import { SearchState } from './SearchState.tsx'
import { useCopied } from '../parts/use-copied.ts'
import { useWords } from '../text/words-context.ts'
import { forcedColors, low, narrow } from '../theme/layout.ts'
import { copiedVerdict } from './copied-verdict.ts'
import { ProcessList } from './ProcessList.tsx'
import { nameInRow } from './rows.ts'
import type { Inspected } from './shown-process.ts'
import { nameOf } from './subjects.ts'
import { useDetailsFocus } from './details/use-details-focus.ts'
import { useSelection } from './use-selection.ts'
import { later } from '../parts/later.tsx'

const Details = later(async () => (await import('./details/Details.tsx')).Details)

const copiedTexts = { copied: 'shortcuts.copied', notCopied: 'shortcuts.notCopied' } as const

const useStyles = makeStyles({
  view: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) clamp(320px, 32vw, 440px)',
    minHeight: '0',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: {
    // What is placed absolutely inside scrolls with the pane, not with the page.
    position: 'relative',
    overflow: 'auto',
    // With the scroll bar's own room the cards end about where the warning above them ends.
    scrollbarGutter: 'stable',
    padding: '0 5px 20px 20px',
    [narrow]: { scrollbarGutter: 'auto', padding: '0 12px 12px' },
    [low]: { overflow: 'visible' },
  },
  details: {
    position: 'relative',
    overflow: 'auto',
    padding: '20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { padding: '12px', borderLeftWidth: '0' },
    [low]: { overflow: 'visible' },
  },
  news: { display: 'grid', gap: '8px' },
  search: { width: '100%', maxWidth: '420px' },
  // It lies over the end of the list, so that nothing moves when it comes.
  told: {
    position: 'sticky',
    bottom: '8px',
    zIndex: 1,
    width: 'fit-content',
    maxWidth: '100%',
    margin: '8px auto 0',
    padding: '6px 12px',
    borderRadius: '6px',
    color: tokens.colorNeutralForegroundInverted,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    overflowWrap: 'anywhere',
    [forcedColors]: { border: '1px solid' },
    '&:empty': { position: 'absolute', padding: '0', border: 'none' },
  },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly state: InspectionState
  /** The row that somebody wants to read about. */
  readonly target: Target | undefined
  readonly choices: WindowChoices
  readonly remember: (choices: WindowChoices) => void
  readonly onOpenSource: (sourceKey: string) => void
}

const noneInspected: Inspected = new Map()
const noServices: Inspection['services'] = []
const noAutostart: Inspection['autostart']['processes'] = []

export function HelpersView(props: Props) {
  const { bridge, description, state, target, choices, remember, onOpenSource } = props
  const words = useWords()
  const styles = useStyles()
  const { catalogue } = description
  const searchRef = useRef<HTMLInputElement>(null)
  const selection = useSelection(catalogue.processes, state, choices, remember)
  const { query, setQuery, all, shown, selected, select } = selection
  const details = useDetailsFocus()
  const { headingRef, listRef, isNarrow, isOpen } = details
  const { open, openByClick, close, showList, isInDetails } = details

  const processes = state.inspection?.processes
  const inspected = useMemo<Inspected>(
    () => (processes ? new Map(processes.map((one) => [one.id, one])) : noneInspected),
    [processes],
  )
  const hasInspection = state.inspection !== undefined
  const hasFailed = state.failure !== undefined

  const { copy, copied } = useCopied(bridge.copyText, copiedTexts)
  const copySelected = useCallback(() => {
    if (selected === undefined) return
    const known = { inspected, hasInspection, hasFailed }
    copy(nameInRow(nameOf(selected)), copiedVerdict(words, selected, known))
  }, [selected, inspected, hasInspection, hasFailed, copy, words])

  const choose = useCallback(
    (id: string) => {
      select(id)
      openByClick()
    },
    [select, openByClick],
  )
  const show = useCallback(
    (id: string) => {
      setQuery('')
      select(id)
      open()
    },
    [setQuery, select, open],
  )
  const [seen, setSeen] = useState<Target>()
  if (seen !== target) {
    setSeen(target)
    if (target !== undefined && all.some(({ id }) => id === target.id)) show(target.id)
  }
  const clear = useCallback(() => {
    setQuery('')
    searchRef.current?.focus()
  }, [setQuery])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    if (isInDetails()) close()
    else clear()
  }
  const showsList = !isNarrow || !isOpen
  return (
    <div className={styles.view} onKeyDown={onKeyDown}>
      <div className={styles.list} ref={listRef} hidden={!showsList}>
        <div className={styles.news}>
          <SearchBox
            // Fluent's own type for this ref allows nothing; what it hands out is the input.
            ref={searchRef as Ref<never>}
            className={styles.search}
            value={query}
            onChange={(_, { value }) => {
              setQuery(value)
              showList()
            }}
            onKeyDown={(event) => {
              if (!(event.target instanceof HTMLInputElement) || selected === undefined) return
              if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
              event.preventDefault()
              select(selected.id)
              if (event.key === 'Enter') open()
              else close()
            }}
            placeholder={words.t('frame.processes.filter')}
            aria-label={words.t('frame.processes.filter')}
            dismiss={{ 'aria-label': words.t('frame.processes.clearFilter') }}
            spellCheck={false}
            autoComplete="off"
          />
          <SearchState query={query} shown={shown.length} total={all.length} onClear={clear} />
        </div>
        <ProcessList
          all={all}
          shown={shown}
          inspected={inspected}
          hasInspection={hasInspection}
          hasFailed={hasFailed}
          marks={state.marks}
          selectedId={selected?.id}
          onMove={select}
          onSelect={choose}
          onOpen={open}
          onCopy={copySelected}
        />
        <p className={styles.told} role="status">
          {copied}
        </p>
      </div>
      <section
        // Another process is read from its beginning.
        key={selected?.id}
        className={styles.details}
        aria-label={words.t('window.details.region')}
        hidden={isNarrow && !isOpen}
      >
        {selected === undefined && <p>{words.t('window.details.none')}</p>}
        {selected && (
          <Details
            subject={selected}
            inspected={inspected}
            services={state.inspection?.services ?? noServices}
            autostart={state.inspection?.autostart.processes ?? noAutostart}
            hasInspection={hasInspection}
            hasFailed={hasFailed}
            catalogue={catalogue}
            tools={bridge}
            headingRef={headingRef}
            onBack={isNarrow ? close : undefined}
            onOpenSource={onOpenSource}
          />
        )}
      </section>
    </div>
  )
}
