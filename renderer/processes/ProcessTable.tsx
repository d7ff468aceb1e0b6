/** The table of processes: one grid for three lists, calm while it changes, with details beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PanelRight20Regular } from '@fluentui/react-icons'
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { ListOptions, ProcessListId } from '../../shared/model/list-options.ts'
import type { Listing } from '../../shared/model/process.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { FailurePanel } from '../parts/FailurePanel.tsx'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { low, narrow, narrowQuery } from '../theme/layout.ts'
import { useMedia } from '../theme/use-media.ts'
import { Details } from './details/Details.tsx'
import { noFilter } from './filter-rows.ts'
import { cellOf, copiedLine } from './grid/cell-text.ts'
import { oneLinePx } from './grid/columns.ts'
import { makeFormats } from './grid/formats.ts'
import { ProcessGrid, type MenuPlace } from './grid/ProcessGrid.tsx'
import { useWidth } from './grid/use-width.ts'
import { ListNotes } from './ListNotes.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { NoMatches } from './NoMatches.tsx'
import { PcFooter } from './PcFooter.tsx'
import type { Row } from './process-rows.ts'
import { publisherKey } from './publisher-words.ts'
import { RowMenu, type MenuItemId } from './RowMenu.tsx'
import { judgedOf } from './seen.ts'
import { TableTools } from './TableTools.tsx'
import { useChosen, type TableTarget } from './use-chosen.ts'
import { useListOptions } from './use-list-options.ts'
import { useProcessFacts } from './use-process-facts.ts'
import { useProcessList } from './use-process-list.ts'
import { useRowActions } from './use-row-actions.ts'
import { useShownRows } from './use-shown-rows.ts'

const Properties = lazy(async () => ({
  default: (await import('./Properties.tsx')).Properties,
}))

const useStyles = makeStyles({
  view: {
    height: '100%',
    minHeight: '0',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    [low]: { height: 'auto' },
  },
  withPane: { gridTemplateColumns: 'minmax(0, 1fr) clamp(324px, 30%, 440px)' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    minWidth: '0',
    minHeight: '0',
    padding: '22px 16px 12px 24px',
    [narrow]: { padding: '14px 16px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  title: { margin: 0, flexGrow: 1 },
  details: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
  table: { flex: '0 1 auto', minHeight: '200px', overflow: 'hidden', [low]: { height: '320px' } },
  hidden: { display: 'none' },
  // The region must stay in the page to be heard, but empty it takes no room.
  told: {
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    '&:empty': { position: 'absolute' },
  },
  pane: {
    position: 'relative',
    minWidth: '0',
    overflow: 'auto',
    padding: '22px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    [narrow]: { padding: '14px 16px' },
  },
})

/** Of the list, around the table. */
const marginsPx = 42
/** Narrower than this the button of the columns has no room for its word. */
const roomyPx = 860

interface Props {
  readonly bridge: InspectorBridge
  readonly catalogue: Catalogue
  readonly state: InspectionState
  readonly findings: readonly Finding[]
  readonly isPaused: boolean
  /** False while another view is in front of it: then nothing is asked. */
  readonly isShown: boolean
  /** False for what was opened: then nothing is asked of this PC. */
  readonly isLive: boolean
  /** The processes of what was opened, where it holds them. */
  readonly opened?: Listing | undefined
  readonly target?: TableTarget | undefined
  /** Looks again whenever this number changes. */
  readonly lookCount?: number
  readonly initialOptions?: ListOptions | undefined
  /** Told each choice of columns, order and tree, for `initialOptions` next time. */
  readonly onOptions?: (options: ListOptions) => void
  /** A catalogue id that is chosen, to begin with and from then on. */
  readonly initialSelected?: string | undefined
  readonly onSelected?: ((id: string) => void) | undefined
  readonly onRetry: () => void
  readonly onOpenSource: (sourceKey: string) => void
}

