/** The ports of Apple's article. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, useId } from 'react'
import { shownConfidence } from '../../../shared/catalogue/confidence.ts'
import type { Evidence } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import type { PortRow } from '../../../shared/catalogue/ports.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { FoldedSources } from '../../parts/facts/FoldedSources.tsx'
import { SourceLinks } from '../../parts/facts/SourceLinks.tsx'
import { textFromData } from '../../text/text-from-data.ts'
import { useWords } from '../../text/words-context.ts'
import { useCard } from '../../theme/card.ts'
import { small } from '../breakpoints.ts'
import { EvidenceList, type SourceAccess } from '../servers/EvidenceList.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

const useStyles = makeStyles({
  intro: { marginBottom: '6px' },
  table: { overflow: 'hidden' },
  row: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    '& > :last-child': { gridColumn: '2' },
    gap: '2px 16px',
    padding: '9px 16px',
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    [small]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& > :last-child': { gridColumn: '1' },
    },
  },
  sources: {
    marginTop: '8px',
    '& summary': { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  },
  remark: {
    display: 'grid',
    gap: '4px',
    marginTop: '10px',
    padding: '12px 16px',
  },
})

interface Props extends SourceAccess {
  readonly ports: readonly PortRow[]
  /** Who says what the numbers from 3000 on are about. */
  readonly remark: Evidence | undefined
}

export const ArticlePorts = memo(function ArticlePorts(props: Props) {
  const { ports, remark, sources, onOpenSource } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const card = useCard()
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className={text.title}>
        {t('connectionView.ports.title')}
      </h2>
      <p className={mergeClasses(text.soft, styles.intro)}>{t('connectionView.ports.intro')}</p>
      <div role="table" aria-labelledby={titleId} className={mergeClasses(card, styles.table)}>
        <div role="rowgroup" className="spoken-only">
          <div role="row">
            <span role="columnheader">{t('connectionView.ports.columnPort')}</span>
            <span role="columnheader">{t('connectionView.ports.columnUse')}</span>
            <span role="columnheader">{t('connectionView.ports.columnReach')}</span>
          </div>
        </div>
        <div role="rowgroup">
          {ports.map((row) => (
            <div role="row" key={row.id} className={styles.row}>
              <div role="cell" className={text.figures}>
                <span className={text.strong}>{numberWords(words, row)}</span>{' '}
                <span className={text.soft}>{row.protocols.join('/')}</span>
              </div>
              <div role="cell">
                <p>{textFromData(words, `connections.port.${row.id}`, row.id)}</p>
                {besideWords(words, row).map((sentence) => (
                  <p key={sentence} className={text.soft}>
                    {sentence}
                  </p>
                ))}
              </div>
              <div role="cell" className={text.soft}>
                {t(`connections.role.${row.role}`)}. {t(`connections.scope.${row.scope}`)}.
              </div>
            </div>
          ))}
        </div>
      </div>
      <Remark evidence={remark} sources={sources} onOpenSource={onOpenSource} />
      <details className={mergeClasses(text.soft, styles.sources)}>
        <summary>{t('connectionView.ports.sources')}</summary>
        <EvidenceList
          claims={ports.map((row) => ({
            fact: `${numberWords(words, row)} ${row.protocols.join('/')}`,
            evidence: row,
          }))}
          sources={sources}
          onOpenSource={onOpenSource}
        />
      </details>
    </section>
  )
})

function numberWords({ t }: Words, { from, to }: PortRow): string {
  return from === to ? String(from) : t('connectionView.ports.range', { from, to })
}

function besideWords(words: Words, row: PortRow): readonly string[] {
  const { t } = words
  const { articleProtocol, protocols, inArticle, processIds } = row
  const truth = protocols.join('/')
  const names = processIds.map((id) => textFromData(words, `process.${id}.name`, id))
  return [
    ...(articleProtocol === null || articleProtocol === truth
      ? []
      : [t('connections.protocolDiffers', { article: articleProtocol, protocol: truth })]),
    ...(inArticle ? [] : [t('connections.notInArticle')]),
    ...(names.length > 0 ? [t('connectionView.ports.usedBy', { names: names.join(', ') })] : []),
  ]
}

interface RemarkProps extends SourceAccess {
  readonly evidence: Evidence | undefined
}

function Remark({ evidence, sources, onOpenSource }: RemarkProps) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const card = useCard()
  return (
    <aside
      className={mergeClasses(card, styles.remark)}
      aria-label={t('connectionView.ports.remark')}
    >
      <p className={text.strong}>{t('connectionView.ports.remark')}</p>
      <p>{t('errors.meaning.range-3000')}</p>
      <p>{t('errors.step.firewall')}</p>
      {evidence && (
        <FoldedSources about={t('connectionView.ports.remark')}>
          {t(`confidence.${shownConfidence(evidence, sources)}`)}.{' '}
          <SourceLinks keys={evidence.sources} sources={sources} onOpen={onOpenSource} />
        </FoldedSources>
      )}
    </aside>
  )
}
