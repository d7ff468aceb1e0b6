/** The sign for whether something runs, from what "What is …?" found out. */
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import type { ShownStatus } from '../parts/facts/StatusMark.tsx'

export function statusOf(running: LineAnswer['running']): ShownStatus {
  if (running === null) return 'cannot-tell'
  return running.length > 0 ? 'running' : 'not-running'
}
