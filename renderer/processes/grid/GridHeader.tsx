/**
 * The header of the grid. A click or Enter on a name sorts by it; its edge and Shift with an arrow make a column wider or
 * narrower, dragging it and Ctrl with an arrow move it.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons'
import { memo, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import type { ColumnId, ListOptions, Order } from '../../../shared/model/list-options.ts'
import { clampWidth, isNumeric, rowPaddingPx, widthOf } from './columns.ts'
import { headerHeightPx } from './heights.ts'

const stepPx = 16
/** A click that trembles is no drag. */
const dragFromPx = 6

const useStyles = makeStyles({
  row: {
    position: 'sticky',
    top: '0',
    zIndex: 1,
    display: 'grid',
    gridTemplateColumns: 'var(--process-columns)',
    alignItems: 'center',
    height: `${headerHeightPx}px`,
    padding: `0 ${rowPaddingPx}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 -1px ${tokens.colorNeutralStroke1}`,
    [forcedColors]: { borderBottom: '1px solid' },
  },
  compact: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  column: { position: 'relative', display: 'flex', minWidth: '0', paddingInlineEnd: '12px' },
  number: { justifyContent: 'flex-end', paddingInlineEnd: '14px' },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: '0',
    minHeight: '28px',
    margin: '0 -6px',
    padding: '0 6px',
    border: '0',
    borderRadius: '4px',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    touchAction: 'none',
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    [forcedColors]: { color: 'ButtonText' },
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sign: { flexShrink: 0 },
  edge: {
    position: 'absolute',
    insetInlineEnd: '2px',
    insetBlock: '0',
    width: '9px',
    cursor: 'col-resize',
    touchAction: 'none',
    '&::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '4px',
      insetBlock: '6px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
  },
})

interface Props {
  readonly columns: readonly ColumnId[]
  readonly widths: ListOptions['widths']
  readonly order: Order
  readonly isCompact: boolean
  readonly onSort: (column: ColumnId) => void
  readonly onWidth: (column: ColumnId, px: number) => void
  readonly onMoveColumn: (column: ColumnId, by: number) => void
}

/** What the pointer holds: an edge, or a column that is being moved. */
interface Drag {
  readonly startX: number
  readonly widthPx: number
  hasMoved: boolean
}

export const GridHeader = memo(function GridHeader(props: Props) {
  const { columns, widths, order, isCompact, onSort, onWidth, onMoveColumn } = props
  const { t } = useWords()
  const styles = useStyles()
  const drag = useRef<Drag>(undefined)
  const shown: readonly ColumnId[] = isCompact ? ['name', 'verdict'] : columns
  const Sign = order.isDescending ? ArrowDown12Regular : ArrowUp12Regular

  const begin = (event: PointerEvent<HTMLElement>, column: ColumnId) => {
    if (event.button !== 0 || isCompact) return
    const box = event.currentTarget.closest('[role="columnheader"]')?.getBoundingClientRect()
    const widthPx = box === undefined || box.width === 0 ? widthOf(column, widths) : box.width
    drag.current = { startX: event.clientX, widthPx, hasMoved: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const resize = (event: PointerEvent, column: ColumnId) => {
    if (drag.current === undefined) return
    const { startX, widthPx } = drag.current
    onWidth(column, clampWidth(widthPx + event.clientX - startX))
  }
  const move = (event: PointerEvent<HTMLElement>, column: ColumnId) => {
    if (drag.current === undefined) return
    if (Math.abs(event.clientX - drag.current.startX) > dragFromPx) drag.current.hasMoved = true
    if (!drag.current.hasMoved) return
    const heads = [
      ...(event.currentTarget.closest('[role="row"]')?.querySelectorAll('[role="columnheader"]') ??
        []),
    ]
    const over = heads.findIndex((head) => {
      const { left, right } = head.getBoundingClientRect()
      return event.clientX >= left && event.clientX < right
    })
    const by = over - columns.indexOf(column)
    if (over > 0 && by !== 0) onMoveColumn(column, by)
  }
  const onKeyDown = (event: KeyboardEvent, column: ColumnId) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (way === undefined || isCompact || event.altKey || event.metaKey) return
    if (event.shiftKey === event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.ctrlKey) onMoveColumn(column, way)
    else onWidth(column, clampWidth(widthOf(column, widths) + way * stepPx))
  }
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={mergeClasses(styles.row, isCompact && styles.compact)}
    >
      {shown.map((column) => {
        const isSorted = order.column === column
        return (
          <div
            key={column}
            role="columnheader"
            aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
            className={mergeClasses(styles.column, isNumeric(column) && styles.number)}
          >
            <button
              type="button"
              className={mergeClasses(styles.button, isSorted && styles.sorted)}
              aria-keyshortcuts="Shift+ArrowRight Shift+ArrowLeft Control+ArrowRight Control+ArrowLeft"
              onClick={() => {
                const { current } = drag
                drag.current = undefined
                if (current?.hasMoved !== true) onSort(column)
              }}
              onKeyDown={(event) => {
                onKeyDown(event, column)
              }}
              onPointerDown={(event) => {
                if (column !== 'name') begin(event, column)
              }}
              onPointerMove={(event) => {
                move(event, column)
              }}
              onLostPointerCapture={() => {
                // The click that follows asks whether it was a drag.
                setTimeout(() => {
                  drag.current = undefined
                })
              }}
            >
              <span className={styles.text}>{t(`processes.column.${column}`)}</span>
              {isSorted && <Sign className={styles.sign} aria-hidden />}
            </button>
            {!isCompact && (
              <span
                className={styles.edge}
                aria-hidden
                onPointerDown={(event) => {
                  begin(event, column)
                }}
                onPointerMove={(event) => {
                  resize(event, column)
                }}
                onPointerUp={() => {
                  drag.current = undefined
                }}
              />
            )}
          </div>
        )
      })}
    </div>
  )
})
