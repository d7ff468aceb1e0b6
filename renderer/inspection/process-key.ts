/**
 * The key of one running process. Windows gives a number to a new process as soon as the old one has ended, so the
 * start counts too.
 */
import type { ListedProcess } from '../../shared/model/process.ts'

/** `pid:1234`, with the start where it is known. */
export function processKey({
  pid,
  startedAtUtc,
}: Pick<ListedProcess, 'pid' | 'startedAtUtc'>): string {
  return startedAtUtc.state === 'known' ? `pid:${pid}@${startedAtUtc.value}` : `pid:${pid}`
}
