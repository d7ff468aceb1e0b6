/** Confidence and source of one claim. */
import { shownConfidence } from '../../shared/catalogue/confidence.ts'
import type { Catalogue, Evidence } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { SourceLinks } from '../parts/facts/SourceLinks.tsx'
import { useWords } from '../text/words-context.ts'

interface Props {
  /** What is claimed: `What is true`. */
  readonly what: string
  readonly evidence: Evidence
  readonly sources: Catalogue['sources']
  readonly onOpenSource: (sourceKey: string) => void
}

export function EvidenceLine({ what, evidence, sources, onOpenSource }: Props) {
  const { t } = useWords()
  const confidence = t(`confidence.${shownConfidence(evidence, sources)}`)
  return (
    <>
      {t('myths.label.sourceLine', { what, confidence })}
      {'. '}
      <SourceLinks keys={evidence.sources} sources={sources} onOpen={onOpenSource} />
    </>
  )
}
