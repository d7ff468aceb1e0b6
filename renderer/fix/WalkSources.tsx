/** Where the steps of a walk are known from, folded until somebody asks: a line for each, with links to the pages. */
import { mergeEvidence } from '../../shared/catalogue/confidence.ts'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { DiagnosedStep } from '../../shared/model/diagnosis.ts'
import { stepName } from '../../shared/text/doctor-words.ts'
import { FoldedSources } from '../parts/facts/FoldedSources.tsx'
import { SourceLinks } from '../parts/facts/SourceLinks.tsx'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly steps: readonly DiagnosedStep[]
  /** What they are sources of. */
  readonly about: string
  readonly sources: Catalogue['sources']
  readonly onOpen: (sourceKey: string) => void
}

export function WalkSources({ steps, about, sources, onOpen }: Props) {
  const words = useWords()
  const { t } = words
  const lines = steps.flatMap((step) =>
    step.state === 'not-here'
      ? []
      : mergeEvidence(step.from, sources).map((evidence) => ({ step, ...evidence })),
  )
  if (lines.length === 0) return null
  return (
    <FoldedSources about={about}>
      {lines.map(({ step, shown, sources: keys }) => (
        <p key={`${step.id} ${shown}`}>
          {t('window.details.sourceLine', {
            fact: stepName(words, step),
            confidence: t(`confidence.${shown}`),
          })}
          . <SourceLinks {...{ keys, sources, onOpen }} />
        </p>
      ))}
    </FoldedSources>
  )
}
