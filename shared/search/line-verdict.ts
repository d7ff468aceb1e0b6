/** One verdict for a line of a paste. A name without folder and signer never earns "Genuine". */
import type { LineAnswer } from '../catalogue/what-is.ts'
import { isDeceptive } from './answer-line.ts'

/** The words are `search.verdict.<verdict>`. */
export type LineVerdict =
  'look-alike' | 'similar' | 'apple-name' | 'apple-other' | 'error' | 'other' | 'not-understood'

/** Worst first. */
export const lineVerdicts = [
  'look-alike',
  'similar',
  'apple-name',
  'apple-other',
  'error',
  'other',
  'not-understood',
] as const satisfies readonly LineVerdict[]

export function lineVerdict(answer: LineAnswer): LineVerdict {
  if (isDeceptive(answer)) return 'look-alike'
  if (answer.entryId !== null) return 'apple-name'
  if (answer.otherId !== null) return 'apple-other'
  if (answer.lookAlike !== null) return 'similar'
  if (answer.name === '' && answer.errors.length > 0) return 'error'
  return answer.isUnderstood ? 'other' : 'not-understood'
}

/** The worst first, the others in their order. */
export function worstLinesFirst(lines: readonly LineAnswer[]): readonly LineAnswer[] {
  const rank = (line: LineAnswer) => lineVerdicts.indexOf(lineVerdict(line))
  const bad = lines.filter((line) => rank(line) < 2)
  return [...bad.sort((a, b) => rank(a) - rank(b)), ...lines.filter((line) => rank(line) >= 2)]
}
