/** What a folded part is called; for a screen reader also what it is about: several of one name stand in a view. */
import type { ReactNode } from 'react'

interface Props {
  readonly about: string
  readonly children: ReactNode
}

export function FoldSummary({ about, children }: Props) {
  return (
    <summary>
      {children}
      <span className="spoken-only">: {about}</span>
    </summary>
  )
}
