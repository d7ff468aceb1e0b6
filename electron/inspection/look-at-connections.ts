/**
 * This PC's own side of its connections: hosts file, ports, firewall. Listens to what the system says, and connects to
 * nothing.
 */
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { success, type Result } from '../../shared/model/result.ts'
import { judgePorts } from '../../shared/connections/judge-ports.ts'
import type { PortProcess } from '../../shared/connections/port-owner.ts'
import { desktopFiles, storeFiles } from '../../shared/judge/program-files.ts'
import type { ConnectionsLook } from '../../shared/connections/connections-look.ts'
import type { Inspection, InspectionFailure } from '../../shared/model/inspection.ts'
import type { Places } from '../../shared/model/places.ts'
import type { Probe } from '../../shared/model/probe.ts'
import type { Listing } from '../../shared/model/process.ts'
import type { ListedService } from '../../shared/model/service.ts'
import type { Asking } from '../sources/asking.ts'
import type { Sources } from '../sources/sources.ts'
import type { ConnectionSources } from '../sources/connection-sources.ts'
import type { Inspected } from './inspect.ts'
import { readHosts } from './read-hosts.ts'

export interface ConnectionsQuestion {
  readonly sources: Pick<Sources, 'clock' | 'services'>
  readonly connections: ConnectionSources
  readonly catalogue: Catalogue
  /** Makes an inspection, or joins one that is under way. */
  readonly inspect: (asking: Asking) => Promise<Result<Inspected, InspectionFailure>>
  readonly signal?: AbortSignal
}

export interface InspectedConnections extends Inspected {
  readonly look: ConnectionsLook
}

/** Gathers everything, then judges it. Answers with the inspection that it is judged by. */
export async function lookAtConnections({
  sources,
  connections,
  catalogue,
  inspect,
  signal = new AbortController().signal,
}: ConnectionsQuestion): Promise<Result<InspectedConnections, InspectionFailure>> {
  const asking = { signal }
  const takenAtUtc = sources.clock().toISOString()
  const hostsFile = connections.hostsFile()
  const [listeners, portProxies, services] = await Promise.all([
    connections.listeners(asking),
    connections.portProxies(asking),
    sources.services(asking),
  ])
  // After the listeners: what ends in between is then missing from both, and not taken for one without its port.
  const listedFromUtc = sources.clock().toISOString()
  const joined = await inspect(asking)
  const isOlder = joined.ok && joined.value.inspection.takenAtUtc < listedFromUtc
  const inspected = isOlder ? await inspect(asking) : joined
  if (!inspected.ok) return inspected
  const { inspection, listing } = inspected.value
  const firewall = await connections.blockingRules(
    programPaths(inspection, catalogue),
    variablesOf(inspection.places),
    asking,
  )
  const look = {
    takenAtUtc,
    hostsFile: readHosts(await hostsFile).look,
    ports: judgePorts({
      listeners,
      processes: portProcesses(inspection, listing, services),
      isListComplete: listing.isComplete,
      portProxies,
      takenAtUtc,
    }),
    firewall,
  }
  return success({ inspection, listing, look })
}

/** Every process of the list, with what the inspection found out about those of the catalogue. */
function portProcesses(
  { processes }: Inspection,
  listing: Listing,
  services: Probe<readonly ListedService[]>,
): readonly PortProcess[] {
  const judged = new Map(
    processes.flatMap(({ id, instances }) =>
      instances.map(({ pid, trust }) => [pid, { catalogueId: id, trust }] as const),
    ),
  )
  const keyNames = new Map<number, string[]>()
  for (const { pid, keyName } of services.state === 'known' ? services.value : []) {
    if (pid !== null) keyNames.set(pid, [...(keyNames.get(pid) ?? []), keyName])
  }
  return listing.processes.map(({ pid, name, startedAtUtc }) => ({
    pid,
    name,
    startedAtUtc: startedAtUtc.state === 'known' ? startedAtUtc.value : null,
    ...(judged.get(pid) ?? { catalogueId: null, trust: null }),
    services: keyNames.get(pid) ?? [],
  }))
}

/** Where Apple's programs run from, and where they would lie. A rule that blocks somebody else's program is none of ours. */
function programPaths(
  { processes, places }: Inspection,
  { processes: entries }: Catalogue,
): readonly string[] {
  const running = processes.flatMap(({ instances }) =>
    instances.flatMap(({ imagePath, trust }) =>
      imagePath.state === 'known' &&
      (trust === 'genuine' || trust === 'wrong-folder' || trust === 'cannot-tell')
        ? [imagePath.value]
        : [],
    ),
  )
  const installed = entries.flatMap((entry) => [
    ...desktopFiles(entry, places).files,
    ...storeFiles(entry, places).files,
  ])
  return [...new Set([...running, ...installed])]
}

/** What `%ProgramFiles%` and its like stand for. */
function variablesOf({ knownFolders }: Places): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(knownFolders).flatMap(([name, folder]) =>
      folder.state === 'known' && folder.value !== null ? [[name, folder.value] as const] : [],
    ),
  )
}
