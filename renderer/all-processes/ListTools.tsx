/** Tools above the list: counts, filter, columns, tree. */
import {
  Link,
  makeStyles,
  mergeClasses,
  SearchBox,
  Select,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { memo, type KeyboardEvent, type Ref } from 'react'
import { useWords } from '../text/words-context.ts'
import { ColumnChoice } from './grid/ColumnChoice.tsx'
import { columnIds, type ColumnId, type ListOptions } from '../../shared/model/list-options.ts'
import type { Formats } from './grid/formats.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 10px' },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: '26px',
    fontWeight: tokens.fontWeightSemibold,
  },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '24px',
    fontVariantNumeric: 'tabular-nums',
  },
  // The region must stay in the page to be heard, but empty it takes no room.
  shown: { '&:empty': { position: 'absolute' } },
  link: { fontSize: 'inherit' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 12px' },
  filter: { flex: '1 1 200px', minWidth: '160px', maxWidth: '420px' },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px',
    marginInlineStart: 'auto',
  },
  endCompact: { width: '100%', justifyContent: 'space-between', marginInlineStart: '0' },
  choices: { display: 'flex', alignItems: 'center', gap: '4px', marginInlineStart: 'auto' },
  sort: { minWidth: '0', maxWidth: '130px' },
  tree: { marginInlineStart: '-8px' },
})

interface Props {
  readonly options: ListOptions
  readonly filter: string
  readonly shown: number
  /** Undefined while nothing is known. */
  readonly total: number | undefined
  readonly isPaused: boolean
  readonly isCompact: boolean
  readonly formats: Formats
  readonly searchRef: Ref<HTMLInputElement>
  readonly onFilter: (filter: string) => void
  readonly onClear: () => void
  readonly onColumns: (columns: readonly string[]) => void
  readonly onSort: (column: ColumnId) => void
  readonly onTree: (isTree: boolean) => void
}

export const ListTools = memo(function ListTools(props: Props) {
  const { options, filter, shown, total, isPaused, isCompact, formats } = props
  const { searchRef, onFilter, onClear, onSort, onColumns, onTree } = props
  const { t } = useWords()
  const styles = useStyles()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || filter === '') return
    event.preventDefault()
    onClear()
  }
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('allProcesses.title')}</h2>
        <span className={styles.soft}>
          {total !== undefined &&
            t('allProcesses.count', { count: total, number: formats.count(total) })}
          {isPaused && ` · ${t('window.overview.paused')}`}
        </span>
        <span className={mergeClasses(styles.soft, styles.shown)} role="status">
          {total !== undefined && filter.trim() !== '' && (
            <>
              {t('allProcesses.shown', {
                shown: formats.count(shown),
                total: formats.count(total),
              })}
              {' · '}
              <Link as="button" className={styles.link} onClick={onClear}>
                {t('allProcesses.clear')}
              </Link>
            </>
          )}
        </span>
      </div>
      <div className={styles.tools}>
        <SearchBox
          className={styles.filter}
          // Fluent's own type for this ref allows nothing; what it hands out is the input.
          ref={searchRef as Ref<never>}
          value={filter}
          onChange={(_, { value }) => {
            onFilter(value)
          }}
          onKeyDown={onKeyDown}
          placeholder={t('allProcesses.filter')}
          aria-label={t('allProcesses.filter')}
          dismiss={{ 'aria-label': t('allProcesses.clearFilter') }}
          spellCheck={false}
          autoComplete="off"
        />
        <div className={mergeClasses(styles.end, isCompact && styles.endCompact)}>
          <Switch
            className={styles.tree}
            checked={options.isTree}
            label={t('allProcesses.tree')}
            onChange={(_, { checked }) => {
              onTree(checked)
            }}
          />
          <div className={styles.choices}>
            {isCompact && <SortChoice options={options} onSort={onSort} />}
            <ColumnChoice columns={options.columns} isCompact={isCompact} onColumns={onColumns} />
          </div>
        </div>
      </div>
    </>
  )
})

/** A narrow list has no room for the head of every column. */
function SortChoice({ options, onSort }: Pick<Props, 'options' | 'onSort'>) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <Select
      className={styles.sort}
      title={t('allProcesses.sortBy')}
      aria-label={t('allProcesses.sortBy')}
      value={options.order.column}
      onChange={(_, { value }) => {
        const column = columnIds.find((id) => id === value)
        if (column !== undefined && column !== options.order.column) onSort(column)
      }}
    >
      {options.columns.map((column) => (
        <option key={column} value={column}>
          {t(`allProcesses.column.${column}`)}
        </option>
      ))}
    </Select>
  )
}
