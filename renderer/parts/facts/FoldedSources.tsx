/** Where something comes from: below what it is about, and folded until somebody asks. */
import type { ReactNode } from 'react'
import { useWords } from '../../text/words-context.ts'

interface Props {
  /** What the sources are of, for a screen reader: several of these stand in one view. */
  readonly about: string
  readonly children: ReactNode
}

export function FoldedSources({ about, children }: Props) {
  const { t } = useWords()
  return (
    <details className="sources">
      <summary>
        {t('window.details.sources')}
        <span className="spoken-only">: {about}</span>
      </summary>
      <div>{children}</div>
    </details>
  )
}
