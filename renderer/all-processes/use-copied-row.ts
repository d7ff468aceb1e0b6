/** Copying a row. */
import { useCallback } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { ColumnId } from '../../shared/model/list-options.ts'
import { useCopied } from '../parts/use-copied.ts'
import { cellOf, copiedLine } from './grid/cell-text.ts'
import type { Formats } from './grid/formats.ts'
import type { Row } from './process-rows.ts'

const texts = { copied: 'allProcesses.copied', notCopied: 'allProcesses.notCopied' } as const

export function useCopiedRow(
  bridge: InspectorBridge,
  row: Row | undefined,
  columns: readonly ColumnId[],
  parents: ReadonlyMap<string, Row>,
  formats: Formats,
) {
  const { copy: put, copied } = useCopied(bridge.copyText, texts)
  const copy = useCallback(() => {
    if (row === undefined) return
    const parentName = parents.get(row.key)?.name
    put(
      row.name,
      copiedLine(columns, (column) => cellOf(row, column, parentName, formats)),
    )
  }, [put, row, columns, parents, formats])
  return { copy, copied }
}
