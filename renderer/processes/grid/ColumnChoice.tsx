/** The choice of columns. A button that opens a short list of boxes to tick. */
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { ColumnTriple20Regular } from '@fluentui/react-icons'
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type Ref } from 'react'
import { useWords } from '../../text/words-context.ts'
import type { ColumnId } from '../../../shared/model/list-options.ts'
import { choosableColumns } from './columns.ts'

const useStyles = makeStyles({
  root: { position: 'relative' },
  list: {
    position: 'absolute',
    insetInlineEnd: '0',
    top: '100%',
    zIndex: 2,
    display: 'grid',
    width: 'max-content',
    padding: '4px 12px 4px 4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    outlineStyle: 'none',
  },
})

interface Props {
  readonly columns: readonly ColumnId[]
  /** There is no room for the button's word. */
  readonly isCompact: boolean
  readonly onColumns: (columns: readonly ColumnId[]) => void
  /** Back to the usual columns, their order and widths. */
  readonly onReset: () => void
}

export function ColumnChoice({ columns, isCompact, onColumns, onReset }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const listId = useId()
  const buttonRef = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.preventDefault()
    setIsOpen(false)
    buttonRef.current?.focus()
  }
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false)
  }
  const tick = (column: ColumnId, isTicked: boolean) => {
    onColumns(isTicked ? [...columns, column] : columns.filter((one) => one !== column))
  }
  return (
    <div className={styles.root} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button
        // Fluent's own type for this ref allows nothing; what it hands out is the button.
        ref={buttonRef as Ref<never>}
        icon={<ColumnTriple20Regular />}
        aria-label={t('allProcesses.columns')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => {
          setIsOpen(!isOpen)
        }}
      >
        {isCompact ? undefined : t('allProcesses.columns')}
      </Button>
      {isOpen && (
        <div
          id={listId}
          role="group"
          aria-label={t('allProcesses.columns')}
          // A click beside a box must not look as if the focus had left.
          tabIndex={-1}
          className={styles.list}
        >
          {choosableColumns.map((column) => (
            <Checkbox
              key={column}
              checked={columns.includes(column)}
              label={t(`processes.column.${column}`)}
              onChange={(_, { checked }) => {
                tick(column, checked === true)
              }}
            />
          ))}
          <Button appearance="subtle" onClick={onReset}>
            {t('processes.usualColumns')}
          </Button>
        </div>
      )}
    </div>
  )
}
