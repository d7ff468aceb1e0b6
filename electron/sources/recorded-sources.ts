/** Sources out of a saved report. A report is a source like any other; its facts are judged anew. */
import { success } from '../../shared/model/result.ts'
import { unknownPcFacts } from '../../shared/model/unknown-pc-facts.ts'
import { unknownPlaces } from '../../shared/model/places.ts'
import { known, skipped, type Probe } from '../../shared/model/probe.ts'
import type { ListedProcess } from '../../shared/model/process.ts'
import { runKeysIn } from '../../shared/report/convert/report-of-autostart.ts'
import type { Report, ReportExamined } from '../../shared/report/schema/report-schema.ts'
import type { Sources } from './sources.ts'

const notChecked: Probe<never> = Object.freeze(skipped('not-checked'))

export function recordedSources(report: Report): Sources {
  const { platform, release, edition, arch, language } = report.machine
  const { lookAlikes = [], otherApple, strangers = [], services = [], stackSigns = [] } = report
  const recorded = [
    ...report.processes.flatMap(({ instances }) => instances),
    ...lookAlikes,
    ...(otherApple ?? []),
    ...strangers,
  ]
  const others = new Set([...(otherApple ?? []), ...strangers].map(({ pid }) => pid))
  const byPid = new Map(recorded.map((process) => [process.pid, process]))
  const byPath = new Map(
    recorded.flatMap((process): (readonly [string, ReportExamined])[] =>
      process.imagePath.state === 'known' ? [[process.imagePath.value, process]] : [],
    ),
  )
  const startedFiles = new Map(
    (report.autostart ?? []).flatMap(({ entries }) =>
      entries.flatMap(({ program, signature }) =>
        program === null ? [] : [[program, signature] as const],
      ),
    ),
  )
  const byKeyName = new Map(services.map((service) => [service.keyName, service]))
  const installed = new Map(report.processes.map(({ id, isInstalled }) => [id, isInstalled]))
  const answer =
    <T>(value: T) =>
    () =>
      Promise.resolve(value)
  return {
    machine: { platform, release, ...(edition !== undefined && { edition }), arch, language },
    clock: () => new Date(report.generatedAtUtc),
    list: answer(
      success({
        lister: 'recorded',
        processes: [...byPid.values()].map(listedOf),
        processesSeen: report.processesSeen,
        isComplete: report.processes.every(({ status }) => status !== 'cannot-tell'),
      }),
    ),
    isElevated: answer(report.elevated ?? notChecked),
    ...(report.isSignedIn !== undefined && { isSignedIn: answer(report.isSignedIn) }),
    services: answer(servicesOf(services, byPid)),
    serviceConfigurations: (keyNames) =>
      Promise.resolve(
        keyNames.map((keyName) => byKeyName.get(keyName)?.configuration ?? notChecked),
      ),
    isServiceProgramThere: (imagePath) =>
      Promise.resolve(
        services.find(
          ({ configuration }) =>
            configuration.state === 'known' && configuration.value.imagePath === imagePath,
        )?.isProgramThere ?? notChecked,
      ),
    autostart: answer(runKeysIn(report)),
    places: answer(report.places ?? unknownPlaces(notChecked)),
    isInstalled: ({ id }) => Promise.resolve(installed.get(id) ?? notChecked),
    hasDesktopProgram: answer(desktopProgramOf(report, stackSigns)),
    products: answer(report.products ?? []),
    imagePaths: (processes) =>
      Promise.resolve(
        processes.map(({ pid }) => {
          const { imagePath = notChecked, imagePathWay } = byPid.get(pid) ?? {}
          return imagePath.state === 'known'
            ? known({ path: imagePath.value, way: imagePathWay ?? 'lister' })
            : imagePath
        }),
      ),
    file: (path) => {
      const { signature = startedFiles.get(path) ?? notChecked, version = notChecked } =
        byPath.get(path) ?? {}
      return Promise.resolve({ signature, version })
    },
    neighbours: (path) => Promise.resolve(byPath.get(path)?.neighbours ?? []),
    parentName: ({ pid }) => byPid.get(pid)?.parentName ?? null,
    owner: ({ pid }) => Promise.resolve(byPid.get(pid)?.owner ?? notChecked),
    maybeApple: (processes) =>
      Promise.resolve(
        otherApple === undefined
          ? notChecked
          : known(processes.filter(({ pid }) => others.has(pid))),
      ),
    pcFacts: answer(report.pc ?? unknownPcFacts(report.generatedAtUtc, notChecked)),
    connections: null,
  }
}

function listedOf(process: ReportExamined): ListedProcess {
  const { pid, parentPid, name, imagePath, startedAtUtc, workingSetBytes, counts } = process
  return { pid, parentPid, name, imagePath, startedAtUtc, workingSetBytes, counts }
}

/** The report keeps the catalogue's services, and for each process the names of those that ran in it. */
function servicesOf(
  services: NonNullable<Report['services']>,
  byPid: ReadonlyMap<number, ReportExamined>,
): Awaited<ReturnType<Sources['services']>> {
  if (services.length === 0) return notChecked
  const unknown = services.find(({ isInstalled }) => isInstalled.state !== 'known')
  if (unknown !== undefined && unknown.isInstalled.state !== 'known') return unknown.isInstalled
  const listed = services.flatMap((one) => (one.listed.state === 'known' ? [one.listed.value] : []))
  const isListed = new Set(listed.map(({ keyName }) => keyName))
  const others = [...byPid.values()].flatMap(({ pid, services: names }) =>
    names.state === 'known'
      ? names.value
          .filter((keyName) => !isListed.has(keyName))
          .map((keyName) => ({ keyName, displayName: '', state: 'running' as const, pid }))
      : [],
  )
  return known([...listed, ...others])
}

function desktopProgramOf(
  { stackUnknown }: Report,
  signs: NonNullable<Report['stackSigns']>,
): Probe<boolean> {
  if (stackUnknown === undefined) return notChecked
  const unknown = stackUnknown.find(({ input }) => input === 'folders')
  if (unknown !== undefined) return { state: 'failed', reason: unknown.reason }
  return known(signs.some(({ input }) => input === 'folders'))
}
