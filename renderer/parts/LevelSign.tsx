/** The sign of a level: a tick, a circle with an i, a triangle, a filled circle. They differ by shape, also without colours. */
import {
  CheckmarkCircle16Filled,
  ErrorCircle16Filled,
  Info16Regular,
  QuestionCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons'

/** `info`, `attention` and `danger` are the severities of findings; `quiet` is not known, or not judged. */
export const levels = ['good', 'info', 'quiet', 'attention', 'danger'] as const
export type Level = (typeof levels)[number]

const signs = {
  good: CheckmarkCircle16Filled,
  info: Info16Regular,
  quiet: QuestionCircle16Regular,
  attention: Warning16Filled,
  danger: ErrorCircle16Filled,
} as const satisfies Record<Level, unknown>

export function LevelSign({ level }: { readonly level: Level }) {
  const Sign = signs[level]
  return <Sign className={`sign ${level}`} aria-hidden />
}
