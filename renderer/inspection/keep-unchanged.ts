/** Which parts of a new answer are the same as before? Those keep their old objects, so React need not draw them again. */
import type { InspectedProcess, Inspection } from '../../shared/model/inspection.ts'

/** Equal as data: plain objects, arrays, strings, numbers, booleans, null. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}

function keepList(
  before: readonly InspectedProcess[],
  after: readonly InspectedProcess[],
): readonly InspectedProcess[] {
  const known = new Map(before.map((process) => [process.id, process]))
  const kept = after.map((process) => {
    const old = known.get(process.id)
    return old !== undefined && isSame(old, process) ? old : process
  })
  const isUnchanged =
    kept.length === before.length && kept.every((process, index) => process === before[index])
  return isUnchanged ? before : kept
}

/** `after`, with every part that equals its part of `before` replaced by that very object. */
export function keepUnchanged(before: Inspection | undefined, after: Inspection): Inspection {
  if (before === undefined) return after
  return {
    ...after,
    machine: isSame(before.machine, after.machine) ? before.machine : after.machine,
    processes: keepList(before.processes, after.processes),
    findings: isSame(before.findings, after.findings) ? before.findings : after.findings,
  }
}
