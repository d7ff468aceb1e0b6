/** Confidence and source of each fact. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { shownConfidence } from '../../../shared/catalogue/confidence.ts'
import type { Evidence } from '../../../shared/model/evidence.ts'
import type { Catalogue } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { SourceLinks } from '../../parts/facts/SourceLinks.tsx'
import { useWords } from '../../text/words-context.ts'
import { useTextStyles } from '../../theme/text-styles.ts'

interface Claim {
  readonly fact: string
  readonly evidence: Evidence
}

export interface SourceAccess {
  readonly sources: Catalogue['sources']
  readonly onOpenSource: (sourceKey: string) => void
}

const useStyles = makeStyles({ list: { display: 'grid', gap: '4px' } })

interface Props extends SourceAccess {
  readonly claims: readonly Claim[]
}

export function EvidenceList({ claims, sources, onOpenSource }: Props) {
  const words = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  return (
    <ul className={mergeClasses(text.soft, styles.list)}>
      {claims.map(({ fact, evidence }) => (
        <li key={fact}>
          {words.t('connectionView.details.sourceLine', {
            fact,
            confidence: words.t(`confidence.${shownConfidence(evidence, sources)}`),
          })}{' '}
          <SourceLinks keys={evidence.sources} sources={sources} onOpen={onOpenSource} />
        </li>
      ))}
    </ul>
  )
}
