/** The table of many PCs, what needs attention first: only the rows in sight are drawn and asked for. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { findingInFleet, stackTitle } from '../../../shared/fleet/order.ts'
import type { FleetRow, Worst } from '../../../shared/model/fleet.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import type { Level } from '../../parts/LevelSign.tsx'
import { Pill } from '../../parts/Pill.tsx'
import { dayAndTimeUtc } from '../../text/times.ts'
import { useWords } from '../../text/words-context.ts'
import type { FleetRows } from './use-fleet.ts'

const rowPx = 52
const columns = ['pc', 'worst', 'what', 'versions', 'at'] as const

const levelOf: Readonly<Record<Worst, Level>> = {
  danger: 'danger',
  attention: 'attention',
  info: 'info',
  none: 'good',
}

interface Props {
  readonly rows: FleetRows
  readonly onOpen: (row: FleetRow) => void
}

export function FleetTable({ rows, onOpen }: Props) {
  const words = useWords()
  const { t } = words
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { want } = rows
  useEffect(() => {
    want(from, to)
  })
  return (
    <div
      className="fleet-table"
      role="table"
      aria-label={t('fleet.view.title')}
      aria-rowcount={rows.total + 1}
    >
      <div className="fleet-row fleet-head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`fleet.column.${column}`)}
          </span>
        ))}
      </div>
      <div className="fleet-scroller" ref={scroller} role="rowgroup" tabIndex={-1}>
        <div
          role="presentation"
          style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
        >
          {items.map(({ index, start }) => {
            const row = rows.rowAt(index)
            return (
              <div
                key={index}
                className="fleet-row"
                role="row"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row === undefined ? (
                  <span role="cell">…</span>
                ) : (
                  <Cells row={row} onOpen={onOpen} />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Cells({ row, onOpen }: { readonly row: FleetRow } & Pick<Props, 'onOpen'>) {
  const words = useWords()
  const { t, language } = words
  const { name, verdict, at, canOpen } = row
  const what = verdict.findings.map((finding) => findingInFleet(words, finding)).join('; ')
  return (
    <>
      <span role="cell">
        {canOpen ? (
          <button
            type="button"
            className="link"
            onClick={() => {
              onOpen(row)
            }}
          >
            {shortText(name, 60)}
          </button>
        ) : (
          <b>{shortText(name, 60)}</b>
        )}
      </span>
      <span role="cell">
        <Pill level={levelOf[verdict.worst]}>{t(`fleet.worst.${verdict.worst}`)}</Pill>
      </span>
      <span role="cell" className="fleet-what">
        {what === '' ? <span className="soft">{t('fleet.nothing')}</span> : what}
      </span>
      <span role="cell">
        {verdict.versions.map((version) => shortText(version, 40)).join(', ')}
        <small>{stackTitle(words, verdict.stack)}</small>
      </span>
      <span role="cell" className="soft fleet-at">
        {at === null ? '' : dayAndTimeUtc(language, at)}
      </span>
    </>
  )
}
