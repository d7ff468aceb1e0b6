/**
 * Taking people out of what a report is made from, before words are made: names stand in sentences too. Pure; judging
 * what it leaves comes to the same as judging the whole, and a second time changes nothing.
 */
import type { ExaminedProcess, Inspection } from '../../model/inspection.ts'
import type { PcFacts } from '../../model/pc-facts.ts'
import { known, type Probe } from '../../model/probe.ts'
import type { Connections } from '../../connections/connections-look.ts'
import { findPeople, isPersonalAccount, isPersonalId, type People, type Removed } from './people.ts'
import { redactConnections } from './redact-connections.ts'

/** All that a report is made from and that may name somebody. */
export interface Redactable {
  readonly inspection: Inspection
  readonly connections?: Connections | undefined
  readonly pc?: PcFacts | undefined
  /** Whatever else was written about the PC: its folders tell of people as well. */
  readonly beside?: unknown
}

export interface Redacted extends Omit<Redactable, 'beside'> {
  readonly connections: Connections
  /** What was taken out. */
  readonly removed: readonly Removed[]
  /** For what else was written about the same PC. */
  readonly text: (text: string) => string
  /** Of an opened report, which may have parts that nobody can judge. */
  readonly part: <T>(part: T) => T
}

export function redact({ inspection, connections = {}, pc, beside }: Redactable): Redacted {
  const people = peopleOf(inspection, connections, pc, beside)
  return {
    inspection: redactInspection(inspection, people),
    connections: withoutPeople(redactConnections(connections, people), people),
    ...(pc !== undefined && { pc: withoutPeople(pc, people) }),
    removed: people.removed(),
    text: people.text,
    part: (part) => withoutPeople(part, people, { ...fields, startedAtUtc: dayOf }),
  }
}

function peopleOf(
  inspection: Inspection,
  connections: Connections,
  pc: PcFacts | undefined,
  beside: unknown,
): People {
  const { processes, lookAlikes, strangers, otherApple, places, services } = inspection
  const all: readonly ExaminedProcess[] = [
    ...processes.flatMap(({ instances }) => instances),
    ...lookAlikes,
    ...strangers,
    ...(otherApple.state === 'known' ? otherApple.value : []),
  ]
  const owners = all.flatMap(({ owner }) =>
    owner.state === 'known' && isPersonal(owner.value) ? [owner.value] : [],
  )
  const accounts = [
    ...services.map(({ configuration: set }) => (set.state === 'known' ? set.value.account : '')),
    ...(pc?.services.state === 'known'
      ? pc.services.value.map(({ setUp }) => (setUp.state === 'known' ? setUp.value.account : ''))
      : []),
  ].filter(isPersonalAccount)
  const texts: string[] = []
  collect([inspection, connections, pc, beside], texts)
  return findPeople(
    [...owners, ...accounts.map((account) => ({ securityId: null, account }))],
    texts,
    places.variables?.USERPROFILE,
  )
}

const isPersonal = ({
  securityId,
  account,
}: {
  readonly securityId: string
  readonly account: string | null
}) => isPersonalId(securityId) || (!isWellKnown(securityId) && isPersonalAccount(account ?? ''))

/** `S-1-5-18`, services, window managers: the same on every PC. */
const isWellKnown = (securityId: string) =>
  /^S-1-(?:5-(?:18|19|20|6|7|80-|82-|83-|90-|96-|113|114|32-)|15-)/.test(securityId)

/** Texts with a separator: only those can hold a folder. */
function collect(value: unknown, into: string[]): void {
  if (typeof value === 'string') {
    if (/[\\/]/.test(value)) into.push(value)
  } else if (Array.isArray(value)) for (const one of value) collect(one, into)
  else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) collect(one, into)
  }
}

/** Fields of the model that are read as more than a text. */
type Use = (text: string, people: People) => string
const fields: Readonly<Record<string, Use>> = {
  account: (text, people) => people.account(text),
  command: (text, people) => people.command(text),
  imagePath: (text, people) => people.command(text),
  offSinceUtc: dayOf,
}

/** Fields in which a word of the model may be somebody's name as well: elsewhere such words are this program's own. */
const foreignFields: ReadonlySet<string> = new Set(
  `displayName description companyName fileDescription productName commonName organization issuer name valueName target
  parentName subject provider driverName text value path program folder package`.split(/\s+/),
)

/** Every text of a part. */
function withoutPeople<T>(part: T, people: People, read = fields): T {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      const use = Object.hasOwn(read, key) ? read[key] : undefined
      if (use !== undefined) return use(value, people)
      return ownWord.test(value) && !foreignFields.has(key) ? value : people.text(value)
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, key))
    if (typeof value !== 'object' || value === null) return value
    const isKnown = 'state' in value && value.state === 'known' && 'value' in value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        walk(one, isKnown && name === 'value' ? key : name),
      ]),
    )
  }
  return walk(part, '') as T
}

/** `not-running`, `12.13.11.1`, `2026-11-22T20:00:00.000Z`. */
const ownWord = /^(?:[a-z\d]+(?:-[a-z\d]+)*|[\d.]+|\d{4}-[\d-]{5}T[\d:.]+Z)$/

function redactInspection(inspection: Inspection, people: People): Inspection {
  const { processes, lookAlikes, strangers, otherApple, places, ...rest } = inspection
  const servicePids = new Set(
    rest.services.flatMap(({ listed }) => (listed.state === 'known' ? [listed.value.pid] : [])),
  )
  const examined = <T extends ExaminedProcess>(one: T): T =>
    redactExamined(one, people, servicePids.has(one.pid))
  return {
    ...withoutPeople(rest, people),
    processes: processes.map(({ instances, ...one }) => ({
      ...withoutPeople(one, people),
      instances: instances.map(examined),
    })),
    lookAlikes: lookAlikes.map(examined),
    strangers: strangers.map(examined),
    otherApple: mapKnown(otherApple, (all) => all.map(examined)),
    places: {
      ...withoutPeople(places, people),
      variables: { ...withoutPeople(places.variables ?? {}, people), ...people.variables },
    },
  }
}

/** When a person's program started says when the person came: the day is enough. */
function redactExamined<T extends ExaminedProcess>(
  process: T,
  people: People,
  isService: boolean,
): T {
  const { owner, services } = process
  const isServices =
    isService ||
    (services.state === 'known' && services.value.length > 0) ||
    (owner.state === 'known' && !isPersonal(owner.value) && isWellKnown(owner.value.securityId))
  return {
    ...withoutPeople(process, people),
    startedAtUtc: isServices
      ? process.startedAtUtc
      : mapKnown(process.startedAtUtc, (utc) => dayOf(utc, people)),
    owner: mapKnown(owner, (value) => ({
      ...value,
      securityId: people.securityId(value.securityId, value.account),
      account:
        value.account === null || !isPersonal(value)
          ? value.account
          : people.account(value.account),
    })),
  }
}

function dayOf(utc: string, { note }: Pick<People, 'note'>): string {
  const day = `${utc.slice(0, 10)}T00:00:00.000Z`
  if (day !== utc) note('start-times')
  return day
}

function mapKnown<T>(probe: Probe<T>, use: (value: T) => T): Probe<T> {
  return probe.state === 'known' ? known(use(probe.value)) : probe
}

export function mapValues<T extends object>(record: T, use: (value: T[keyof T]) => T[keyof T]): T {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, use(value as T[keyof T])]),
  ) as T
}
