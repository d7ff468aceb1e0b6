/** A clock moved by hand for what the window plans seconds ahead: looks and patience. Drawing and waiting keep the real one. */
import { act } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'

const secondMs = 1_000
/** What the tests themselves wait at most is no plan of the window. */
const hangGuardMs = 60_000

interface Planned {
  readonly dueMs: number
  readonly run: () => void
}

/** On a busy machine no look comes, and none is slow, before the test says `pass`. */
export function moveClockByHand(): { readonly pass: (ms: number) => Promise<void> } {
  const { setTimeout, clearTimeout } = globalThis
  const planned = new Map<unknown, Planned>()
  let nowMs = 0

  beforeEach(() => {
    const plan = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
      if (ms < secondMs || ms >= hangGuardMs) return setTimeout(run, ms, ...given)
      const name = Symbol('planned by hand')
      planned.set(name, {
        dueMs: nowMs + ms,
        run: () => {
          run(...given)
        },
      })
      return name
    }
    const forget = (name: unknown) => {
      if (!planned.delete(name)) clearTimeout(name as number | undefined)
    }
    Object.assign(globalThis, { setTimeout: plan, clearTimeout: forget })
  })
  afterEach(() => {
    Object.assign(globalThis, { setTimeout, clearTimeout })
    planned.clear()
  })

  const next = (untilMs: number) =>
    [...planned]
      .filter(([, { dueMs }]) => dueMs <= untilMs)
      .toSorted(([, one], [, other]) => one.dueMs - other.dueMs)
      .at(0)

  const pass = (ms: number) =>
    act(async () => {
      const untilMs = nowMs + ms
      for (let due = next(untilMs); due !== undefined; due = next(untilMs)) {
        const [name, { dueMs, run }] = due
        planned.delete(name)
        nowMs = dueMs
        run()
        // Answers that are there already come before the next plan.
        await new Promise((resolve) => setTimeout(resolve))
      }
      nowMs = untilMs
    })
  return { pass }
}
