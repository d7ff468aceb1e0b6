/** The order of a fleet's list: what needs attention first. */
import type { FindingCode } from '../model/finding.ts'
import type { Fleet, FleetFinding, FleetPc, PcVerdict, Unreadable } from '../model/fleet.ts'
import { worstWords } from '../model/fleet.ts'
import { findingTitle } from '../text/finding-title.ts'
import { shortText } from '../text/visible-text.ts'
import type { TextKey, Words } from '../text/words.ts'

const rank = new Map<string, number>(worstWords.map((word, at) => [word, at]))

/** By the worst finding, then by how many of it, then by name. */
export function worstPcsFirst(pcs: readonly FleetPc[]): readonly FleetPc[] {
  // PCs with the same facts share their verdict: few verdicts are put in order, and many names within each place.
  const placeOf = new Map<PcVerdict, FleetPc[]>()
  const places = new Map<number, FleetPc[]>()
  for (const pc of pcs) {
    let place = placeOf.get(pc.verdict)
    if (place === undefined) {
      const key = keyOf(pc.verdict)
      place = places.get(key) ?? []
      places.set(key, place)
      placeOf.set(pc.verdict, place)
    }
    place.push(pc)
  }
  const inOrder = [...places].sort(([a], [b]) => a - b)
  return inOrder.flatMap(([, place]) => inOrderOfNames(place))
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

export function headOf({ pcs, unreadable, unreadableMore }: Fleet): FleetHead {
  return {
    answered: pcs.length,
    withoutApple: pcs.filter(({ verdict }) => verdict.hasApple === false).length,
    unreadable: unreadable.length + unreadableMore,
  }
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
