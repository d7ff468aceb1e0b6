/** The table of processes: one grid for three lists, calm while it changes, with details beside it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { ListOptions } from '../../shared/model/list-options.ts'
import type { Listing } from '../../shared/model/process.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { narrowQuery } from '../theme/layout.ts'
import { useMedia } from '../theme/use-media.ts'
import { Details } from './details/Details.tsx'
import { noFilter } from './filter-rows.ts'
import { oneLinePx } from './grid/columns.ts'
import { makeFormats } from './grid/formats.ts'
import { ProcessGrid } from './grid/ProcessGrid.tsx'
import { useWidth } from './grid/use-width.ts'
import { ListNotes } from './ListNotes.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { ListTrouble } from './ListTrouble.tsx'
import { PcFooter } from './PcFooter.tsx'
import './process-table.css'
import { RowWindows } from './RowWindows.tsx'
import { TableHead } from './TableHead.tsx'
import { TableTools } from './TableTools.tsx'
import { useChosen, type TableTarget } from './use-chosen.ts'
import { useListOptions } from './use-list-options.ts'
import { useProcessFacts } from './use-process-facts.ts'
import { useProcessList } from './use-process-list.ts'
import { useRowMenu } from './use-row-menu.ts'
import { useShownRows } from './use-shown-rows.ts'

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
  const card = useCard()
  const { inspection } = inspected
  const { state, lookAgain, noteScroll } = useProcessList(
    bridge,
    catalogue.processes,
    props.isPaused || !props.isShown,
    isLive ? undefined : (props.opened ?? null),
  )
  const table = useListOptions(props.initialOptions, props.onOptions)
  const { options, list, showList, openList, hideMicrosoft } = table
  const [filter, setFilter] = useState(noFilter)
  const learned = useProcessFacts(bridge, state.live, isLive && props.isShown)
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
  const isKnown = inspection !== undefined
  const details = useChosen({
    ...{ catalogue, lists, list, judgements, seenOf, marks: state.marks, isKnown, isAlone, target },
    hasFailed: inspected.failure !== undefined,
    initialSelected: props.initialSelected,
    onSelected: props.onSelected,
    onList: openList,
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
  const menu = useRowMenu({
    ...{ bridge, seenOf, parents, formats, isLive, focusGrid },
    columns: options.columns,
    onFilter: setFilter,
  })

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
  const hasPane = isOpen && row !== undefined
  return (
    <div
      className={hasPane && !isAlone ? 'process-view with-pane' : 'process-view'}
      onKeyDown={onKeyDown}
    >
      <section
        ref={listRef}
        className="process-list"
        hidden={hasPane && isAlone}
        aria-label={t('frame.view.processes')}
      >
        <TableHead
          isOpen={hasPane}
          isOff={row === undefined}
          onToggle={() => {
            if (hasPane) close()
            else open()
          }}
        />
        <TableTools
          options={options}
          list={list}
          counts={shown.counts}
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
        <ListTrouble
          failure={failure}
          isFirstLook={isFirstLook}
          list={list}
          isLive={isLive}
          rowCount={rows.length}
          itemCount={items.length}
          filterText={filter.text}
          onRetry={isAll ? lookAgain : props.onRetry}
          onCopy={bridge.copyText}
          onList={showList}
          onClear={clear}
        />
        {(items.length > 0 || (isFirstLook && failure === undefined)) && (
          <div className={`${card} process-grid`}>
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
                onMenu={menu.open}
                onProperties={menu.showProperties}
                onWidth={table.setWidth}
                onMoveColumn={table.moveColumn}
                onExpand={shown.setExpanded}
                onCopy={() => {
                  if (row !== undefined) menu.run('copyRow', row)
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
        <p className="process-told" role="status">
          {menu.told}
        </p>
      </section>
      {hasPane && (
        <section className="process-pane" aria-label={t('allProcesses.pane.region')}>
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
      <RowWindows
        menu={menu}
        bridge={bridge}
        state={state}
        seenOf={seenOf}
        judgements={judgements}
        findings={findings}
        parents={parents}
        formats={formats}
        isLive={isLive}
      />
    </div>
  )
}
