/** Which processes of one group are there, and how many of them run? */
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { memo, useId } from 'react'
import { worstTrust } from '../inspection/worst-trust.ts'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import type { Group } from './groups.ts'
import { ProcessRow } from './ProcessRow.tsx'
import { shownStatus, type Inspected } from './shown-process.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '0 8px',
    margin: '16px 0 0',
  },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  description: { margin: '0 0 6px' },
  table: { overflow: 'hidden' },
})

interface Props {
  readonly group: Group
  /** Of the whole group, also while the search hides a part of it. */
  readonly running: number
  readonly total: number
  readonly inspected: Inspected
  readonly hasInspection: boolean
  readonly hasFailed: boolean
  readonly selectedId: string | undefined
  readonly onSelect: (id: string) => void
}

export const ProcessTable = memo(function ProcessTable(props: Props) {
  const { group, running, total, inspected, hasInspection, hasFailed, selectedId, onSelect } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {textFromData(words, `group.${group.id}.title`, group.id)}
        </h2>
        <span className={styles.soft}>
          {hasInspection
            ? t('window.list.running', { running, total })
            : t('window.list.total', { count: total })}
        </span>
      </div>
      <p className={mergeClasses(styles.soft, styles.description)}>
        {textFromData(words, `group.${group.id}.description`, '')}
      </p>
      <Table
        noNativeElements
        role="grid"
        aria-labelledby={titleId}
        className={mergeClasses(card, styles.table)}
      >
        <TableHeader className="spoken-only">
          <TableRow>
            <TableHeaderCell>{t('window.list.columnProcess')}</TableHeaderCell>
            <TableHeaderCell>{t('window.list.columnStatus')}</TableHeaderCell>
            <TableHeaderCell>{t('window.list.columnTrust')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {group.entries.map(({ id, imageName }) => {
            const process = inspected.get(id)
            return (
              <ProcessRow
                key={id}
                id={id}
                imageName={imageName}
                status={shownStatus(process, hasInspection, hasFailed)}
                instanceCount={process?.instances.length ?? 0}
                trust={worstTrust(process?.instances ?? [])}
                isSelected={id === selectedId}
                onSelect={onSelect}
              />
            )
          })}
        </TableBody>
      </Table>
    </section>
  )
})
