/** Confidence and source of each fact. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { Catalogue, Confidence } from '../../../shared/catalogue/schema.ts'
import { SourceLinks } from '../../parts/facts/SourceLinks.tsx'
import { textFromData } from '../../text/text-from-data.ts'
import { useWords } from '../../text/words-context.ts'
import { useTextStyles } from '../use-text-styles.ts'

export interface Claim {
  readonly fact: string
  readonly evidence: {
    readonly sources: readonly string[]
    readonly confidence: Confidence
  }
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
      {claims.map(({ fact, evidence: { confidence, sources: keys } }) => (
        <li key={fact}>
          {words.t('connectionView.details.sourceLine', {
            fact,
            confidence: textFromData(words, `confidence.${confidence}`, confidence),
          })}{' '}
          <SourceLinks keys={keys} sources={sources} onOpen={onOpenSource} />
        </li>
      ))}
    </ul>
  )
}
