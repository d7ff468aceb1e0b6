/** The grid: 10,000 rows of which only those in sight are drawn. Only what is near the visible part is in the page. */
import {
  memo,
  useCallback,
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react'
import { useWords } from '../../text/words-context.ts'
import type { ColumnId, ListOptions, Order } from '../../../shared/model/list-options.ts'
import { columnTracks, leastWidth } from './columns.ts'
import type { Formats } from './formats.ts'
import { stepOf } from './grid-keys.ts'
import { compactRowHeightPx, headerHeightPx, rowHeightPx } from './heights.ts'
import './grid.css'
import { GridHeader } from './GridHeader.tsx'
import { GridRow } from './GridRow.tsx'
import type { ListState } from '../list-state.ts'
import type { Row } from '../process-rows.ts'
import type { SeenOf } from '../seen.ts'
import type { Item } from './tree.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

export interface MenuPlace {
  readonly left: number
  readonly top: number
}

interface Props {
  readonly items: readonly Item[]
  readonly parents: ReadonlyMap<string, Row>
  readonly marks: ListState['marks']
  readonly seenOf: SeenOf
  readonly columns: readonly ColumnId[]
  readonly widths: ListOptions['widths']
  readonly order: Order
  readonly isTree: boolean
  readonly isCompact: boolean
  readonly formats: Formats
  readonly selectedKey: string | undefined
  readonly gridRef: Ref<HTMLDivElement>
  readonly onSort: (column: ColumnId) => void
  /** @param isClick a click also shows the details. */
  readonly onSelect: (row: Row, isClick: boolean) => void
  readonly onOpen: () => void
  /** At the row, or where the pointer is. */
  readonly onMenu: (row: Row, at: MenuPlace) => void
  readonly onProperties: (row: Row) => void
  readonly onWidth: (column: ColumnId, px: number) => void
  readonly onMoveColumn: (column: ColumnId, by: number) => void
  readonly onExpand: (key: string, isExpanded: boolean) => void
  readonly onCopy: () => void
  readonly onScroll: () => void
}

export const ProcessGrid = memo(function ProcessGrid(props: Props) {
  const { items, parents, marks, seenOf, columns, widths, isTree, isCompact, selectedKey } = props
  const { gridRef, onSelect, onOpen, onMenu, onProperties, onExpand, onCopy } = props
  const words = useWords()
  const gridId = useId()
  const scrollerRef = useRef<HTMLDivElement>(null)
  /** Where the chosen row was last: when it has gone, the arrow keys go on from there. */
  const nearRef = useRef(0)
  const isPointing = useRef(false)
  const selected = items.findIndex(({ row }) => row.key === selectedKey)
  const rowPx = isCompact ? compactRowHeightPx : rowHeightPx

  const { virtualizer, shown, slots } = useVirtualRows({
    ...{ scrollerRef, items, selected, selectedKey, rowPx },
  })

  useEffect(() => {
    if (selected >= 0) nearRef.current = selected
  }, [selected])

  const setScroller = useCallback(
    (element: HTMLDivElement | null) => {
      scrollerRef.current = element
      if (typeof gridRef === 'function') gridRef(element)
      else if (gridRef !== null) gridRef.current = element
    },
    [gridRef],
  )

  const idOf = (row: Row) => `${gridId}-${encodeURIComponent(row.key)}`

  const go = (index: number) => {
    const item = items[index]
    if (item === undefined) return
    virtualizer.scrollToIndex(index)
    onSelect(item.row, false)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.metaKey) return
    const isMenuKey = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')
    const row = items[selected]?.row
    if (row !== undefined && isMenuKey) {
      event.preventDefault()
      const box = document.getElementById(idOf(row))?.getBoundingClientRect()
      onMenu(row, { left: (box?.left ?? 0) + 40, top: box?.bottom ?? 0 })
      return
    }
    if (event.altKey) {
      if (event.key !== 'Enter' || row === undefined) return
      event.preventDefault()
      onProperties(row)
      return
    }
    if (event.ctrlKey) {
      const hasText = window.getSelection()?.isCollapsed === false
      if (event.key.toLowerCase() !== 'c' || event.shiftKey || hasText || selected < 0) return
      event.preventDefault()
      onCopy()
      return
    }
    // The columns' own buttons know what Enter means there.
    if (event.target !== event.currentTarget || event.shiftKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (selected >= 0) onOpen()
      return
    }
    const height = scrollerRef.current?.clientHeight ?? 0
    const page = Math.max(1, Math.floor((height - headerHeightPx) / rowPx) - 1)
    const step = stepOf(event.key, items, selected, {
      near: Math.min(nearRef.current, items.length - 1),
      page,
      isTree,
    })
    if (step === undefined) return
    event.preventDefault()
    if (step.kind === 'go') go(step.index)
    else onExpand(step.key, step.isExpanded)
  }

  const itemAt = (target: Element) => {
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key']
    return items.find(({ row }) => row.key === key)
  }
  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    // The key of the keyboard has been answered already; what follows it has no place of its own.
    if (event.button !== 2) {
      event.preventDefault()
      return
    }
    const item = itemAt(event.target as Element)
    if (item === undefined) return
    event.preventDefault()
    onSelect(item.row, false)
    scrollerRef.current?.focus({ preventScroll: true })
    onMenu(item.row, { left: event.clientX, top: event.clientY })
  }

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const target = event.target as Element
    const item = itemAt(target)
    if (item === undefined) return
    const isFold = target.closest('[data-fold]') !== null
    if (isFold) onExpand(item.row.key, item.isExpanded !== true)
    onSelect(item.row, !isFold)
    scrollerRef.current?.focus({ preventScroll: true })
  }

  const chosen = items[selected]
  const width = isCompact ? undefined : leastWidth(columns, widths)
  return (
    <div
      ref={setScroller}
      role={isTree ? 'treegrid' : 'grid'}
      aria-label={words.t('processes.grid')}
      aria-rowcount={items.length + 1}
      aria-activedescendant={chosen && idOf(chosen.row)}
      tabIndex={0}
      className="grid"
      style={{
        scrollPaddingTop: headerHeightPx,
        ['--process-columns' as string]: columnTracks(columns, widths),
        ['--row' as string]: `${rowPx}px`,
      }}
      onKeyDown={onKeyDown}
      onScroll={props.onScroll}
      onPointerDown={() => {
        isPointing.current = true
      }}
      onPointerUp={() => {
        isPointing.current = false
      }}
      onFocus={(event) => {
        // The keyboard has come in; a click chooses its own row.
        const isByKey = event.target === event.currentTarget && !isPointing.current
        if (!isByKey) return
        if (selected < 0) go(Math.min(nearRef.current, items.length - 1))
        // Chosen elsewhere, as in the search, it may lie out of sight.
        else virtualizer.scrollToIndex(selected)
      }}
    >
      <div role="rowgroup" style={{ minWidth: width, position: 'sticky', top: 0, zIndex: 1 }}>
        <GridHeader
          columns={columns}
          order={props.order}
          widths={widths}
          isCompact={isCompact}
          onSort={props.onSort}
          onWidth={props.onWidth}
          onMoveColumn={props.onMoveColumn}
        />
      </div>
      <div
        role="rowgroup"
        style={{ position: 'relative', height: virtualizer.getTotalSize(), minWidth: width }}
        onClick={onClick}
        onDoubleClick={onOpen}
        onContextMenu={onContextMenu}
      >
        {shown.map(({ item, index, start }, at) => {
          const { row, level, isExpanded, position, siblings, isAside } = item
          return (
            <GridRow
              key={slots[at]}
              id={idOf(row)}
              row={row}
              seen={seenOf(row)}
              parentName={parents.get(row.key)?.name}
              mark={marks.get(row.key)?.mark}
              columns={columns}
              isCompact={isCompact}
              isSelected={index === selected}
              rowIndex={index + 2}
              offsetPx={start - headerHeightPx}
              isTree={isTree}
              isAside={isAside}
              level={level}
              isExpanded={isExpanded}
              position={position}
              siblings={siblings}
              formats={props.formats}
              words={words}
            />
          )
        })}
      </div>
    </div>
  )
})
