/** The judge of an inspection over an engine's facts, and what a PC comes to in a list of many. */
import type { LookAlikeFinder } from '../catalogue/look-alike.ts'
import { matchProcesses } from '../catalogue/match.ts'
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import { hasApple } from '../judge/has-apple.ts'
import { judgeInspection, type Examination } from '../judge/judge-inspection.ts'
import { isInAppleFolder } from '../judge/trust/expected-folders.ts'
import { pathKey } from '../judge/windows-path.ts'
import type { ExaminedProcess, Inspection } from '../model/inspection.ts'
import type { Finding } from '../model/finding.ts'
import type { PcVerdict } from '../model/fleet.ts'
import { failed, known, notToldByLister, skipped, type Probe } from '../model/probe.ts'
import type { CatalogueService, ListedService } from '../model/service.ts'
import type { FactProcess, FactService, FleetFacts } from './facts.ts'

export interface FactsQuestion {
  readonly facts: FleetFacts
  readonly catalogue: Catalogue
  /** Ready for every name in the facts. */
  readonly lookAlikes: LookAlikeFinder
  /** ISO 8601, UTC. */
  readonly takenAtUtc: string
}

export function judgeFacts({
  facts,
  catalogue,
  lookAlikes,
  takenAtUtc,
}: FactsQuestion): Inspection {
  const processes = facts.processes.map((process, at) => examinedOf(process, at, takenAtUtc))
  const matches = matchProcesses(catalogue.processes, processes)
  const found = lookAlikes.find(processes)
  const isNamed = new Set([
    ...[...matches.values()].flatMap((own) => own.map(({ pid }) => pid)),
    ...found.map(({ process }) => process.pid),
  ])
  const others = processes.filter(
    ({ pid, imagePath }) =>
      !isNamed.has(pid) &&
      imagePath.state === 'known' &&
      isInAppleFolder(imagePath.value, catalogue.processes, facts.places),
  )
  return judgeInspection({
    takenAtUtc,
    machine: facts.machine,
    catalogue,
    listing: {
      lister: 'recorded',
      processes,
      processesSeen: processes.length,
      isComplete: facts.isComplete,
    },
    matches,
    lookAlikes: found,
    examination: examinationOf(facts, catalogue, processes, others),
  })
}

const longAgoMs = 10 * 60_000

function examinedOf(process: FactProcess, at: number, takenAtUtc: string): ExaminedProcess {
  const { name, path, signature, originalName, serviceKey, isOld, neighbours } = process
  return {
    // What an engine does not tell.
    parentPid: 0,
    parentName: null,
    workingSetBytes: notToldByLister,
    counts: notToldByLister,
    owner: notToldByLister,
    pid: at + 1,
    name,
    imagePath: path,
    imagePathWay: path.state === 'known' ? 'lister' : null,
    startedAtUtc: isOld
      ? known(new Date(Date.parse(takenAtUtc) - longAgoMs).toISOString())
      : notToldByLister,
    signature,
    version:
      originalName === ''
        ? skipped('not-checked')
        : known({ ...noVersion, originalFilename: originalName }),
    neighbours,
    services: known(serviceKey === '' ? [] : [serviceKey]),
  }
}

const noVersion = {
  companyName: null,
  fileDescription: null,
  productName: null,
  fileVersion: null,
  productVersion: null,
  originalFilename: null,
  fixedFileVersion: null,
} as const

function examinationOf(
  facts: FleetFacts,
  catalogue: Catalogue,
  processes: readonly ExaminedProcess[],
  others: readonly ExaminedProcess[],
): Examination {
  const { places, runKeys, installed, hasDesktopProgram, products } = facts
  return {
    elevated: skipped('not-checked'),
    places,
    services: servicesOf(facts, catalogue, processes),
    runKeys,
    startedFiles: new Map(facts.startedFiles),
    installed: new Map(
      catalogue.processes.map(({ id }) => [
        id,
        installed.state === 'known' ? known(installed.value.has(id)) : installed,
      ]),
    ),
    hasDesktopProgram,
    products,
    byPid: new Map(processes.map((process) => [process.pid, process])),
    maybeApple: known(others),
  }
}

function servicesOf(
  { services }: FleetFacts,
  catalogue: Catalogue,
  processes: readonly ExaminedProcess[],
): readonly CatalogueService[] {
  const wanted = catalogue.processes.flatMap(({ id, service }) =>
    (service?.keyNames ?? []).map((keyName) => ({ processId: id, keyName })),
  )
  if (services.state !== 'known') {
    return wanted.map(({ processId, keyName }) => ({
      processId,
      keyName,
      isInstalled: services,
      listed: services,
      configuration: services,
      isProgramThere: services,
    }))
  }
  const byKey = new Map(services.value.map((service) => [pathKey(service.keyName), service]))
  return wanted.map(({ processId, keyName }) => {
    const service = byKey.get(pathKey(keyName))
    if (service === undefined) {
      const none = failed('no-such-service')
      return {
        processId,
        keyName,
        isInstalled: known(false),
        listed: none,
        configuration: none,
        isProgramThere: none,
      }
    }
    const { startType, imagePath, account } = service
    return {
      processId,
      keyName,
      isInstalled: known(true),
      listed: known(listedOf(service, processes)),
      configuration: known({ startType, imagePath, account }),
      // What runs was there to be started.
      isProgramThere: service.state === 'running' ? skipped('not-checked') : service.isProgramThere,
    }
  })
}

function listedOf(
  { keyName, state, lastExit }: FactService,
  processes: readonly ExaminedProcess[],
): ListedService {
  const runsIn = processes.find(
    ({ services }) =>
      services.state === 'known' && services.value.some((key) => pathKey(key) === pathKey(keyName)),
  )
  return {
    keyName,
    displayName: '',
    state,
    pid: runsIn?.pid ?? null,
    ...(lastExit !== undefined && { lastExit }),
  }
}

/**
 * @param findings all of them, also those of connections, the worst first.
 * @param isListed whether the list of installed programs names one of Apple's
 */
export function verdictOf(
  inspection: Pick<Inspection, 'stack' | 'products' | 'processes' | 'services' | 'places'>,
  findings: readonly Finding[],
  isListed: Probe<boolean>,
): PcVerdict {
  const { products, processes, services, places } = inspection
  const { stack } = inspection.stack
  const known = new Map<string, PcVerdict['findings'][number]>()
  for (const { code, severity, subject } of findings) {
    // Two processes of one name with one fault are one thing to know in a list of many.
    known.set(`${code} ${subject}`, { code, severity, subject })
  }
  return {
    worst: findings[0]?.severity ?? 'none',
    findings: [...known.values()],
    stack,
    versions: versionsOf(products),
    hasApple: hasApple({ stack, processes, services, places, isListed }),
  }
}

export const versionsOf = (products: Inspection['products']): readonly string[] =>
  products.map(({ id, version }) => `${productNames[id]} ${version}`)

const productNames = { itunes: 'iTunes', 'apple-devices': 'Apple Devices' } as const
