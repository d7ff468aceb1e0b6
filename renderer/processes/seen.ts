/** What the table shows of a process beside its numbers: file, command line, services, publisher, verdict. */
import { isPartOfWindows, publisherOf, type Publisher } from '../../shared/judge/trust/publisher.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection, ExaminedProcess } from '../../shared/model/inspection.ts'
import { notToldByLister, skipped, type Probe } from '../../shared/model/probe.ts'
import type { ProcessFacts } from '../../shared/model/process-facts.ts'
import type { Signature } from '../../shared/model/signature.ts'
import { shownTrust, type RowTrust } from '../inspection/shown-trust.ts'
import type { Level } from '../parts/LevelSign.tsx'
import { findingsAbout, levelOf } from '../inspection/verdict-level.ts'
import type { Subject } from './subjects.ts'
import type { Row } from './process-rows.ts'
import type { Learned } from './use-process-facts.ts'

/** `windows`: comes with it. `not-judged`: somebody else's, which this program says nothing about. */
export type RowVerdict = RowTrust | 'windows' | 'not-judged' | 'looking' | 'absent'

/** Those that are no verdict about a program of Apple's. */
export type PlainVerdict = Exclude<RowVerdict, RowTrust>

const plainVerdicts: readonly RowVerdict[] = ['windows', 'not-judged', 'looking', 'absent']

export function isPlain(verdict: RowVerdict): verdict is PlainVerdict {
  return plainVerdicts.includes(verdict)
}

export interface Seen {
  readonly path: Probe<string>
  readonly commandLine: Probe<string>
  readonly services: Probe<readonly string[]>
  /** Null while the file has not been looked at. */
  readonly publisher: Publisher | null
  readonly verdict: RowVerdict
  /** Its name could be taken for one of Apple's. */
  readonly isLookAlike: boolean
  /** Of the pill of a verdict about Apple's. */
  readonly level: Level
  /** It does not run, and that is not as it should be. */
  readonly isMissed: boolean
}

/** A process that was judged, and as what. */
export interface Judged {
  readonly subject: Subject
  readonly process: ExaminedProcess
  readonly trust: RowTrust
  readonly level: Level
}

/** By pid; a process of the list is only meant when it is the same one: see `judgedOf`. */
export type Judgements = ReadonlyMap<number, Judged>

export function judgementsOf(
  subjects: readonly Subject[],
  inspection: Pick<Inspection, 'processes'> | undefined,
  findings: readonly Finding[],
): Judgements {
  const judge = (subject: Subject, process: ExaminedProcess, trust: RowTrust): Judged => ({
    subject,
    process,
    trust,
    level: levelOf(trust, findingsAbout(findings, process.pid)),
  })
  const byId = new Map(inspection?.processes.map((one) => [one.id, one]))
  const judged = new Map<number, Judged>()
  for (const subject of subjects) {
    switch (subject.kind) {
      case 'catalogue':
        for (const process of byId.get(subject.id)?.instances ?? []) {
          judged.set(process.pid, judge(subject, process, shownTrust(process)))
        }
        break
      case 'look-alike': {
        const { process, hasEnded } = subject
        if (!hasEnded) judged.set(process.pid, judge(subject, process, shownTrust(process)))
        break
      }
      case 'other-apple':
        judged.set(subject.process.pid, judge(subject, subject.process, 'from-apple'))
    }
  }
  return judged
}

export function judgedOf(row: Row, judgements: Judgements): Judged | undefined {
  const judged = judgements.get(row.process.pid)
  if (judged?.process.name !== row.process.name) return undefined
  const [from, to] = [judged.process.startedAtUtc, row.process.startedAtUtc]
  const isOther =
    row.process.counts.state === 'known' &&
    from.state === 'known' &&
    to.state === 'known' &&
    from.value !== to.value
  return isOther ? undefined : judged
}

const notChecked: Probe<never> = skipped('not-checked')
const absent: Seen = {
  path: notToldByLister,
  commandLine: notToldByLister,
  services: notToldByLister,
  publisher: null,
  verdict: 'absent',
  isLookAlike: false,
  level: 'quiet',
  isMissed: false,
}
const missing: Seen = { ...absent, isMissed: true }

