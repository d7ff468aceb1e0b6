/** Notes on what the list does not tell. Said once and quietly below it, instead of in every cell. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { Words } from '../../shared/text/texts.ts'
import { useWords } from '../text/words-context.ts'
import type { ColumnId } from '../../shared/model/list-options.ts'
import { numberOf } from './grid/columns.ts'
import type { ListState } from './list-state.ts'

const useStyles = makeStyles({
  notes: {
    display: 'grid',
    gap: '2px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

interface Props {
  readonly state: ListState
  readonly columns: readonly ColumnId[]
  readonly isTree: boolean
}

function notesOf({ t, language }: Words, { state, columns, isTree }: Props): readonly string[] {
  const { live, isComplete } = state
  if (live.length === 0) return []
  const notes: string[] = []
  if (!isComplete) notes.push(t('finding.list-incomplete'))
  const untold = columns.filter(
    (column) =>
      // Processor time is only known from the second look on.
      column !== 'cpu' && live.every((row) => numberOf(row, column) === null),
  )
  if (untold.length > 0) {
    const names = untold.map((column) => t(`processes.column.${column}`))
    const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
    notes.push(t('allProcesses.untold', { columns: list }))
  }
  if (isTree && live.every(({ startedMs }) => startedMs === null)) {
    notes.push(t('allProcesses.untoldTree'))
  }
  return notes
}

export const ListNotes = memo(function ListNotes(props: Props) {
  const words = useWords()
  const styles = useStyles()
  const notes = notesOf(words, props)
  if (notes.length === 0) return null
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
})
