/** The servers of one group. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, useId } from 'react'
import { useWords } from '../../text/words-context.ts'
import { useCard } from '../../theme/card.ts'
import type { SourceAccess } from './EvidenceList.tsx'
import { isCounted, isTrouble, type ServerRow } from './server-rows.ts'
import { ServerRowView } from './ServerRowView.tsx'
import { useTextStyles } from '../use-text-styles.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '0 8px',
    marginBottom: '6px',
  },
  table: { overflow: 'hidden' },
  none: { padding: '12px 16px', color: tokens.colorNeutralForeground3 },
})

interface Props extends SourceAccess {
  readonly group: 'apple' | 'other'
  readonly rows: readonly ServerRow[]
  readonly hasChecked: boolean
  readonly onlyTrouble: boolean
  readonly openIds: ReadonlySet<string>
  readonly onToggle: (endpointId: string) => void
  /** Undefined while a check runs. */
  readonly onTry: ((endpointId: string) => void) | undefined
}

export const ServerTable = memo(function ServerTable(props: Props) {
  const { group, rows, hasChecked, onlyTrouble, openIds, onToggle, onTry, sources, onOpenSource } =
    props
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const card = useCard()
  const titleId = useId()
  const shown = onlyTrouble ? rows.filter(isTrouble) : rows
  const counted = rows.filter(isCounted)
  const reached = rows.filter(({ facts }) => facts.state === 'ok').length
  const counts = onlyTrouble
    ? t('connectionView.servers.hidden', { shown: shown.length, total: rows.length })
    : hasChecked
      ? t('connectionView.servers.count', { reached, total: counted.length })
      : t('connectionView.servers.total', { count: rows.length })
  return (
    <section aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={text.title}>
          {t(`connections.group.${group}`)}
        </h2>
        <span className={mergeClasses(text.soft, text.figures)}>{counts}</span>
      </div>
      {shown.length === 0 ? (
        <p className={mergeClasses(card, styles.none)}>{t('connectionView.servers.noneHere')}</p>
      ) : (
        <div role="table" aria-labelledby={titleId} className={mergeClasses(card, styles.table)}>
          <div role="rowgroup" className="spoken-only">
            <div role="row">
              <span role="columnheader">{t('connectionView.servers.columnServer')}</span>
              <span role="columnheader">{t('connectionView.servers.columnPort')}</span>
              <span role="columnheader">{t('connectionView.servers.columnResult')}</span>
              <span role="columnheader">{t('connectionView.servers.columnTime')}</span>
            </div>
          </div>
          <div role="rowgroup">
            {shown.map(({ endpoint, results, facts }) => (
              <ServerRowView
                key={endpoint.id}
                endpoint={endpoint}
                results={results}
                {...facts}
                isOpen={openIds.has(endpoint.id)}
                onToggle={onToggle}
                onTry={onTry}
                sources={sources}
                onOpenSource={onOpenSource}
              />
            ))}
          </div>
        </div>
      )}
    </section>
  )
})
