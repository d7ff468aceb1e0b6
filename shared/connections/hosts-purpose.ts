/** What a name of Apple's is for: signing, activation, the store, statistics … Decided by the name, whoever wrote the line. */
import { patternCovers } from '../catalogue/endpoints.ts'
import { readHostsLines, type HostsLines } from '../catalogue/hosts-lines.ts'

export type HostsPurpose = HostsLines['purposes'][number]

/** Sorted so that a file full of Apple's names is judged in one go. */
interface Rules {
  readonly exact: ReadonlyMap<string, HostsPurpose>
  readonly byLabels: readonly (readonly [RegExp, HostsPurpose])[]
  /** By what stands behind `*.` */
  readonly below: ReadonlyMap<string, HostsPurpose>
  readonly others: readonly (readonly [pattern: string, HostsPurpose])[]
}

let rules: Rules | undefined

function readRules(): Rules {
  if (rules !== undefined) return rules
  const { purposes } = readHostsLines()
  const all = purposes.flatMap((purpose) =>
    purpose.patterns.map((pattern) => [pattern, purpose] as const),
  )
  const isBelow = (pattern: string) => pattern.startsWith('*.') && !pattern.includes('*', 1)
  return (rules = {
    exact: new Map(all.filter(([pattern]) => !pattern.includes('*'))),
    byLabels: purposes.flatMap((purpose) =>
      purpose.labelParts === undefined ? [] : [[labelRule(purpose.labelParts), purpose] as const],
    ),
    below: new Map(
      all.flatMap(([pattern, purpose]) =>
        isBelow(pattern) ? [[pattern.slice(2), purpose] as const] : [],
      ),
    ),
    others: all.filter(([pattern]) => pattern.includes('*') && !isBelow(pattern)),
  })
}

/** The data holds letters and hyphens only. */
function labelRule({ whole, starts, ends }: NonNullable<HostsPurpose['labelParts']>): RegExp {
  return new RegExp(
    [
      `(?:^|[.-])(?:${whole.join('|')})(?:[.-]|$)`,
      `(?:^|\\.)(?:${starts.join('|')})`,
      `(?:${ends.join('|')})(?:\\.|$)`,
    ].join('|'),
  )
}

/** A file's reader asks about each name several times in a row. */
let last: { readonly name: string; readonly purpose: HostsPurpose | undefined } | undefined

/** @param name lower case, without the dot at the end. The rule that says most about the name decides. */
export function purposeOf(name: string): HostsPurpose | undefined {
  if (last?.name !== name) last = { name, purpose: findPurpose(name) }
  return last.purpose
}

function findPurpose(name: string): HostsPurpose | undefined {
  const { exact, byLabels, below, others } = readRules()
  const asItIs = exact.get(name)
  if (asItIs !== undefined) return asItIs
  for (const [rule, purpose] of byLabels) if (rule.test(name)) return purpose
  for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) {
    const purpose = below.get(name.slice(at + 1))
    if (purpose !== undefined) return purpose
  }
  return others.find(([pattern]) => patternCovers(pattern, name))?.[1]
}
