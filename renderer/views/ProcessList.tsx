/** How does the keyboard walk through the groups as through one list? Arrows, Home, End; Enter goes to the details. */
import { useMemo, useRef, type KeyboardEvent } from 'react'
import type { CatalogueProcess, ProcessGroup } from '../../shared/catalogue/schema.ts'
import { AfterFirstPicture } from '../parts/AfterFirstPicture.tsx'
import { inGroups, type Group } from './groups.ts'
import { ProcessTable } from './ProcessTable.tsx'
import type { Inspected } from './shown-process.ts'

interface Props {
  /** The whole catalogue. */
  readonly all: readonly CatalogueProcess[]
  /** What the search leaves of it. */
  readonly entries: readonly CatalogueProcess[]
  readonly inspected: Inspected
  readonly hasInspection: boolean
  readonly hasFailed: boolean
  readonly selectedId: string | undefined
  /** The arrow keys chose it. */
  readonly onMove: (id: string) => void
  /** A click chose it. */
  readonly onSelect: (id: string) => void
  /** Enter asked for its details. */
  readonly onOpen: () => void
}

function countGroup({ all, inspected }: Props, groupId: ProcessGroup) {
  const entries = all.filter(({ group }) => group === groupId)
  const running = entries.filter(({ id }) => inspected.get(id)?.status === 'running')
  return { running: running.length, total: entries.length }
}

function target(key: string, index: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last)
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

export function ProcessList(props: Props) {
  const { entries, selectedId, onMove, onOpen } = props
  const listRef = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => inGroups(entries), [entries])
  const ids = useMemo(() => groups.flatMap((group) => group.entries.map(({ id }) => id)), [groups])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen()
      return
    }
    const index = ids.findIndex((id) => id === selectedId)
    const id = ids[target(event.key, index, ids.length - 1) ?? -1]
    if (id === undefined) return
    event.preventDefault()
    onMove(id)
    const row = listRef.current?.querySelector<HTMLElement>(`[data-process-id="${id}"]`)
    row?.focus()
  }

  const [first, ...others] = groups
  const table = (group: Group) => (
    <ProcessTable
      key={group.id}
      group={group}
      {...countGroup(props, group.id)}
      inspected={props.inspected}
      hasInspection={props.hasInspection}
      hasFailed={props.hasFailed}
      selectedId={group.entries.some(({ id }) => id === selectedId) ? selectedId : undefined}
      onSelect={props.onSelect}
    />
  )
  return (
    <div ref={listRef} onKeyDown={onKeyDown}>
      {first && table(first)}
      <AfterFirstPicture>{others.map(table)}</AfterFirstPicture>
    </div>
  )
}
