/**
 * Taking people out of what a report is made from, before words are made: names stand in sentences too. Pure; judging
 * what it leaves comes to the same as judging the whole, and a second time changes nothing.
 */
import type { Autostart } from '../../model/autostart.ts'
import type { ExaminedProcess, Inspection, Instance } from '../../model/inspection.ts'
import type { PcFacts } from '../../model/pc-facts.ts'
import { known, type Probe } from '../../model/probe.ts'
import type { Places } from '../../model/places.ts'
import type { Signature } from '../../model/signature.ts'
import type { VersionInfo } from '../../model/version-info.ts'
import type { Connections } from '../../connections/connections-look.ts'
import { findPeople, isPersonalAccount, isPersonalId, type People, type Removed } from './people.ts'
import { redactConnections } from './redact-connections.ts'
import { redactPc } from './redact-pc.ts'

/** All that a report is made from and that may name somebody. */
export interface Redactable {
  readonly inspection: Inspection
  readonly connections?: Connections | undefined
  readonly pc?: PcFacts | undefined
}

export interface Redacted extends Redactable {
  readonly connections: Connections
  /** What was taken out. */
  readonly removed: readonly Removed[]
  /** For what else was written about the same PC. */
  readonly text: (text: string) => string
}

export function redact({ inspection, connections = {}, pc }: Redactable): Redacted {
  const people = peopleOf(inspection, connections, pc)
  return {
    inspection: redactInspection(inspection, people),
    connections: redactConnections(connections, people),
    ...(pc !== undefined && { pc: redactPc(pc, people) }),
    removed: people.removed(),
    text: people.text,
  }
}

function peopleOf(
  inspection: Inspection,
  connections: Connections,
  pc: PcFacts | undefined,
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
  collect([inspection, connections, pc], texts)
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

function redactInspection(inspection: Inspection, people: People): Inspection {
  const { processes, lookAlikes, strangers, otherApple, services, places } = inspection
  const servicePids = new Set(
    services.flatMap(({ listed }) => (listed.state === 'known' ? [listed.value.pid] : [])),
  )
  const examined = <T extends ExaminedProcess>(one: T): T =>
    redactExamined(one, people, servicePids.has(one.pid))
  const instance = <T extends Instance>(one: T): T => ({
    ...examined(one),
    facts: mapValues(one.facts, (fact) => ({
      ...fact,
      values: mapValues(fact.values, people.text),
    })),
  })
  return {
    ...inspection,
    processes: processes.map((one) => ({ ...one, instances: one.instances.map(instance) })),
    lookAlikes: lookAlikes.map(instance),
    strangers: strangers.map(examined),
    otherApple: mapKnown(otherApple, (all) => all.map(examined)),
    services: services.map((service) => ({
      ...service,
      listed: mapKnown(service.listed, (listed) => ({
        ...listed,
        displayName: people.text(listed.displayName),
      })),
      configuration: mapKnown(service.configuration, (set) => ({
        ...set,
        imagePath: people.command(set.imagePath),
        account: people.account(set.account),
      })),
    })),
    autostart: redactAutostart(inspection.autostart, people),
    places: redactPlaces(places, people),
    findings: inspection.findings.map((finding) =>
      finding.values === undefined
        ? finding
        : { ...finding, values: mapValues(finding.values, people.text) },
    ),
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
    ...process,
    imagePath: mapKnown(process.imagePath, people.path),
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
    signature: mapKnown(process.signature, (one) => redactSignature(one, people)),
    version: mapKnown(process.version, (one) => redactVersion(one, people)),
    neighbours: process.neighbours.map((one) => ({
      ...one,
      signature: mapKnown(one.signature, (signature) => redactSignature(signature, people)),
    })),
  }
}

function redactSignature(signature: Signature, { text }: People): Signature {
  const { signer, issuer } = signature
  return {
    ...signature,
    signer: signer === null ? null : mapValues(signer, text),
    issuer: issuer === null ? null : text(issuer),
  }
}

function redactVersion(version: VersionInfo, { text }: People): VersionInfo {
  const maybe = (value: string | null) => (value === null ? null : text(value))
  return {
    ...version,
    companyName: maybe(version.companyName),
    fileDescription: maybe(version.fileDescription),
    productName: maybe(version.productName),
  }
}

function redactAutostart({ keys, processes }: Autostart, people: People): Autostart {
  const day = (utc: string | null) => (utc === null ? null : dayOf(utc, people))
  return {
    keys,
    processes: processes.map((process) => ({
      ...process,
      offSinceUtc: day(process.offSinceUtc),
      entries: process.entries.map((entry) => ({
        ...entry,
        valueName: people.text(entry.valueName),
        command: mapKnown(entry.command, people.command),
        program: entry.program === null ? null : people.path(entry.program),
        startupSwitch: mapKnown(entry.startupSwitch, (one) => ({
          ...one,
          offSinceUtc: day(one.offSinceUtc),
        })),
        signature: mapKnown(entry.signature, (one) => redactSignature(one, people)),
      })),
    })),
  }
}

function redactPlaces(places: Places, { path, variables: own }: People): Places {
  const { knownFolders, storePackages, installFolders, variables = {} } = places
  return {
    knownFolders: mapValues(knownFolders, (folder) =>
      mapKnown(folder, (value) => (value === null ? null : path(value))),
    ),
    storePackages: mapKnown(storePackages, (all) =>
      all.map((one) => ({ ...one, folder: mapKnown(one.folder, path) })),
    ),
    installFolders: mapKnown(installFolders, (all) => all.map(path)),
    variables: {
      ...mapValues(variables, (value: string | undefined) =>
        value === undefined ? value : path(value),
      ),
      ...own,
    },
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
