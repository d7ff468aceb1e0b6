/** One process in one line; in a narrow list in two. */
import { mergeClasses } from '@fluentui/react-components'
import {
  AddCircle12Regular,
  ChevronDown12Regular,
  ChevronRight12Regular,
  DismissCircle12Regular,
} from '@fluentui/react-icons'
import { memo } from 'react'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { cellOf, secondLine, type Cell } from './cell-text.ts'
import type { ColumnId } from '../../../shared/model/list-options.ts'
import { isNumeric } from './columns.ts'
import type { Formats } from './formats.ts'
import type { GridClasses } from './grid-styles.ts'
import type { Mark } from '../list-state.ts'
import type { Row } from '../process-rows.ts'

/** Only plain values and objects that stay the same: a row is drawn again when something in it changed, and never else. */
interface Props {
  readonly id: string
  readonly row: Row
  readonly parentName: string | undefined
  readonly mark: Mark | undefined
  readonly columns: readonly ColumnId[]
  readonly isCompact: boolean
  readonly isSelected: boolean
  readonly rowIndex: number
  readonly offsetPx: number
  readonly isTree: boolean
  readonly level: number
  readonly isExpanded: boolean | undefined
  readonly position: number
  readonly siblings: number
  readonly formats: Formats
  readonly words: Words
  readonly classes: GridClasses
}

function spokenName({ t }: Words, { row, mark }: Props): string {
  const { name, process, entry } = row
  const shownName = name === '' ? t('allProcesses.noName') : name
  return [
    t('allProcesses.row', { name: shownName, pid: process.pid }),
    entry && t(`allProcesses.groupSpoken.${entry.group}`),
    mark && t(`allProcesses.markSpoken.${mark}`),
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

const indentPx = 16

export const GridRow = memo(function GridRow(props: Props) {
  const { row, mark, columns, isCompact, isSelected, isTree, words, classes: css } = props
  const cell = (column: ColumnId) => cellOf(row, column, props.parentName, props.formats)
  const others = columns.filter((column) => column !== 'name')
  return (
    <div
      id={props.id}
      role="row"
      data-key={row.key}
      aria-label={spokenName(words, props)}
      aria-selected={isSelected}
      aria-rowindex={props.rowIndex}
      {...(isTree && {
        'aria-level': props.level,
        'aria-posinset': props.position,
        'aria-setsize': props.siblings,
        'aria-expanded': props.isExpanded,
      })}
      className={mergeClasses(
        css.row,
        isCompact && css.compact,
        mark === 'new' && css.new,
        mark === 'ended' && css.ended,
        isSelected && css.selected,
      )}
      style={{ transform: `translateY(${props.offsetPx}px)` }}
    >
      <NameCell {...props} />
      {isCompact ? (
        <>
          <TextCell column="pid" cell={cell('pid')} words={words} css={css} />
          <div role="gridcell" className={mergeClasses(css.cell, css.soft, css.second)}>
            {row.entry && (
              <span className={css.groupBelow}>
                {words.t(`allProcesses.group.${row.entry.group}`)} ·{' '}
              </span>
            )}
            {secondLine(words, columns, cell)}
          </div>
        </>
      ) : (
        others.map((column) => (
          <TextCell key={column} column={column} cell={cell(column)} words={words} css={css} />
        ))
      )}
    </div>
  )
})

function NameCell(props: Props) {
  const { row, mark, level, isTree, isExpanded, words, classes: css } = props
  const { t } = words
  const { name, entry } = row
  const Chevron = isExpanded === true ? ChevronDown12Regular : ChevronRight12Regular
  // Deeper than this the name itself would find no room.
  const indent = isTree ? Math.min(level - 1, 12) * indentPx : 0
  return (
    <div
      role="gridcell"
      className={css.nameCell}
      style={indent > 0 ? { paddingInlineStart: indent } : undefined}
    >
      {isTree && isExpanded === undefined && <span className={css.noFold} />}
      {isTree && isExpanded !== undefined && (
        <span
          className={css.fold}
          data-fold={isExpanded ? 'collapse' : 'expand'}
          title={t(isExpanded ? 'allProcesses.collapse' : 'allProcesses.expand')}
        >
          <Chevron aria-hidden />
        </span>
      )}
      <span
        className={mergeClasses(
          css.name,
          entry && css.listed,
          name === '' && css.soft,
          mark === 'ended' && css.struck,
        )}
        title={name}
      >
        {name === '' ? t('allProcesses.noName') : name}
      </span>
      {entry && (
        <button
          type="button"
          // The keyboard reaches it in the row's details: in here it would be one more stop for each row.
          tabIndex={-1}
          className={css.group}
          data-entry={entry.id}
          title={t('allProcesses.groupHint', {
            group: t(`allProcesses.groupSpoken.${entry.group}`),
          })}
        >
          {t(`allProcesses.group.${entry.group}`)}
        </button>
      )}
      {mark && (
        <span className={mergeClasses(css.mark, mark === 'new' && css.markNew)}>
          {mark === 'new' ? (
            <AddCircle12Regular aria-hidden />
          ) : (
            <DismissCircle12Regular aria-hidden />
          )}
          {t(`allProcesses.mark.${mark}`)}
        </span>
      )}
    </div>
  )
}

interface TextCellProps {
  readonly column: ColumnId
  readonly cell: Cell
  readonly words: Words
  readonly css: GridClasses
}

function TextCell({ column, cell, words, css }: TextCellProps) {
  const className = mergeClasses(css.cell, css.soft, isNumeric[column] && css.number)
  if (cell.state === 'known') {
    return (
      <div
        role="gridcell"
        className={className}
        title={column === 'parent' ? cell.value : undefined}
      >
        {cell.value}
      </div>
    )
  }
  const why = words.t('allProcesses.unknown', { reason: reasonWords(words, cell.reason) })
  return (
    <div
      role="gridcell"
      className={mergeClasses(className, css.unknown)}
      title={why}
      aria-label={why}
    >
      –
    </div>
  )
}
