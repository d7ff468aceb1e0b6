/** The view of all processes. A long list that stays calm while it changes, with details beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { ListOptions } from '../../shared/model/list-options.ts'
import { FailurePanel } from '../parts/FailurePanel.tsx'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { low, narrow } from '../theme/layout.ts'
import { leastWidth, usualColumns } from './grid/columns.ts'
import { makeFormats } from './grid/formats.ts'
import { ListNotes } from './ListNotes.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { ListTools } from './ListTools.tsx'
import { NoMatches } from './NoMatches.tsx'
import { ProcessGrid } from './grid/ProcessGrid.tsx'
import { ProcessPane } from './ProcessPane.tsx'
import { useChosenRow } from './use-chosen-row.ts'
import { useCopiedRow } from './use-copied-row.ts'
import { useFindKey } from './use-find-key.ts'
import { useItems } from './use-items.ts'
import { useListOptions } from './use-list-options.ts'
import { useProcessList } from './use-process-list.ts'
import { useWidth } from './grid/use-width.ts'

/** Beside the columns: the list's own margins and the scroll bar. */
const marginsPx = 60
/** Narrower than this the details lie over the list. */
const aloneBelowPx = 760

const useStyles = makeStyles({
  view: {
    height: '100%',
    minHeight: '0',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground2,
    [low]: { height: 'auto' },
  },
  withPane: { gridTemplateColumns: 'minmax(0, 1fr) clamp(300px, 36%, 420px)' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    minWidth: '0',
    minHeight: '0',
    padding: '16px 20px',
    [narrow]: { padding: '12px' },
  },
  table: { flex: '1 1 240px', minHeight: '200px', overflow: 'hidden', [low]: { height: '320px' } },
  hidden: { display: 'none' },
  // The region must stay in the page to be heard, but empty it takes no room.
  told: { fontSize: tokens.fontSizeBase200, '&:empty': { position: 'absolute' } },
  pane: {
    position: 'relative',
    minWidth: '0',
    overflow: 'auto',
    padding: '16px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { padding: '12px' },
  },
})

interface Props {
  readonly bridge: InspectorBridge
  readonly catalogue: Catalogue
  readonly isPaused: boolean
  /** Opens what the catalogue says about a process. */
  readonly onOpenEntry: (id: string) => void
  /** Looks again whenever this number changes: for a refresh button outside. */
  readonly lookCount?: number
  readonly initialOptions?: ListOptions | undefined
  /** Told each choice of columns, order and tree, for `initialOptions` next time. */
  readonly onOptions?: (options: ListOptions) => void
}

export function AllProcessesView(props: Props) {
  const { bridge, catalogue, isPaused, onOpenEntry, lookCount = 0 } = props
  const { t, language } = useWords()
  const styles = useStyles()
  const card = useCard()
  const { state, lookAgain, noteScroll } = useProcessList(bridge, catalogue.processes, isPaused)
  const { options, sortBy, showColumns, showTree } = useListOptions(
    props.initialOptions,
    props.onOptions,
  )
  const [filter, setFilter] = useState('')
  const { items, parents, shown, setExpanded } = useItems(state, options, filter, language)
  const today = new Date().toDateString()
  const formats = useMemo(() => makeFormats(language, today), [language, today])

  const viewRef = useRef<HTMLDivElement>(null)
  const listRef = useRef<HTMLDivElement>(null)
  const filterRef = useRef<HTMLInputElement>(null)
  const viewWidth = useWidth(viewRef) ?? Infinity
  const listWidth = useWidth(listRef) ?? Infinity
  const isAlone = viewWidth < aloneBelowPx
  // Rows stand on two lines where the usual columns have no room; more of them are scrolled sideways.
  const neededPx = marginsPx + Math.min(leastWidth(options.columns), leastWidth(usualColumns))
  const isCompact = (listWidth === 0 ? viewWidth : listWidth) < neededPx

  const { chosen, isOpen, headingRef, gridRef, open, close, select } = useChosenRow(isAlone)

  useEffect(() => {
    if (lookCount > 0) lookAgain()
  }, [lookCount, lookAgain])

  const clear = useCallback(() => {
    setFilter('')
    filterRef.current?.focus()
  }, [])

  // The chosen row as it is now; one that has gone is still what its details are about.
  const current = state.rows.find(({ key }) => key === chosen?.key)
  const row = current ?? chosen
  const hasEnded = current === undefined || state.marks.get(current.key)?.mark === 'ended'
  const { copy, copied } = useCopiedRow(bridge, row, options.columns, parents, formats)

  useFindKey(filterRef)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || event.metaKey) return
    // The window does its own part on F5 as well.
    if (!event.ctrlKey && event.key === 'F5') lookAgain()
  }

  const isFirstLook = state.lister === undefined
  const hasPane = isOpen && row !== undefined
  return (
    <div
      ref={viewRef}
      className={mergeClasses(styles.view, hasPane && !isAlone && styles.withPane)}
      onKeyDown={onKeyDown}
    >
      <section
        ref={listRef}
        className={mergeClasses(styles.list, hasPane && isAlone && styles.hidden)}
        aria-label={t('allProcesses.title')}
      >
        <ListTools
          options={options}
          filter={filter}
          shown={shown}
          total={isFirstLook ? undefined : state.live.length}
          isPaused={isPaused}
          isCompact={isCompact}
          formats={formats}
          searchRef={filterRef}
          onFilter={setFilter}
          onClear={clear}
          onColumns={showColumns}
          onSort={sortBy}
          onTree={showTree}
        />
        {state.failure && (
          <FailurePanel
            failure={state.failure}
            remark={isFirstLook ? undefined : t('allProcesses.stale')}
            onRetry={lookAgain}
            onCopy={bridge.copyText}
          />
        )}
        {items.length === 0 && !isFirstLook && <NoMatches filter={filter} onClear={clear} />}
        {(items.length > 0 || (isFirstLook && state.failure === undefined)) && (
          <div className={mergeClasses(card, styles.table)}>
            {isFirstLook ? (
              <ListSkeleton />
            ) : (
              <ProcessGrid
                items={items}
                parents={parents}
                marks={state.marks}
                columns={options.columns}
                order={options.order}
                isTree={options.isTree}
                isCompact={isCompact}
                formats={formats}
                selectedKey={row?.key}
                gridRef={gridRef}
                onSort={sortBy}
                onSelect={select}
                onOpen={open}
                onOpenEntry={onOpenEntry}
                onExpand={setExpanded}
                onCopy={copy}
                onScroll={noteScroll}
              />
            )}
          </div>
        )}
        <ListNotes state={state} columns={options.columns} isTree={options.isTree} />
        <p className={styles.told} role="status">
          {copied}
        </p>
      </section>
      {hasPane && (
        <section className={styles.pane} aria-label={t('allProcesses.pane.region')}>
          <ProcessPane
            bridge={bridge}
            row={row}
            hasEnded={hasEnded}
            formats={formats}
            isAlone={isAlone}
            headingRef={headingRef}
            onClose={close}
            onOpenEntry={onOpenEntry}
          />
        </section>
      )}
    </div>
  )
}
