/** The groups as one list for the keyboard. Arrows, Home, End; Enter goes to the details. */
import { useMemo, useRef, type KeyboardEvent } from 'react'
import type { Marks } from '../inspection/live-marks.ts'
import { useWords } from '../text/words-context.ts'
import { ProcessTable } from './ProcessTable.tsx'
import { rowOf } from './rows.ts'
import { shownStatus, type Inspected } from './shown-process.ts'
import { groupOf, inGroups, type Group, type GroupId, type Subject } from './subjects.ts'
import { useKeptFocus } from '../frame/use-kept-focus.ts'

interface Props {
  readonly all: readonly Subject[]
  /** What the search leaves of it. */
  readonly shown: readonly Subject[]
  readonly inspected: Inspected
  readonly hasInspection: boolean
  readonly hasFailed: boolean
  readonly marks: Marks
  readonly selectedId: string | undefined
  /** The arrow keys chose it. */
  readonly onMove: (id: string) => void
  /** A click chose it. */
  readonly onSelect: (id: string) => void
  /** Enter asked for its details. */
  readonly onOpen: () => void
  /** Ctrl+C asked for its verdict. */
  readonly onCopy: () => void
}

/** Of the whole group, also while the search hides a part of it. */
function countGroup({ all, inspected, hasInspection }: Props, groupId: GroupId) {
  const members = all.filter((subject) => groupOf(subject) === groupId)
  const total = members.length
  if (!hasInspection || groupId === 'other-apple') return { running: undefined, total }
  if (groupId === 'look-alike') {
    const ended = members.filter((one) => one.kind === 'look-alike' && one.hasEnded).length
    return { running: ended === 0 ? undefined : total - ended, total }
  }
  const running = members.filter(({ id }) => inspected.get(id)?.status === 'running').length
  return { running, total }
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

/** Marked text is copied as it is. */
function isCopy(event: KeyboardEvent): boolean {
  const { ctrlKey, altKey, metaKey, shiftKey, key } = event
  if (!ctrlKey || altKey || metaKey || shiftKey || key.toLowerCase() !== 'c') return false
  return window.getSelection()?.isCollapsed !== false
}

export function ProcessList(props: Props) {
  const { shown, inspected, marks, hasInspection, hasFailed, selectedId, onMove, onOpen, onCopy } =
    props
  const words = useWords()
  const listRef = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => inGroups(shown), [shown])
  useKeptFocus(listRef, selectedId)

  const onKeyDown = (event: KeyboardEvent) => {
    if (isCopy(event)) {
      event.preventDefault()
      onCopy()
      return
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen()
      return
    }
    // The rows themselves: a group may hold more members than it draws.
    const rows = [...(listRef.current?.querySelectorAll<HTMLElement>('[data-process-id]') ?? [])]
    const focused = rows.findIndex((row) => row === document.activeElement)
    const chosen = rows.findIndex((row) => row.dataset['processId'] === selectedId)
    const index = chosen < 0 ? focused : chosen
    const row = rows[target(event.key, index, rows.length - 1) ?? -1]
    const id = row?.dataset['processId']
    if (row === undefined || id === undefined) return
    event.preventDefault()
    onMove(id)
    row.focus()
  }

  const table = ({ id, subjects }: Group) => (
    <ProcessTable
      key={id}
      id={id}
      {...countGroup(props, id)}
      rows={subjects.map((subject) => {
        const process = inspected.get(subject.id)
        const status = shownStatus(process, hasInspection, hasFailed)
        return rowOf(subject, process, status, words, marks.get(subject.id)?.mark)
      })}
      selectedId={subjects.some((subject) => subject.id === selectedId) ? selectedId : undefined}
      stopId={selectedId ?? groups[0]?.subjects[0]?.id}
      onSelect={props.onSelect}
    />
  )
  return (
    <div ref={listRef} onKeyDown={onKeyDown}>
      {groups.map(table)}
    </div>
  )
}
