/** Where something comes from: below what it is about, and folded until somebody asks. */
import type { ReactNode } from 'react'
import { useWords } from '../../text/words-context.ts'
import { FoldSummary } from './FoldSummary.tsx'

interface Props {
  /** What the sources are of, for a screen reader: several of these stand in one view. */
  readonly about: string
  readonly children: ReactNode
}

export function FoldedSources({ about, children }: Props) {
  const { t } = useWords()
  return (
    <details className="sources">
      <FoldSummary about={about}>{t('window.details.sources')}</FoldSummary>
      <div>{children}</div>
    </details>
  )
}
