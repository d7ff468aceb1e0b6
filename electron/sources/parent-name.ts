/**
 * The name of the process that started another. A pid alone does not tell: Windows gives the pid of an ended parent to
 * others.
 */
import type { ListedProcess, Listing } from '../../shared/model/process.ts'

/** Null unless the listed process of the parent's pid is known to have started before its child. */
export function parentNameIn(child: ListedProcess, { processes }: Listing): string | null {
  const parent = processes.find(({ pid }) => pid === child.parentPid)
  if (parent === undefined || parent.pid === child.pid) return null
  const [from, to] = [parent.startedAtUtc, child.startedAtUtc]
  if (from.state !== 'known' || to.state !== 'known') return null
  return Date.parse(from.value) <= Date.parse(to.value) ? parent.name : null
}
