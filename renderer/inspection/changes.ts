/** What is worth saying aloud between two looks at this PC? */
import type { Inspection } from '../../shared/model/inspection.ts'

/** `started`, `ended`: by the catalogue process as a whole. `instances`: it runs on, in another number. */
export interface Change {
  readonly kind: 'started' | 'ended' | 'unsure' | 'instances'
  readonly imageName: string
  readonly count: number
}

/** In catalogue order. The first look is no change. */
export function findChanges(before: Inspection | undefined, after: Inspection): readonly Change[] {
  if (before === undefined || before.processes === after.processes) return []
  const known = new Map(before.processes.map((process) => [process.id, process]))
  return after.processes.flatMap((process): readonly Change[] => {
    const old = known.get(process.id)
    const { imageName, status } = process
    const count = process.instances.length
    if (old === undefined || old === process) return []
    if (old.status !== status) {
      const kind = status === 'running' ? 'started' : status === 'cannot-tell' ? 'unsure' : 'ended'
      // From "cannot tell" to "not running" nothing ended; we only know more.
      if (kind === 'ended' && old.status !== 'running') return []
      return [{ kind, imageName, count }]
    }
    return old.instances.length === count ? [] : [{ kind: 'instances', imageName, count }]
  })
}
