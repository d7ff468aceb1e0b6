/** The order of a fleet's list: what needs attention first. */
import type { FindingCode } from '../model/finding.ts'
import type { Fleet, FleetFinding, FleetPc, PcVerdict, Unreadable } from '../model/fleet.ts'
import { worstWords } from '../model/fleet.ts'
import { findingTitle } from '../text/finding-title.ts'
import { shortText } from '../text/visible-text.ts'
import type { TextKey, Words } from '../text/words.ts'

const rank = new Map<string, number>(worstWords.map((word, at) => [word, at]))

export interface OrderedPcs {
  readonly pcs: readonly FleetPc[]
  /** PCs with the same facts share their verdict: a hundred thousand have a few hundred. */
  readonly counts: VerdictCounts
}

export type VerdictCounts = ReadonlyMap<PcVerdict, number>

/** By the worst finding, then by how many of it, then by name. */
export function inOrder(pcs: readonly FleetPc[]): OrderedPcs {
  const places = new Map<number, FleetPc[]>()
  const verdicts = new Map<PcVerdict, { readonly place: FleetPc[]; count: number }>()
  for (const pc of pcs) {
    let same = verdicts.get(pc.verdict)
    if (same === undefined) {
      const key = keyOf(pc.verdict)
      const place = places.get(key) ?? []
      places.set(key, place)
      verdicts.set(pc.verdict, (same = { place, count: 0 }))
    }
    same.place.push(pc)
    same.count += 1
  }
  const worstFirst = [...places].sort(([a], [b]) => a - b)
  return {
    pcs: worstFirst.flatMap(([, place]) => inOrderOfNames(place)),
    counts: new Map([...verdicts].map(([verdict, { count }]) => [verdict, count])),
  }
}

const mostFindings = 1_000_000

function keyOf({ worst, findings }: PcVerdict): number {
  const serious = findings.reduce((sum, { severity }) => sum + (severity === worst ? 1 : 0), 0)
  return (rank.get(worst) ?? 0) * mostFindings - Math.min(serious, mostFindings - 1)
}

/** Answers mostly come in the order of their names. */
function inOrderOfNames(pcs: FleetPc[]): readonly FleetPc[] {
  const isInOrder = pcs.every(({ name }, at) => at === 0 || (pcs[at - 1]?.name ?? '') <= name)
  if (isInOrder) return pcs
  return pcs.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

export interface FleetHead {
  readonly answered: number
  readonly withoutApple: number
  readonly unreadable: number
}

export function headOf(
  { pcs, unreadable, unreadableMore }: Fleet,
  counts: VerdictCounts,
): FleetHead {
  let withoutApple = 0
  for (const [{ hasApple }, count] of counts) if (hasApple === false) withoutApple += count
  return { answered: pcs.length, withoutApple, unreadable: unreadable.length + unreadableMore }
}

/** What kind of finding it is, without the program: how a list of many groups them. Null where there is no such word. */
export function kindOfFinding({ t, has }: Words, code: string): string | null {
  const key = `fleet.finding.${code}`
  return has(key) ? t(key) : null
}

export function findingInFleet(
  words: Words,
  { code, subject, severity }: Pick<FleetFinding, 'code' | 'subject' | 'severity'>,
): string {
  const kind = kindOfFinding(words, code)
  if (kind === null) return findingTitle(words, { code: code as FindingCode, subject, severity })
  return subject === ''
    ? kind
    : words.t('fleet.about', { about: shortText(subject, 80), what: kind })
}

export function stackTitle({ t, has }: Words, stack: string): string {
  const key = `fleet.stack.${stack}`
  return has(key) ? t(key) : stack
}

/** One sentence, with what it is about in front. */
export function problemWords({ t }: Words, { problem, detail }: Unreadable): string {
  const sentence = t(`fleet.problem.${problem}` satisfies TextKey)
  return detail === '' ? sentence : t('fleet.about', { about: detail, what: sentence })
}

/** `iTunesHelper.exe: Apple's name, no signature`, one for each finding. */
export function findingsOf({ verdict }: FleetPc, words: Words): readonly string[] {
  return verdict.findings.map((finding) => findingInFleet(words, finding))
}
