/**
 * Tips that go round, and better ways. Read as they are: the build and a test put them through their schema
 * (`mythsSchema`), so that the window need not.
 */
import betterWaysData from '../../assets/catalogue/better-ways.json' with { type: 'json' }
import mythsData from '../../assets/catalogue/myths.json' with { type: 'json' }
import type { BetterWay, Myth } from './schemas/myths-schema.ts'

export const myths = mythsData as unknown as readonly Myth[]

export const betterWays = betterWaysData as unknown as readonly BetterWay[]

/** The better ways for one process, in the order of the data. */
export function betterWaysFor(processId: string): readonly BetterWay[] {
  return betterWays.filter(({ processes }) => processes.includes(processId))
}
