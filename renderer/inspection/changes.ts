/** Changes between two inspections that are said aloud. */
import type { InspectedProcess, Inspection } from '../../shared/model/inspection.ts'
import { findEnded, hasJustStarted } from './live-marks.ts'
import { processKey } from './process-key.ts'
import { worstTrust, type ShownTrust } from './shown-trust.ts'

/**
 * `started`, `ended`: by the catalogue process as a whole; also another program of Apple's that appears, or a look-alike
 * that ends. `instances`: it runs on, in another number. `trust`: it runs on, with another verdict. `look-alike`: a name
 * that could be taken for one of the catalogue's has appeared.
 */
export type Change =
  | {
      readonly kind: 'started' | 'ended' | 'unsure' | 'instances'
      readonly imageName: string
      readonly count: number
    }
  | { readonly kind: 'trust'; readonly imageName: string; readonly trust: ShownTrust }
  | { readonly kind: 'look-alike'; readonly imageName: string; readonly resembles: string }

/** Look-alikes first, then in catalogue order, then other programs of Apple's. The first look is no change. */
export function findChanges(before: Inspection | undefined, after: Inspection): readonly Change[] {
  if (before === undefined) return []
  return [
    ...changedLookAlikes(before, after),
    ...changedProcesses(before, after),
    ...newOtherApple(before, after),
  ]
}

function changedLookAlikes(before: Inspection, after: Inspection): readonly Change[] {
  if (before.lookAlikes === after.lookAlikes) return []
  const known = new Set(before.lookAlikes.map(processKey))
  const appeared = after.lookAlikes
    .filter((one) => !known.has(processKey(one)))
    .map(({ name, resembles }) => ({ kind: 'look-alike', imageName: name, resembles }) as const)
  const ended = findEnded(before, after)
  return [
    ...appeared,
    ...ended.map(({ name }) => ({ kind: 'ended', imageName: name, count: 0 }) as const),
  ]
}

function changedProcesses(before: Inspection, after: Inspection): readonly Change[] {
  if (before.processes === after.processes) return []
  const known = new Map(before.processes.map((process) => [process.id, process]))
  return after.processes.flatMap((process) => {
    const old = known.get(process.id)
    return old === undefined || old === process ? [] : changesOf(old, process)
  })
}

/** Only what is known to be new: their list may know more from look to look. */
function newOtherApple(before: Inspection, after: Inspection): readonly Change[] {
  const [old, now] = [before.otherApple, after.otherApple]
  if (old === now || old.state !== 'known' || now.state !== 'known') return []
  return now.value
    .filter((one) => hasJustStarted(one, old.value, before.takenAtUtc))
    .map(({ name }) => ({ kind: 'started', imageName: name, count: 1 }))
}

function changesOf(old: InspectedProcess, process: InspectedProcess): readonly Change[] {
  const { imageName, status } = process
  const count = process.instances.length
  if (old.status !== status) {
    const kind = status === 'running' ? 'started' : status === 'cannot-tell' ? 'unsure' : 'ended'
    // From "cannot tell" to "not running" nothing ended; we only know more.
    if (kind === 'ended' && old.status !== 'running') return []
    return [{ kind, imageName, count }]
  }
  const trust = worstTrust(process.instances)
  return [
    ...(old.instances.length === count ? [] : [{ kind: 'instances', imageName, count } as const]),
    ...(worstTrust(old.instances) === trust ? [] : [{ kind: 'trust', imageName, trust } as const]),
  ]
}
