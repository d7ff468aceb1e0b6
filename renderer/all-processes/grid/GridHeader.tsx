/** The header of the grid, which sorts it. A click or Enter on a name sorts by it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons'
import { memo } from 'react'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import type { ColumnId, Order } from '../../../shared/model/list-options.ts'
import { isNumeric, rowPaddingPx } from './columns.ts'
import { headerHeightPx } from './grid-styles.ts'

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
    boxShadow: `inset 0 -1px ${tokens.colorNeutralStroke2}`,
    [forcedColors]: { borderBottom: '1px solid' },
  },
  compact: { gridTemplateColumns: 'minmax(0, 1fr) auto', paddingInlineEnd: '0' },
  column: { display: 'flex', minWidth: '0', paddingInlineEnd: '12px' },
  number: { justifyContent: 'flex-end', paddingInlineEnd: '22px' },
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
    color: tokens.colorNeutralForeground3,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    [forcedColors]: { color: 'ButtonText' },
  },
  sorted: { color: tokens.colorNeutralForeground1 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sign: { flexShrink: 0 },
})

interface Props {
  readonly columns: readonly ColumnId[]
  readonly order: Order
  readonly isCompact: boolean
  readonly onSort: (column: ColumnId) => void
}

export const GridHeader = memo(function GridHeader({ columns, order, isCompact, onSort }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const shown: readonly ColumnId[] = isCompact ? ['name', 'pid'] : columns
  const Sign = order.isDescending ? ArrowDown12Regular : ArrowUp12Regular
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
            className={mergeClasses(styles.column, isNumeric[column] && styles.number)}
          >
            <button
              type="button"
              className={mergeClasses(styles.button, isSorted && styles.sorted)}
              onClick={() => {
                onSort(column)
              }}
            >
              <span className={styles.text}>{t(`allProcesses.column.${column}`)}</span>
              {isSorted && <Sign className={styles.sign} aria-hidden />}
            </button>
          </div>
        )
      })}
    </div>
  )
})
