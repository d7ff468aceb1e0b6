/**
 * A new answer with the unchanged parts of the old one. Those keep their old objects, so React need not draw them
 * again.
 */
import type { InspectedProcess, Inspection } from '../../shared/model/inspection.ts'
import { known } from '../../shared/model/probe.ts'
import { processKey } from './process-key.ts'

/** Equality of plain data. Functions only if they are the same. */
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

function keep<T>(before: T, after: T): T {
  return isSame(before, after) ? before : after
}

/** @param merge what becomes of two members with the same key. */
function keepList<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (member: T) => string,
  merge: (before: T, after: T) => T = keep,
): readonly T[] {
  const old = new Map(before.map((member) => [keyOf(member), member]))
  const kept = after.map((member) => {
    const same = old.get(keyOf(member))
    return same === undefined ? member : merge(same, member)
  })
  const isUnchanged =
    kept.length === before.length && kept.every((member, index) => member === before[index])
  return isUnchanged ? before : kept
}

/** One instance of three takes more memory: the other two need not be drawn again. */
function keepProcess(before: InspectedProcess, after: InspectedProcess): InspectedProcess {
  const instances = keepList(before.instances, after.instances, processKey)
  return keep(before, { ...after, instances })
}

function keepOtherApple(
  before: Inspection['otherApple'],
  after: Inspection['otherApple'],
): Inspection['otherApple'] {
  if (before.state !== 'known' || after.state !== 'known') return keep(before, after)
  const kept = keepList(before.value, after.value, processKey)
  return kept === before.value ? before : known(kept)
}

/** `after`, with every part that equals its part of `before` replaced by that very object. */
export function keepUnchanged(before: Inspection | undefined, after: Inspection): Inspection {
  if (before === undefined) return after
  return {
    ...after,
    machine: keep(before.machine, after.machine),
    elevated: keep(before.elevated, after.elevated),
    isSignedIn: keep(before.isSignedIn, after.isSignedIn),
    stack: keep(before.stack, after.stack),
    products: keep(before.products, after.products),
    processes: keepList(before.processes, after.processes, ({ id }) => id, keepProcess),
    lookAlikes: keepList(before.lookAlikes, after.lookAlikes, processKey),
    otherApple: keepOtherApple(before.otherApple, after.otherApple),
    strangers: keepList(before.strangers, after.strangers, processKey),
    services: keep(before.services, after.services),
    autostart: keep(before.autostart, after.autostart),
    places: keep(before.places, after.places),
    findings: keep(before.findings, after.findings),
  }
}