/** Ids of what should run and does not. */
export function missedIn(processes: Inspection['processes']): ReadonlySet<string> {
  return new Set(processes.flatMap(({ id, absence }) => (absence?.isNormal === false ? [id] : [])))
}

function look(
  row: Row,
  facts: ProcessFacts | undefined,
  signature: Probe<Signature> | undefined,
  judged: Judged | undefined,
  isLearning: boolean,
): Seen {
  const examined = judged?.process
  const own = row.process.imagePath
  const told = own.state === 'known' ? own : undefined
  const path = facts?.imagePath ?? examined?.imagePath ?? told
  const isLooking = path === undefined && isLearning
  const signed = signature ?? examined?.signature
  const isOpen = isLooking || (path?.state === 'known' && signed === undefined && isLearning)
  const shownPath = path ?? own
  const publisher = isOpen ? null : publisherOf(shownPath, signed ?? notChecked)
  return {
    path: shownPath,
    commandLine: facts?.commandLine ?? notChecked,
    services: facts?.services ?? examined?.services ?? notChecked,
    publisher,
    verdict: judged?.trust ?? verdictOf(publisher, shownPath),
    isLookAlike: judged?.subject.kind === 'look-alike',
    level: judged?.level ?? 'quiet',
    isMissed: false,
  }
}

function verdictOf(publisher: Publisher | null, path: Probe<string>): RowVerdict {
  if (publisher === null) return 'looking'
  return isPartOfWindows(publisher, path) ? 'windows' : 'not-judged'
}

interface Kept {
  readonly facts: ProcessFacts | undefined
  readonly signature: Probe<Signature> | undefined
  readonly judged: Judged | undefined
  readonly isLearning: boolean
  readonly path: Probe<string>
  readonly seen: Seen
}

export type SeenOf = (row: Row) => Seen

/** The same object for the same facts, so that a row is drawn again only when something in it is new. */
export function createSeen(): (
  learned: Learned,
  judgements: Judgements,
  missed: ReadonlySet<string>,
) => SeenOf {
  const kept = new Map<string, Kept>()
  return ({ byPid, files, isLearning }, judgements, missed) => {
    if (kept.size > 50_000) kept.clear()
    // A row is asked about many times while the same things are known: sorted, filtered, counted, drawn.
    const answered = new WeakMap<Row, Seen>()
    return (row) => {
      const answer = answered.get(row) ?? seenOf(row)
      answered.set(row, answer)
      return answer
    }

    function seenOf(row: Row): Seen {
      if (row.isAbsent) return missed.has(row.entry?.id ?? '') ? missing : absent
      const given = byPid.get(row.process.pid)
      const start = row.process.startedAtUtc
      const isSame = given?.startedAtUtc === (start.state === 'known' ? start.value : null)
      const facts = isSame ? given : undefined
      const signature =
        facts?.imagePath.state === 'known' ? files.get(facts.imagePath.value) : undefined
      const judged = judgedOf(row, judgements)
      const path = row.process.imagePath
      const last = kept.get(row.key)
      if (
        last?.facts === facts &&
        last?.signature === signature &&
        last?.judged === judged &&
        last?.isLearning === isLearning &&
        last.path === path
      ) {
        return last.seen
      }
      const seen = look(row, facts, signature, judged, isLearning)
      const same = last !== undefined && isSameSeen(last.seen, seen) ? last.seen : seen
      kept.set(row.key, { facts, signature, judged, isLearning, path, seen: same })
      return same
    }
  }
}

function isSameSeen(a: Seen, b: Seen): boolean {
  return (
    a.verdict === b.verdict &&
    a.isLookAlike === b.isLookAlike &&
    a.level === b.level &&
    a.path === b.path &&
    a.commandLine === b.commandLine &&
    a.services === b.services &&
    (a.publisher === b.publisher || JSON.stringify(a.publisher) === JSON.stringify(b.publisher))
  )
}
