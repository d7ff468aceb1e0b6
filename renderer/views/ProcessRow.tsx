/** One process in one line: what is it called, what is it for, does it run, and is it the real one? */
import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  TableCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { memo } from 'react'
import type { Trust } from '../../shared/model/inspection.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { StatusSign, useStatusWord, type ShownStatus } from '../parts/StatusMark.tsx'
import { TrustBadge } from '../parts/TrustBadge.tsx'
import { useWords } from '../text/words-context.ts'
import { compactRows, forcedColors } from '../theme/layout.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(96px, 168px) 164px',
    gap: '0 12px',
    minHeight: '52px',
    padding: '7px 16px',
    cursor: 'default',
    position: 'relative',
    borderBottomWidth: '0',
    scrollMarginBlock: '8px',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    ...createCustomFocusIndicatorStyle({ outlineOffset: '-2px' }),
    [compactRows]: { gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px 12px' },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    '&:hover': { backgroundColor: tokens.colorBrandBackground2 },
    '&::before': {
      content: '""',
      position: 'absolute',
      insetBlock: '0',
      insetInlineStart: '0',
      width: '3px',
      backgroundColor: tokens.colorBrandStroke1,
      [forcedColors]: { backgroundColor: 'Highlight', width: '6px' },
    },
  },
  cell: { display: 'block', minHeight: '0', padding: '0' },
  process: { [compactRows]: { gridColumn: '1 / -1' } },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [forcedColors]: { color: 'inherit' },
  },
  status: { display: 'grid', gridTemplateColumns: '12px 1fr', alignItems: 'center', gap: '0 8px' },
  instances: { gridColumn: '2' },
  trust: { display: 'flex', justifyContent: 'flex-end' },
})

interface Props {
  readonly id: string
  readonly imageName: string
  readonly status: ShownStatus
  readonly instanceCount: number
  readonly trust: Trust
  readonly isSelected: boolean
  readonly onSelect: (id: string) => void
}

function spokenName({ t }: Words, { imageName, status, instanceCount, trust }: Props): string {
  const values = { name: imageName, status: t(`window.statusSpoken.${status}`) }
  if (status !== 'running') return t('window.list.rowOther', values)
  const verdict = { ...values, trust: t(`window.trustSpoken.${trust}`) }
  if (instanceCount < 2) return t('window.list.rowRunning', verdict)
  const instances = t('window.list.instances', { count: instanceCount })
  return t('window.list.rowRunningMany', { ...verdict, instances })
}

export const ProcessRow = memo(function ProcessRow(props: Props) {
  const { id, imageName, status, instanceCount, trust, isSelected, onSelect } = props
  const words = useWords()
  const styles = useStyles()
  const small = mergeClasses(styles.cell, styles.small)
  return (
    <TableRow
      className={mergeClasses(styles.row, isSelected && styles.selected)}
      data-process-id={id}
      aria-label={spokenName(words, props)}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => {
        onSelect(id)
      }}
    >
      <TableCell role="gridcell" className={mergeClasses(styles.cell, styles.process)}>
        <span className={styles.name}>{imageName}</span>
        <span className={styles.small}>{wordsOfProcess(words, id).summary}</span>
      </TableCell>
      <TableCell role="gridcell" className={mergeClasses(small, styles.status)}>
        <StatusSign status={status} />
        <span>{useStatusWord(status)}</span>
        {instanceCount > 1 && (
          <span className={styles.instances}>
            {words.t('window.list.instances', { count: instanceCount })}
          </span>
        )}
      </TableCell>
      <TableCell role="gridcell" className={mergeClasses(styles.cell, styles.trust)}>
        {status === 'running' && <TrustBadge trust={trust} />}
      </TableCell>
    </TableRow>
  )
})
