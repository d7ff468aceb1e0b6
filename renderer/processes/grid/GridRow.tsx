/** One process in one line; in a narrow list in two. */
import {
  AddCircle12Regular,
  ChevronDown12Regular,
  ChevronRight12Regular,
  DismissCircle12Regular,
} from '@fluentui/react-icons'
import { memo } from 'react'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { Pill } from '../../parts/Pill.tsx'
import { isPlain, type Seen } from '../seen.ts'
import { cellOf, secondLine, seenVerdict, verdictWords, type Cell } from './cell-text.ts'
import type { ColumnId } from '../../../shared/model/list-options.ts'
import { isNumeric } from './columns.ts'
import type { Formats } from './formats.ts'
import type { Mark } from '../list-state.ts'
import type { Row } from '../process-rows.ts'

/** Only plain values and objects that stay the same: a row is drawn again when something in it changed, and never else. */
interface Props {
  readonly id: string
  readonly row: Row
  readonly seen: Seen
  readonly parentName: string | undefined
  readonly mark: Mark | undefined
  readonly columns: readonly ColumnId[]
  readonly isCompact: boolean
  readonly isSelected: boolean
  readonly rowIndex: number
  readonly offsetPx: number
  readonly isTree: boolean
  /** It only shows where the rows below it belong: the filter hides it. */
  readonly isAside: boolean
  readonly level: number
  readonly isExpanded: boolean | undefined
  readonly position: number
  readonly siblings: number
  readonly formats: Formats
  readonly words: Words
}

function verdictSpoken(words: Words, { verdict, isMissed }: Seen): string | undefined {
  if (!isPlain(verdict)) return words.t(`window.trustSpoken.${verdict}`)
  if (verdict === 'looking' || verdict === 'not-judged') return undefined
  const missed = isMissed ? [words.t('window.normal.no')] : []
  return [verdictWords(words, verdict), ...missed].join(', ')
}

function spokenName(words: Words, { row, mark, seen }: Props): string {
  const { t } = words
  const { name, process } = row
  const shownName = name === '' ? t('allProcesses.noName') : name
  return [
    row.isAbsent ? shownName : t('allProcesses.row', { name: shownName, pid: process.pid }),
    seen.isLookAlike ? t('processes.verdict.look-alike') : undefined,
    verdictSpoken(words, seen),
    mark && t(`allProcesses.markSpoken.${mark}`),
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

const indentPx = 16

const classes = (...names: readonly (string | false | undefined)[]) =>
  names.filter(Boolean).join(' ') || undefined

export const GridRow = memo(function GridRow(props: Props) {
  const { row, seen, mark, columns, isCompact, isSelected, isTree, isAside, words } = props
  const { parentName, formats } = props
  const cell = (column: ColumnId) => cellOf(row, column, { seen, parentName, formats, words })
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
      className={classes('grid-row', isCompact && 'compact', mark, isAside && 'aside')}
      style={{ top: props.offsetPx }}
    >
      <NameCell {...props} />
      {isCompact ? (
        <>
          <VerdictCell seen={seen} words={words} />
          <div role="gridcell" className="grid-cell soft second">
            {secondLine(words, columns, cell)}
          </div>
        </>
      ) : (
        others.map((column) =>
          column === 'verdict' ? (
            <VerdictCell key={column} seen={seen} words={words} />
          ) : (
            <TextCell key={column} column={column} cell={cell(column)} words={words} />
          ),
        )
      )}
    </div>
  )
})

function NameCell(props: Props) {
  const { row, mark, level, isTree, isExpanded, words } = props
  const { t } = words
  const { name, isAbsent } = row
  const Chevron = isExpanded === true ? ChevronDown12Regular : ChevronRight12Regular
  // Deeper than this the name itself would find no room.
  const indent = isTree ? Math.min(level - 1, 12) * indentPx : 0
  return (
    <div
      role="gridcell"
      className="grid-name"
      style={indent > 0 ? { paddingInlineStart: indent } : undefined}
    >
      {isTree && isExpanded === undefined && <span className="no-fold" />}
      {isTree && isExpanded !== undefined && (
        <span className="fold" data-fold={isExpanded ? 'collapse' : 'expand'}>
          <Chevron aria-hidden />
        </span>
      )}
      <span className={classes((name === '' || isAbsent) && 'soft', mark === 'ended' && 'struck')}>
        {name === '' ? t('allProcesses.noName') : name}
      </span>
      {mark && (
        <span className={classes('mark', mark)}>
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

/** Names of files are compared letter by letter. */
const isMono = (column: ColumnId) => column === 'path' || column === 'commandLine'

function LookingCell({ words }: Pick<TextCellProps, 'words'>) {
  return (
    <div role="gridcell" className="grid-cell" aria-label={words.t('processes.verdict.looking')}>
      <span className="to-come" />
    </div>
  )
}

function VerdictCell({ seen, words }: Pick<Props, 'words' | 'seen'>) {
  const { verdict, level, isMissed } = seen
  if (verdict === 'looking') return <LookingCell words={words} />
  const word = seenVerdict(words, seen)
  const hasPill = isMissed || !isPlain(verdict)
  return (
    <div role="gridcell" className={hasPill ? 'grid-cell with-pill' : 'grid-cell soft'}>
      {hasPill ? <Pill level={isMissed ? 'attention' : level}>{word}</Pill> : word}
    </div>
  )
}

interface TextCellProps {
  readonly column: ColumnId
  readonly cell: Cell
  readonly words: Words
}

function TextCell({ column, cell, words }: TextCellProps) {
  const className = isNumeric(column) ? 'grid-cell number' : 'grid-cell soft'
  if (cell.state === 'known') {
    return (
      <div role="gridcell" className={isMono(column) ? 'grid-cell soft mono' : className}>
        {cell.value}
      </div>
    )
  }
  if (cell.state === 'blank') return <div role="gridcell" className={className} />
  if (cell.state === 'looking') return <LookingCell words={words} />
  const why = words.t('allProcesses.unknown', { reason: reasonWords(words, cell.reason) })
  return (
    <div role="gridcell" className={classes(className, 'unknown')} aria-label={why}>
      –
    </div>
  )
}
