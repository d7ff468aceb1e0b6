/** One process in one line. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { LiveMark } from '../parts/LiveMark.tsx'
import { StatusSign, useStatusWord } from '../parts/facts/StatusMark.tsx'
import { TrustBadge } from '../parts/facts/TrustBadge.tsx'
import { useWords } from '../text/words-context.ts'
import { compactRows, forcedColors } from '../theme/layout.ts'
import { normalWord, spokenRow } from './row-words.ts'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(96px, 188px) 128px',
    gap: '0 12px',
    minHeight: '52px',
    padding: '7px 16px',
    cursor: 'default',
    position: 'relative',
    alignItems: 'center',
    scrollMarginBlock: '8px',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '&:focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '&:active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    [forcedColors]: { '&:hover': { color: 'Highlight' } },
    [compactRows]: { gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px 12px' },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    '&:hover': { backgroundColor: tokens.colorBrandBackground2 },
    '&:active': { backgroundColor: tokens.colorBrandBackground2 },
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
  cell: { minWidth: '0' },
  process: { [compactRows]: { gridColumn: '1 / -1' } },
  name: {
    display: 'block',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [forcedColors]: { color: 'inherit' },
  },
  status: { display: 'grid', gridTemplateColumns: '12px 1fr', alignItems: 'center', gap: '0 8px' },
  second: { gridColumn: '2' },
  missed: { color: tokens.colorNeutralForeground1, [forcedColors]: { color: 'inherit' } },
  trust: { display: 'flex', justifyContent: 'flex-end' },
})

interface Props extends Row {
  readonly isSelected: boolean
  /** Where Tab comes into the list. */
  readonly isStop: boolean
  readonly onSelect: (id: string) => void
}

export const ProcessRow = memo(function ProcessRow(props: Props) {
  const { id, name, summary, status, absence, isNormal, instanceCount, trust, mark } = props
  const { isSelected, isStop, onSelect } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const small = mergeClasses(styles.cell, styles.small)
  const isMissed = isNormal === false
  return (
    <div
      role="row"
      className={mergeClasses(styles.row, isSelected && styles.selected)}
      data-process-id={id}
      aria-label={spokenRow(words, props)}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      onClick={() => {
        onSelect(id)
      }}
    >
      <div role="gridcell" className={mergeClasses(styles.cell, styles.process)}>
        <span className={styles.name}>
          {name}
          {mark !== undefined && <LiveMark mark={mark} />}
        </span>
        <span className={styles.small}>{summary}</span>
      </div>
      <div role="gridcell" className={mergeClasses(small, styles.status)}>
        <StatusSign status={status} isMissed={isMissed} />
        <span className={mergeClasses(isMissed && styles.missed)}>
          {useStatusWord(status)}
          {isNormal !== null && ` · ${normalWord(t, isNormal)}`}
        </span>
        {absence !== undefined && (
          <span className={styles.second}>{t(`window.absence.${absence}`)}</span>
        )}
        {instanceCount > 1 && (
          <span className={styles.second}>
            {t('window.list.instances', { count: instanceCount })}
          </span>
        )}
      </div>
      <div role="gridcell" className={mergeClasses(styles.cell, styles.trust)}>
        {trust !== undefined && <TrustBadge trust={trust} />}
      </div>
    </div>
  )
})
