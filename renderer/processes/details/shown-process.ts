/** What is shown of one catalogue entry. */
import type { InspectedProcess } from '../../../shared/model/inspection.ts'
import type { ShownStatus } from '../../parts/facts/StatusMark.tsx'

/** Without any answer: "looking" while one is awaited, "cannot tell" once it failed. Never "not running". */
export function shownStatus(
  process: InspectedProcess | undefined,
  hasInspection: boolean,
  hasFailed: boolean,
): ShownStatus {
  if (process !== undefined) return process.status
  return hasInspection || hasFailed ? 'cannot-tell' : 'looking'
}
