/** The processes of one group. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, useId } from 'react'
import { isSame } from '../inspection/is-same.ts'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { ProcessRow } from './ProcessRow.tsx'
import type { Row } from './rows.ts'
import type { GroupId } from './subjects.ts'

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

/** A hostile PC may run thousands of programs under such names: nobody reads more lines than these. */
const mostRows = 200

interface Props {
  readonly id: GroupId
  /** What the search leaves of the group. */
  readonly rows: readonly Row[]
  /** Of the whole group; undefined where all are running, or nobody knows. */
  readonly running: number | undefined
  readonly total: number
  readonly selectedId: string | undefined
  /** The row where Tab comes into the list. */
  readonly stopId: string | undefined
  readonly onSelect: (id: string) => void
}

export const ProcessTable = memo(function ProcessTable(props: Props) {
  const { id, rows, running, total, selectedId, stopId, onSelect } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const titleId = useId()
  const [title, description] =
    id === 'look-alike' || id === 'other-apple'
      ? [t(`window.group.${id}.title`), t(`window.group.${id}.description`)]
      : [
          textFromData(words, `group.${id}.title`, id),
          textFromData(words, `group.${id}.description`, ''),
        ]
  const drawn = (row: Row) => (
    <ProcessRow
      key={row.id}
      {...row}
      isSelected={row.id === selectedId}
      isStop={row.id === stopId}
      onSelect={onSelect}
    />
  )
  return (
    <section aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <span className={styles.soft}>
          {running === undefined
            ? t('window.list.total', { count: total })
            : t('window.list.running', { running, total })}
        </span>
      </div>
      <p className={mergeClasses(styles.soft, styles.description)}>{description}</p>
      <div role="grid" aria-labelledby={titleId} className={mergeClasses(card, styles.table)}>
        <div role="rowgroup" className="spoken-only">
          <div role="row">
            <span role="columnheader">{t('window.list.columnProcess')}</span>
            <span role="columnheader">{t('window.list.columnStatus')}</span>
            <span role="columnheader">{t('window.list.columnTrust')}</span>
          </div>
        </div>
        <div role="rowgroup">{rows.slice(0, mostRows).map(drawn)}</div>
      </div>
      {rows.length > mostRows && (
        <p className={styles.soft}>{t('window.list.more', { count: rows.length - mostRows })}</p>
      )}
    </section>
  )
}, isSame)
