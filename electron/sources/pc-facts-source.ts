/**
 * What this PC has beside its processes, as a source that no inspection waits for. Each part is read by itself, with
 * its own deadline, and kept the longer the more it costs.
 */
import { setMaxListeners } from 'node:events'
import { pcPartNames, type PcPartName } from '../../shared/model/pc-parts.ts'
import { unknownPcFacts } from '../../shared/model/unknown-pc-facts.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import { failed, skipped, type Probe } from '../../shared/model/probe.ts'
import { withDeadline } from '../async/deadline.ts'
import { nextTurn } from '../async/turns.ts'
import type { Asking } from './asking.ts'
import type { Sources } from './sources.ts'

export interface PcPart<T> {
  /** Expected trouble is part of the answer. */
  readonly read: (asking: Asking) => Promise<T>
  /** After this the part reads `timeout`. */
  readonly deadlineMs: number
  /** How long an answer is good for. */
  readonly keptMs: number
}

/** One reader for each part of the facts. */
export type PcParts = { readonly [Name in PcPartName]: PcPart<PcFacts[Name]> }

/** @param now the tests put another clock in its place. */
export function pcFactsSource(
  parts: PcParts,
  now: () => Date = () => new Date(),
): Sources['pcFacts'] {
  const readers = pcPartNames.map((name) => keptPart(name, parts[name], now))
  return async ({ signal }) => {
    const takenAtUtc = now().toISOString()
    const whole = new AbortController()
    // Each part listens to it: with a caller's own signal Node would warn of a leak.
    setMaxListeners(readers.length, whole.signal)
    const stop = () => whole.abort()
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    const answers = await Promise.all(readers.map((read) => read(whole)))
    signal.removeEventListener('abort', stop)
    const kept = answers.flatMap(({ part, readAtUtc }) =>
      readAtUtc < takenAtUtc ? [{ part, readAtUtc }] : [],
    )
    return Object.assign({ takenAtUtc, kept }, ...answers.map(({ facts }) => facts)) as PcFacts
  }
}

interface Answer {
  readonly part: PcPartName
  readonly readAtUtc: string
  /** The part alone, under its name. */
  readonly facts: Partial<PcFacts>
}

type ReadPart = (asking: Asking) => Promise<Answer>

/** While one look is under way, whoever asks waits for it. What a cancelled or late look gave is asked anew. */
function keptPart<Name extends PcPartName>(
  part: Name,
  { read, deadlineMs, keptMs }: PcPart<PcFacts[Name]>,
  now: () => Date,
): ReadPart {
  let last: { readonly answer: Promise<Answer>; readonly askedAt: number } | undefined
  return ({ signal }) => {
    if (last !== undefined && performance.now() - last.askedAt < keptMs) return last.answer
    const readAtUtc = now().toISOString()
    const entry = { answer: look(), askedAt: performance.now() }
    last = entry
    return entry.answer

    async function look(): Promise<Answer> {
      const late = new AbortController()
      const stop = () => late.abort()
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { once: true })
      try {
        // Not all parts begin in one turn.
        await nextTurn()
        const found = await withDeadline<PcFacts[Name] | null>(
          read({ signal: late.signal }),
          deadlineMs,
          null,
        )
        if (late.signal.aborted) return without(skipped('cancelled'))
        if (found === null) return without(failed('timeout'))
        return { part, readAtUtc, facts: { [part]: found } }
      } catch {
        return without(failed('windows-error'))
      } finally {
        // After the deadline nobody wants the rest.
        stop()
        signal.removeEventListener('abort', stop)
      }
    }

    function without(reason: Probe<never>): Answer {
      if (last === entry) last = undefined
      const { [part]: unknown } = unknownPcFacts(readAtUtc, reason)
      return { part, readAtUtc, facts: { [part]: unknown } }
    }
  }
}
