/** Tools above the table: the three lists with their counts, the filter, columns, and chips that narrow it. */
import { makeStyles, mergeClasses, SearchBox, Select, tokens } from '@fluentui/react-components'
import { Dismiss12Regular } from '@fluentui/react-icons'
import { memo, type KeyboardEvent, type Ref } from 'react'
import {
  processLists,
  type ColumnId,
  type ListOptions,
  type ProcessListId,
} from '../../shared/model/list-options.ts'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'
import type { ChipCounts, Filter } from './filter-rows.ts'
import { ColumnChoice } from './grid/ColumnChoice.tsx'
import type { Formats } from './grid/formats.ts'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  filter: { flex: '1 1 150px', minWidth: '120px', maxWidth: 'none' },
  chips: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '28px',
    padding: '3px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '14px',
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&[aria-pressed="true"]': {
      border: `1px solid ${tokens.colorBrandBackground}`,
      backgroundColor: tokens.colorBrandBackground2,
      [forcedColors]: { border: '2px solid Highlight' },
    },
  },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  end: { marginInlineStart: 'auto' },
  soft: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '&:empty': { display: 'none' },
  },
  sort: { minWidth: '0', maxWidth: '150px' },
})

interface Props {
  readonly options: ListOptions
  readonly list: ProcessListId
  /** Of each list; undefined while nothing is known. */
  readonly counts: Readonly<Record<ProcessListId, number>> | undefined
  readonly chips: ChipCounts
  readonly filter: Filter
  /** What the publisher that is filtered by is called. */
  readonly publisherName: string | undefined
  readonly shown: number
  readonly total: number
  readonly asideCount: number
  readonly isCompact: boolean
  readonly isTight: boolean
  readonly formats: Formats
  readonly searchRef: Ref<HTMLInputElement>
  readonly onList: (list: ProcessListId) => void
  readonly onFilter: (filter: Filter) => void
  readonly onClear: () => void
  readonly onColumns: (columns: readonly ColumnId[]) => void
  readonly onResetColumns: () => void
  readonly onSort: (column: ColumnId) => void
  readonly onTree: (isTree: boolean) => void
  readonly onHideMicrosoft: (isHidden: boolean) => void
}

export const TableTools = memo(function TableTools(props: Props) {
  const { options, list, counts, filter, isCompact, formats, searchRef, onFilter } = props
  const { t } = useWords()
  const styles = useStyles()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || filter.text === '') return
    event.preventDefault()
    onFilter({ ...filter, text: '' })
  }
  return (
    <>
      <div className={styles.tools}>
        <div role="group" aria-label={t('processes.lists')} className="segments">
          {processLists.map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === list}
              onClick={() => {
                props.onList(id)
              }}
            >
              {t(`processes.list.${id}`)}{' '}
              {counts && <span className={styles.count}>{formats.count(counts[id])}</span>}
            </button>
          ))}
        </div>
        <SearchBox
          className={styles.filter}
          // Fluent's own type for this ref allows nothing; what it hands out is the input.
          ref={searchRef as Ref<never>}
          value={filter.text}
          onChange={(_, { value }) => {
            onFilter({ ...filter, text: value })
          }}
          onKeyDown={onKeyDown}
          placeholder={t('processes.filter')}
          aria-label={t('processes.filter')}
          dismiss={{ 'aria-label': t('allProcesses.clearFilter') }}
          spellCheck={false}
          autoComplete="off"
        />
        {isCompact && <SortChoice options={options} onSort={props.onSort} />}
        <ColumnChoice
          columns={options.columns}
          isCompact={props.isTight}
          onColumns={props.onColumns}
          onReset={props.onResetColumns}
        />
      </div>
      <Chips {...props} />
    </>
  )
})

function Chips(props: Props) {
  const { options, list, chips, filter, publisherName, formats, onFilter } = props
  const { shown, total, asideCount } = props
  const { t } = useWords()
  const styles = useStyles()
  const chip = (name: string, isOn: boolean, count: number | undefined, set: () => void) => (
    <button key={name} type="button" aria-pressed={isOn} className={styles.chip} onClick={set}>
      {name}
      {count !== undefined && <span className={styles.count}>{formats.count(count)}</span>}
    </button>
  )
  const isAll = list === 'all'
  const isNarrowed = shown !== total || publisherName !== undefined
  return (
    <div className={styles.chips}>
      {isAll && (
        <>
          {chip(
            t('processes.chip.microsoft'),
            options.hidesMicrosoft === true,
            chips.microsoft,
            () => {
              props.onHideMicrosoft(options.hidesMicrosoft !== true)
            },
          )}
          {chip(t('processes.chip.unsigned'), filter.onlyUnsigned, chips.unsigned, () => {
            onFilter({ ...filter, onlyUnsigned: !filter.onlyUnsigned })
          })}
          {chip(t('processes.chip.writable'), filter.onlyWritable, chips.writable, () => {
            onFilter({ ...filter, onlyWritable: !filter.onlyWritable })
          })}
          {chip(t('processes.chip.tree'), options.isTree, undefined, () => {
            props.onTree(!options.isTree)
          })}
        </>
      )}
      {publisherName !== undefined && (
        <button
          type="button"
          className={styles.chip}
          aria-label={t('processes.chip.noPublisher', { publisher: publisherName })}
          onClick={() => {
            onFilter({ ...filter, publisher: undefined })
          }}
        >
          {t('processes.chip.publisher', { publisher: publisherName })}
          <Dismiss12Regular aria-hidden />
        </button>
      )}
      <span className={mergeClasses(styles.soft, styles.end)} role="status">
        {isNarrowed &&
          t(asideCount > 0 ? 'processes.shownAside' : 'allProcesses.shown', {
            shown: formats.count(shown),
            total: formats.count(total),
            aside: formats.count(asideCount),
          })}
      </span>
      {isNarrowed && (
        <button type="button" className="link" onClick={props.onClear}>
          {t('allProcesses.clear')}
        </button>
      )}
    </div>
  )
}

/** A narrow list has no room for the head of every column. */
function SortChoice({ options, onSort }: Pick<Props, 'options' | 'onSort'>) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <Select
      className={styles.sort}
      aria-label={t('allProcesses.sortBy')}
      value={options.order.column}
      onChange={(_, { value }) => {
        const column = options.columns.find((id) => id === value)
        if (column !== undefined && column !== options.order.column) onSort(column)
      }}
    >
      {options.columns.map((column) => (
        <option key={column} value={column}>
          {t(`processes.column.${column}`)}
        </option>
      ))}
    </Select>
  )
}
