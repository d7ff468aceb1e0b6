/** Names that are more than a slip of the hand. */
import type { LookAlikeWhy } from '../../shared/model/inspection.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'

/** What fingers do by themselves. */
const slips: readonly LookAlikeWhy[] = ['one-letter', 'dots-or-blanks']

/** Whoever mistypes wants the right name first; what runs under the wrong one is worth a warning all the same. */
export function isWorthAWarning({ lookAlike, running }: LineAnswer): boolean {
  if (lookAlike === null) return false
  return (running?.length ?? 0) > 0 || !slips.includes(lookAlike.why)
}
