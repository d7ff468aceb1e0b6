/** How does a row get onto the clipboard, and what is said about it? */
import { useCallback, useEffect, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { useWords } from '../text/words-context.ts'
import { cellOf, copiedLine } from './cell-text.ts'
import type { ColumnId } from './columns.ts'
import type { Formats } from './formats.ts'
import type { Row } from './process-rows.ts'

/** How long the answer stands there. */
const toldMs = 4000

export function useCopiedRow(
  bridge: InspectorBridge,
  row: Row | undefined,
  columns: readonly ColumnId[],
  parents: ReadonlyMap<string, Row>,
  formats: Formats,
) {
  const { t } = useWords()
  const [told, setTold] = useState<{ readonly name: string; readonly isDone: boolean }>()

  const copy = useCallback(() => {
    if (row === undefined) return
    const { name } = row
    const parentName = parents.get(row.key)?.name
    const text = copiedLine(columns, (column) => cellOf(row, column, parentName, formats))
    bridge.copyText(text).then(
      ({ ok }) => {
        setTold({ name, isDone: ok })
      },
      () => {
        setTold({ name, isDone: false })
      },
    )
  }, [bridge, row, columns, parents, formats])

  useEffect(() => {
    if (told === undefined) return
    const timer = setTimeout(() => {
      setTold(undefined)
    }, toldMs)
    return () => {
      clearTimeout(timer)
    }
  }, [told])

  const copied =
    told === undefined
      ? ''
      : told.isDone
        ? t('allProcesses.copied', { name: told.name })
        : t('allProcesses.notCopied')
  return { copy, copied }
}
