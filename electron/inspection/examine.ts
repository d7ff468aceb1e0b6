/** The facts about the few processes that matter: path, services, owner, signature, version and neighbours. */
import type {
  Catalogue,
  CatalogueProcess,
} from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { programsElsewhere } from '../../shared/judge/autostart.ts'
import { neighboursOf } from '../../shared/judge/trust/trust-rules.ts'
import type { Examination } from '../../shared/judge/judge-inspection.ts'
import type { ImagePath } from '../../shared/model/evidence.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import type { Places } from '../../shared/model/places.ts'
import { known, type Probe } from '../../shared/model/probe.ts'
import type { ListedProcess, Listing } from '../../shared/model/process.ts'
import type { CatalogueService, ListedService } from '../../shared/model/service.ts'
import { failed, skipped } from '../../shared/model/probe.ts'
import { inTurns } from '../async/turns.ts'
import type { Asking } from '../sources/asking.ts'
import type { Sources } from '../sources/sources.ts'

/** A process and the catalogue's image name that it is held against. */
export interface Candidate {
  readonly process: ListedProcess
  readonly imageName: string
}

export async function examine(
  sources: Sources,
  { processes: entries }: Catalogue,
  listing: Listing,
  candidates: readonly Candidate[],
  asking: Asking,
): Promise<Examination> {
  // Nothing else waits for it.
  const askedRunKeys = sources.autostart(asking)
  const [elevated, isSignedIn, listedServices, places] = await Promise.all([
    sources.isElevated(),
    sources.isSignedIn?.(listing),
    sources.services(asking),
    sources.places(asking),
  ])
  const isCandidate = new Set(candidates.map(({ process }) => process.pid))
  const others = listing.processes.filter(({ pid }) => !isCandidate.has(pid))
  const [services, installed, hasDesktopProgram, products, maybeApple] = await Promise.all([
    examineServices(sources, entries, listedServices, places, asking),
    inTurns(entries, async (entry) => {
      return [entry.id, await sources.isInstalled(entry, places, asking)] as const
    }),
    sources.hasDesktopProgram(places, asking),
    sources.products?.(places, asking) ?? [],
    sources.maybeApple(others, places, asking),
  ])
  const wanted = [
    ...candidates,
    ...(maybeApple.state === 'known'
      ? maybeApple.value.map((process) => ({ process, imageName: process.name }))
      : []),
  ]
  const paths = await sources.imagePaths(
    wanted.map(({ process }) => process),
    (pid) => imagePathOfService(services, pid),
    asking,
  )
  const servicesIn = servicesByPid(listedServices)
  const examined = await inTurns(
    wanted,
    async ({ process, imageName }, index): Promise<ExaminedProcess> => {
      const path = paths[index] ?? failed('not-checked')
      // What it has used of the processor changes with every look, and is the list's business.
      return {
        ...process,
        cpuMs: undefined,
        ...(await examineFile(sources, path, neighboursOf(imageName), asking)),
        owner: await sources.owner(process, asking),
        services: servicesIn(process.pid),
        parentName: sources.parentName(process, listing),
      }
    },
  )
  const runKeys = await askedRunKeys
  const started = programsElsewhere({ processes: entries }, { runKeys, places })
  const startedFiles = new Map(
    await inTurns(
      started,
      async (path) => [path, (await sources.file(path, asking)).signature] as const,
    ),
  )
  const byPid = new Map(examined.map((process) => [process.pid, process]))
  const pick = (process: ListedProcess) => byPid.get(process.pid) ?? []
  return {
    elevated,
    isSignedIn,
    places,
    services,
    runKeys,
    startedFiles,
    installed: new Map(installed),
    hasDesktopProgram,
    products,
    byPid,
    maybeApple: maybeApple.state === 'known' ? known(maybeApple.value.flatMap(pick)) : maybeApple,
  }
}

type FilePart = Pick<
  ExaminedProcess,
  'imagePath' | 'imagePathWay' | 'signature' | 'version' | 'neighbours'
>

async function examineFile(
  sources: Sources,
  found: Probe<ImagePath>,
  neighbourNames: readonly string[],
  asking: Asking,
): Promise<FilePart> {
  if (found.state !== 'known') {
    return {
      imagePath: found,
      imagePathWay: null,
      signature: found,
      version: found,
      neighbours: [],
    }
  }
  const { path, way } = found.value
  const [evidence, neighbours] = await Promise.all([
    sources.file(path, asking),
    sources.neighbours(path, neighbourNames, asking),
  ])
  return { imagePath: known(path), imagePathWay: way, ...evidence, neighbours }
}

function servicesByPid(
  services: Probe<readonly ListedService[]>,
): (pid: number) => Probe<readonly string[]> {
  if (services.state !== 'known') return () => services
  const byPid = new Map<number | null, string[]>()
  for (const { pid, keyName } of services.value) {
    const names = byPid.get(pid)
    if (names === undefined) byPid.set(pid, [keyName])
    else names.push(keyName)
  }
  return (pid) => known(byPid.get(pid) ?? [])
}

function imagePathOfService(services: readonly CatalogueService[], pid: number) {
  for (const { listed, configuration } of services) {
    if (listed.state !== 'known' || listed.value.pid !== pid) continue
    if (configuration.state === 'known') return configuration.value.imagePath
  }
  return undefined
}

async function examineServices(
  sources: Sources,
  entries: readonly CatalogueProcess[],
  listed: Probe<readonly ListedService[]>,
  places: Places,
  asking: Asking,
): Promise<readonly CatalogueService[]> {
  const wanted = entries.flatMap(({ id, service }) =>
    (service?.keyNames ?? []).map((keyName) => ({ processId: id, keyName })),
  )
  if (listed.state !== 'known') {
    return wanted.map((one) => ({
      ...one,
      isInstalled: listed,
      listed,
      configuration: listed,
      isProgramThere: listed,
    }))
  }
  // The service manager does not mind the case of a key name.
  const byKey = new Map(listed.value.map((one) => [one.keyName.toUpperCase(), one]))
  const present = wanted.filter(({ keyName }) => byKey.has(keyName.toUpperCase()))
  const configurations = await sources.serviceConfigurations(
    present.map(({ keyName }) => keyName),
    asking,
  )
  const programs = await Promise.all(
    present.map(async ({ keyName }, index): Promise<Probe<boolean>> => {
      const configuration = configurations[index] ?? failed('not-checked')
      if (configuration.state !== 'known') return configuration
      // What runs was there to be started.
      if (byKey.get(keyName.toUpperCase())?.state === 'running') return skipped('not-checked')
      return sources.isServiceProgramThere(configuration.value.imagePath, places, asking)
    }),
  )
  return wanted.map((one): CatalogueService => {
    const found = byKey.get(one.keyName.toUpperCase())
    if (found === undefined) {
      const none = failed('no-such-service')
      return {
        ...{ ...one, isInstalled: known(false), listed: none },
        ...{ configuration: none, isProgramThere: none },
      }
    }
    const at = present.indexOf(one)
    const configuration = configurations[at] ?? failed('not-checked')
    const isProgramThere = programs[at] ?? failed('not-checked')
    return {
      ...{ ...one, isInstalled: known(true), listed: known(found) },
      ...{ configuration, isProgramThere },
    }
  })
}
