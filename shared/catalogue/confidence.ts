/** How sure a claim is shown to be. */
import type { Evidence } from '../model/evidence.ts'
import type { Catalogue } from './schemas/catalogue-schema.ts'

/** The words are `confidence.<shown>`. `low`: none of its sources can be looked up, whatever they say. */
export const shownConfidences = ['certain', '2+', '1', 'inferred', 'low'] as const
export type ShownConfidence = (typeof shownConfidences)[number]

export function shownConfidence(
  { sources: keys, confidence }: Evidence,
  sources: Catalogue['sources'],
): ShownConfidence {
  return keys.some((key) => sources[key]?.url !== undefined) ? confidence : 'low'
}

export interface ShownEvidence {
  readonly shown: ShownConfidence
  readonly sources: readonly string[]
}

/** One for each degree in which these are shown, with all of its sources. */
export function mergeEvidence(
  found: readonly (Evidence | undefined)[],
  sources: Catalogue['sources'],
): readonly ShownEvidence[] {
  const byDegree = new Map<ShownConfidence, Set<string>>()
  for (const evidence of found) {
    if (evidence === undefined) continue
    const shown = shownConfidence(evidence, sources)
    const keys = byDegree.get(shown) ?? new Set()
    for (const key of evidence.sources) keys.add(key)
    byDegree.set(shown, keys)
  }
  return [...byDegree].map(([shown, keys]) => ({ shown, sources: [...keys] }))
}
