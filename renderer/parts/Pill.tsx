/** The pill of a verdict: one sign for each level, with its word. */
import type { ReactNode } from 'react'
import { LevelSign, type Level } from './LevelSign.tsx'

interface Props {
  readonly level: Level
  readonly children: ReactNode
}

export function Pill({ level, children }: Props) {
  return (
    <span className={`pill ${level}`}>
      <LevelSign level={level} />
      {children}
    </span>
  )
}
