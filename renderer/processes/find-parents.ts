/** Parents of the listed processes. A pid alone does not tell: Windows gives the pid of an ended parent to others. */
import type { Row } from './process-rows.ts'

/**
 * For each child's key its parent's row, where the parent is in the list and did not start after its child. Nobody is
 * their own ancestor, whatever the list claims.
 */
export function findParents(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const byPid = new Map<number, Row[]>()
  for (const row of rows) {
    const same = byPid.get(row.process.pid)
    if (same === undefined) byPid.set(row.process.pid, [row])
    else same.push(row)
  }
  const parents = new Map<string, Row>()
  for (const row of rows) {
    const parent = parentOf(row, byPid.get(row.process.parentPid))
    if (parent !== undefined) parents.set(row.key, parent)
  }
  breakCycles(rows, parents)
  return parents
}

/** Among several of that pid (one has just ended, one has taken its pid) the last that was there before the child. */
function parentOf(child: Row, candidates: readonly Row[] | undefined): Row | undefined {
  const { startedMs } = child
  if (candidates === undefined || startedMs === null) return undefined
  let found: Row | undefined
  for (const candidate of candidates) {
    if (candidate.startedMs === null || candidate.startedMs > startedMs) continue
    if (candidate.process.pid === child.process.pid) continue
    if (found?.startedMs == null || candidate.startedMs > found.startedMs) found = candidate
  }
  return found
}

/** Processes of the same start time can name each other as parent: the one with the lowest pid then has none. */
function breakCycles(rows: readonly Row[], parents: Map<string, Row>): void {
  const isDone = new Set<string>()
  for (const start of rows) {
    const path = new Map<string, Row>()
    let row: Row | undefined = start
    while (row !== undefined && !isDone.has(row.key) && !path.has(row.key)) {
      path.set(row.key, row)
      row = parents.get(row.key)
    }
    if (row !== undefined && path.has(row.key)) {
      let lowest: Row = row
      let member = parents.get(row.key)
      while (member !== undefined && member !== row) {
        if (member.process.pid < lowest.process.pid) lowest = member
        member = parents.get(member.key)
      }
      parents.delete(lowest.key)
    }
    for (const key of path.keys()) isDone.add(key)
  }
}

/** The same map as long as nobody came, went or changed places: what the rows use of memory changes with every look. */
export function createParentFinder(): (rows: readonly Row[]) => ReadonlyMap<string, Row> {
  let last: readonly Row[] = []
  let parents: ReadonlyMap<string, Row> = new Map()
  return (rows) => {
    const isSame =
      rows.length === last.length &&
      rows.every((row, index) => {
        const before = last[index]
        return (
          row === before ||
          (row.key === before?.key && row.process.parentPid === before.process.parentPid)
        )
      })
    if (!isSame) parents = findParents(rows)
    last = rows
    return parents
  }
}
