/** A table that may have thousands of rows: only those in sight are drawn, each as high as its text. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import './long-table.css'

interface Props {
  readonly label: string
  /** Headings; `width` is a track of CSS grid. */
  readonly columns: readonly { readonly name: string; readonly width: string }[]
  readonly count: number
  /** The cells of a row, as many as there are columns. */
  readonly cellsAt: (index: number) => readonly ReactNode[]
}

const guessedPx = 44

export function LongTable({ label, columns, count, cellsAt }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedPx,
    overscan: 8,
    useFlushSync: false,
  })
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    <div className="long-table" role="table" aria-label={label} aria-rowcount={count + 1}>
      <div role="rowgroup">
        <div className="long-row long-head" role="row" aria-rowindex={1} style={tracks}>
          {columns.map(({ name }) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
      </div>
      {/* Whoever has no mouse scrolls it by keys. */}
      <div className="long-scroller" ref={scroller} role="rowgroup" tabIndex={0}>
        <div
          role="presentation"
          style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              className="long-row"
              role="row"
              aria-rowindex={index + 2}
              style={{ ...tracks, transform: `translateY(${start}px)` }}
            >
              {cellsAt(index).map((cell, at) => (
                <span key={columns[at]?.name} role={at === 0 ? 'rowheader' : 'cell'}>
                  {cell}
                </span>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