export function ProcessTable(props: Props) {
  const { bridge, catalogue, state: inspected, findings, isLive, target, lookCount = 0 } = props
  const words = useWords()
  const { t, language } = words
  const styles = useStyles()
  const card = useCard()
  const { inspection } = inspected
  const { state, lookAgain, noteScroll } = useProcessList(
    bridge,
    catalogue.processes,
    props.isPaused || !props.isShown,
    isLive ? undefined : (props.opened ?? null),
  )
  const table = useListOptions(props.initialOptions, props.onOptions)
  const { options } = table
  const [filter, setFilter] = useState(noFilter)
  const learned = useProcessFacts(bridge, state.live, isLive && props.isShown)
  const [list, setList] = useState<ProcessListId>(options.list ?? 'running')
  const { showList: keepList, hideMicrosoft } = table
  const showList = useCallback(
    (next: ProcessListId) => {
      setList(next)
      keepList(next)
    },
    [keepList],
  )
  const isAll = list === 'all'
  const shown = useShownRows({
    ...{ state, learned, inspection, findings, catalogue },
    ...{ list, options, filter, isLive, words },
  })
  const { rows, lists, items, parents, found, asideCount, judgements, seenOf } = shown
  const today = new Date().toDateString()
  const formats = useMemo(() => makeFormats(language, today), [language, today])

  const listRef = useRef<HTMLDivElement>(null)
  const filterRef = useRef<HTMLInputElement>(null)
  const isAlone = useMedia(narrowQuery)
  const listWidth = useWidth(listRef) ?? 0
  const isCompact = listWidth > 0 && listWidth < oneLinePx + marginsPx
  const [menu, setMenu] = useState<{ readonly row: Row; readonly at: MenuPlace }>()
  const [properties, setProperties] = useState<Row>()
  const isKnown = inspection !== undefined
  const details = useChosen({
    ...{ catalogue, lists, list, judgements, seenOf, marks: state.marks, isKnown, isAlone, target },
    hasFailed: inspected.failure !== undefined,
    initialSelected: props.initialSelected,
    onSelected: props.onSelected,
    onList: setList,
    onShow: () => {
      setFilter(noFilter)
    },
  })
  const { row, hasEnded, isOpen, headingRef, gridRef, open, close, select, focusGrid } = details

  useEffect(() => {
    if (lookCount > 0) lookAgain()
  }, [lookCount, lookAgain])

  const clear = useCallback(() => {
    setFilter(noFilter)
    hideMicrosoft(false)
    filterRef.current?.focus()
  }, [hideMicrosoft])
  const lineOf = useCallback(
    (of: Row) => {
      const context = { seen: seenOf(of), parentName: parents.get(of.key)?.name, formats, words }
      return copiedLine(options.columns, (column) => cellOf(of, column, context))
    },
    [seenOf, parents, formats, words, options.columns],
  )
  const actions = useRowActions(bridge, seenOf, lineOf)
  const chooseInMenu = (id: MenuItemId) => {
    const of = menu?.row
    setMenu(undefined)
    focusGrid()
    if (of === undefined) return
    if (id === 'properties') setProperties(of)
    else if (id === 'filterPublisher') {
      const { publisher } = seenOf(of)
      if (publisher !== null) setFilter({ ...noFilter, publisher: publisherKey(publisher) })
    } else actions.run(id, of)
  }
  const isOff = (id: MenuItemId): boolean => {
    const of = menu?.row
    if (of === undefined || id === 'copyRow') return false
    const { path, publisher } = seenOf(of)
    if (id === 'filterPublisher') return publisher === null
    if (id === 'properties') return of.isAbsent
    if (path.state !== 'known') return true
    return id !== 'copyPath' && !isLive
  }
  const closeMenu = useCallback(() => {
    setMenu(undefined)
    focusGrid()
  }, [focusGrid])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || event.metaKey) return
    // The window does its own part on F5 as well.
    if (!event.ctrlKey && event.key === 'F5') lookAgain()
    const isInPane = event.target instanceof Node && headingRef.current?.closest('section')
    if (event.key === 'Escape' && isOpen && isInPane && isInPane.contains(event.target as Node)) {
      event.preventDefault()
      close()
    }
  }

  const isFirstLook = isAll ? state.lister === undefined && isLive : !isKnown
  const failure = isAll ? state.failure : inspected.failure
  const isCounted = isKnown || state.lister !== undefined
  const [runningCount, appleCount] = [lists.running.length, lists.apple.length]
  const allCount = state.live.length
  const counts = useMemo(
    () => (isCounted ? { running: runningCount, apple: appleCount, all: allCount } : undefined),
    [isCounted, runningCount, appleCount, allCount],
  )
  const hasPane = isOpen && row !== undefined
  return (
    <div
      className={mergeClasses(styles.view, hasPane && !isAlone && styles.withPane)}
      onKeyDown={onKeyDown}
    >
      <section
        ref={listRef}
        className={mergeClasses(styles.list, hasPane && isAlone && styles.hidden)}
        aria-label={t('frame.view.processes')}
      >
        <div className={styles.head}>
          <h1 className={mergeClasses('title', styles.title)}>{t('frame.view.processes')}</h1>
          <button
            type="button"
            className={mergeClasses('button', styles.details)}
            aria-pressed={hasPane}
            disabled={row === undefined}
            onClick={() => {
              if (hasPane) close()
              else open()
            }}
          >
            <PanelRight20Regular aria-hidden />
            {t('window.details.region')}
          </button>
        </div>
        <TableTools
          options={options}
          list={list}
          counts={counts}
          chips={shown.chips}
          filter={shown.usedFilter}
          publisherName={shown.publisherName}
          shown={found.length}
          total={rows.length}
          asideCount={asideCount}
          isCompact={isCompact}
          isTight={listWidth > 0 && listWidth < roomyPx}
          formats={formats}
          searchRef={filterRef}
          onList={showList}
          onFilter={setFilter}
          onClear={clear}
          onColumns={table.showColumns}
          onResetColumns={table.resetColumns}
          onSort={table.sortBy}
          onTree={table.showTree}
          onHideMicrosoft={table.hideMicrosoft}
        />
        {failure && (
          <FailurePanel
            failure={failure}
            remark={isFirstLook ? undefined : t('allProcesses.stale')}
            onRetry={isAll ? lookAgain : props.onRetry}
            onCopy={bridge.copyText}
          />
        )}
        {isAll && !isLive && rows.length === 0 && (
          <p className="soft">{t('frame.source.notLive')}</p>
        )}
        {items.length === 0 && !isFirstLook && (isLive || !isAll) && (
          <NoMatches
            filter={rows.length === 0 ? undefined : filter.text}
            list={list}
            onClear={
              rows.length === 0
                ? () => {
                    showList('apple')
                  }
                : clear
            }
          />
        )}
        {(items.length > 0 || (isFirstLook && failure === undefined)) && (
          <div className={mergeClasses(card, styles.table)}>
            {isFirstLook ? (
              <ListSkeleton />
            ) : (
              <ProcessGrid
                items={items}
                parents={parents}
                marks={state.marks}
                seenOf={seenOf}
                columns={options.columns}
                widths={options.widths}
                order={options.order}
                isTree={shown.isTree}
                isCompact={isCompact}
                formats={formats}
                selectedKey={row?.key}
                gridRef={gridRef}
                onSort={table.sortBy}
                onSelect={select}
                onOpen={open}
                onMenu={(of, at) => {
                  setMenu({ row: of, at })
                }}
                onProperties={setProperties}
                onWidth={table.setWidth}
                onMoveColumn={table.moveColumn}
                onExpand={shown.setExpanded}
                onCopy={() => {
                  if (row !== undefined) actions.run('copyRow', row)
                }}
                onScroll={noteScroll}
              />
            )}
          </div>
        )}
        {isAll && <ListNotes state={state} columns={options.columns} isTree={shown.isTree} />}
        <PcFooter
          cpu={state.cpu}
          load={state.load}
          hasAside={asideCount > 0}
          isLearning={isAll && learned.isLearning && isLive}
          formats={formats}
        />
        <p className={styles.told} role="status">
          {actions.told}
        </p>
      </section>
      {hasPane && (
        <section className={styles.pane} aria-label={t('allProcesses.pane.region')}>
          <Details
            row={row}
            judged={details.judged}
            hasEnded={hasEnded}
            state={inspected}
            findings={findings}
            catalogue={catalogue}
            load={state.load}
            formats={formats}
            isLive={isLive}
            bridge={bridge}
            headingRef={headingRef}
            onBack={isAlone ? close : undefined}
            onClose={isAlone ? undefined : close}
            onOpenSource={props.onOpenSource}
          />
        </section>
      )}
      {menu && (
        <RowMenu
          at={menu.at}
          name={menu.row.name}
          isOff={isOff}
          onChoose={chooseInMenu}
          onClose={closeMenu}
        />
      )}
      {properties && (
        <Suspense>
          <Properties
            key={properties.key}
            bridge={bridge}
            row={state.rows.find(({ key }) => key === properties.key) ?? properties}
            hasEnded={
              isLive &&
              state.lister !== undefined &&
              !state.live.some(({ key }) => key === properties.key)
            }
            seen={seenOf(properties)}
            judged={judgedOf(properties, judgements)}
            findings={findings}
            rows={state.live}
            parents={parents}
            formats={formats}
            isLive={isLive}
            onShow={setProperties}
            onClose={() => {
              setProperties(undefined)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
