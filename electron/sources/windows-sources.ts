/** Sources of a Windows PC, without admin rights and without a helper program. */
import { win32 } from 'node:path'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { CatalogueProcess } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { desktopFiles, storeFiles, type ProgramFiles } from '../../shared/judge/program-files.ts'
import { hasVariable, programOfCommand } from '../../shared/judge/read-command.ts'
import { readTrustRules } from '../../shared/judge/trust/trust-rules.ts'
import type { Neighbour } from '../../shared/model/file-evidence.ts'
import type { InstalledProduct, Machine } from '../../shared/model/inspection.ts'
import { knownFolderNames, variableNames, type Places } from '../../shared/model/places.ts'
import { failed, known, type Probe } from '../../shared/model/probe.ts'
import type { ListedProcess, Listing } from '../../shared/model/process.ts'
import { windowsConnectionSources } from './connection-sources.ts'
import { chooseLister } from '../processes/choose-lister.ts'
import { createFileEvidenceReader } from '../win32/files/file-evidence.ts'
import { lookIntoFile } from '../win32/files/look-into-file.ts'
import { readCommandLines } from '../win32/processes/command-line.ts'
import { readImagePaths } from '../win32/processes/image-path.ts'
import { readInstallFolders } from '../win32/installed/install-folders.ts'
import { readKnownFolder } from '../win32/files/known-folders.ts'
import { readIsSignedIn } from '../win32/processes/signed-in.ts'
import { readElevation, readProcessOwner } from '../win32/processes/process-owner.ts'
import { listServices, readServiceConfigurations } from '../win32/processes/services.ts'
import { readVersionInfo } from '../win32/files/version-info.ts'
import { listStorePackages } from '../win32/installed/store-packages.ts'
import { nextTurn } from '../async/turns.ts'
import { autostartSource } from './autostart-source.ts'
import { keptFor } from '../async/kept-for.ts'
import { createFileHasher } from './hash-file.ts'
import { findMaybeApple } from './maybe-apple.ts'
import { parentNameIn } from './parent-name.ts'
import { isFileThere } from '../win32/files/is-file-there.ts'
import { expandForServices, windowsFolder } from './expand-for-services.ts'
import { pcFactsSource } from './pc-facts-source.ts'
import type { Asking } from './asking.ts'
import type { Sources } from './sources.ts'
import { windowsPcParts } from './windows-pc-parts.ts'

/** What changes only when something is installed or removed. */
const placesKeptMs = 30_000
/** A name that a domain's server must be asked for does not change while its process runs. */
const ownerKeptMs = 10 * 60_000
export function windowsSources(machine: Machine): Sources {
  const reader = createFileEvidenceReader()
  const file = (path: string, { signal }: Asking) => reader.read(path, { signal })
  const isFound = keptFor(
    placesKeptMs,
    (_id: string, files: ProgramFiles) => anyFile(files),
    (id, { files, reason }) => JSON.stringify([id, reason, files]),
  )
  const iTunes = readCatalogue().processes.find(({ id }) => id === 'itunes')
  const list = chooseLister()
  const autostart = autostartSource()
  const services = ({ signal }: Asking) => listServices(signal)
  const places = keptFor(
    placesKeptMs,
    ({ signal }: Asking) => readPlaces(signal),
    () => '',
    ({ installFolders, storePackages }) =>
      installFolders.state !== 'skipped' && storePackages.state !== 'skipped',
  )
  return {
    machine,
    clock: () => new Date(),
    list,
    isElevated: keptFor(
      placesKeptMs,
      () => Promise.resolve(readElevation()),
      () => '',
    ),
    // Neither the one nor the other changes while the program runs.
    isSignedIn: keptFor(
      Infinity,
      ({ processes }: Listing) => Promise.resolve(readIsSignedIn(processes)),
      () => '',
      ({ state }) => state === 'known',
    ),
    services,
    serviceConfigurations: (keyNames, { signal }) => readServiceConfigurations(keyNames, signal),
    isServiceProgramThere: (imagePath, places) => isServiceProgramThere(imagePath, places),
    places,
    autostart,
    isInstalled: (entry, places) => isInstalled(entry, places, isFound),
    hasDesktopProgram: async (places) =>
      iTunes === undefined
        ? failed('no-known-folder')
        : isFound('desktop', desktopFiles(iTunes, places)),
    products: keptFor(
      placesKeptMs,
      (places: Places) => readProducts(places),
      (places) => JSON.stringify(places),
    ),
    imagePaths: (processes, serviceImagePath, { signal }) =>
      readImagePaths(processes.map(identityOf), { serviceImagePath, signal }),
    commandLines: (processes, { signal }) => readCommandLines(processes.map(identityOf), signal),
    hashFile: createFileHasher(),
    file,
    checkOnline: (path, { signal }) => reader.checkOnline(path, signal),
    neighbours: (path, fileNames, asking) =>
      Promise.all(fileNames.map((fileName) => readNeighbour(path, fileName, asking, file))),
    parentName: parentNameIn,
    owner: keptFor(
      ownerKeptMs,
      (process: ListedProcess, { signal }: Asking) => readProcessOwner(identityOf(process), signal),
      ({ pid, startedAtUtc }) =>
        `${pid} ${startedAtUtc.state === 'known' ? startedAtUtc.value : Math.random()}`,
      ({ state }) => state === 'known' || state === 'denied',
    ),
    maybeApple: findMaybeApple(),
    pcFacts: pcFactsSource(windowsPcParts({ services, places, file, list, autostart })),
    connections: windowsConnectionSources,
  }
}

function identityOf({ pid, name, startedAtUtc }: ListedProcess) {
  return { pid, name, startedAtUtc: startedAtUtc.state === 'known' ? startedAtUtc.value : null }
}

async function readPlaces(signal: AbortSignal): Promise<Places> {
  const { publisherId } = readTrustRules().storePublisher
  await nextTurn()
  const knownFolders = Object.fromEntries(
    knownFolderNames.map((name) => [name, readKnownFolder(name)]),
  ) as Places['knownFolders']
  return {
    knownFolders,
    storePackages: await listStorePackages(publisherId, signal),
    installFolders: await readInstallFolders(signal),
    variables: Object.fromEntries(
      variableNames.flatMap((name) => {
        const value = process.env[name]
        return value === undefined || value === '' ? [] : [[name, value]]
      }),
    ),
  }
}

/** What is installed, whether it runs or not. */
async function readProducts(places: Places): Promise<readonly InstalledProduct[]> {
  const { processes } = readCatalogue()
  const asked = (['itunes', 'apple-devices'] as const).flatMap((id) => {
    const entry = processes.find((one) => one.id === id)
    if (entry === undefined) return []
    return [
      { id, edition: 'desktop' as const, files: desktopFiles(entry, places).files },
      { id, edition: 'store' as const, files: storeFiles(entry, places).files },
    ]
  })
  const found = await Promise.all(
    asked.map(async ({ id, edition, files }): Promise<InstalledProduct[]> => {
      const versions = await Promise.all(files.map(readFileVersion))
      const version =
        versions.find((one) => one !== null) ??
        (edition === 'store' ? packageVersion(files, places) : undefined)
      return version === undefined ? [] : [{ id, edition, version }]
    }),
  )
  return found.flat()
}

async function readFileVersion(path: string): Promise<string | null> {
  const there = await isFileThere(path)
  if (there.state !== 'known' || !there.value) return null
  const version = await lookIntoFile(path, () => readVersionInfo(path))
  if (version.state !== 'known') return null
  return version.value.productVersion ?? version.value.fixedFileVersion
}

/** Of the Store's own count, where the program's file cannot be read. */
function packageVersion(files: readonly string[], { storePackages }: Places): string | undefined {
  if (storePackages.state !== 'known') return undefined
  const found = storePackages.value.find(
    ({ folder }) =>
      folder.state === 'known' && files.some((file) => file.startsWith(`${folder.value}\\`)),
  )
  return found?.fullName.split('_')[1]
}

/** Command lines with a variable that is the user's own say nothing about a service. */
async function isServiceProgramThere(imagePath: string, places: Places): Promise<Probe<boolean>> {
  const program = programOfCommand(imagePath)
  if (program === null) return failed('unreadable')
  const windows = windowsFolder()
  const path = expandForServices(program, places)
    .replace(/^\\SystemRoot(?=\\)/i, () => windows)
    .replace(/^\\\?\?\\/, '')
  return /^[A-Za-z]:\\/.test(path) && !hasVariable(path) ? isFileThere(path) : failed('unreadable')
}

async function isInstalled(
  entry: CatalogueProcess,
  places: Places,
  isFound: (id: string, files: ProgramFiles) => Promise<Probe<boolean>>,
): Promise<Probe<boolean>> {
  if (entry.folders.length === 0) return failed('no-known-folder')
  const desktop = desktopFiles(entry, places)
  const store = storeFiles(entry, places)
  return isFound(entry.id, {
    files: [...desktop.files, ...store.files],
    reason: desktop.reason ?? store.reason,
  })
}

/** Known to be there when one of them is; known to be missing only when all could be looked for. */
async function anyFile({ files, reason }: ProgramFiles): Promise<Probe<boolean>> {
  const answers = await Promise.all(files.map(isFileThere))
  if (answers.some((answer) => answer.state === 'known' && answer.value)) return known(true)
  const unknown = answers.find(({ state }) => state !== 'known')
  if (unknown !== undefined) return unknown
  return reason === null ? known(false) : { state: 'failed', reason }
}

async function readNeighbour(
  path: string,
  fileName: string,
  asking: Asking,
  file: Sources['file'],
): Promise<Neighbour> {
  const neighbour = win32.join(win32.dirname(path), fileName)
  const isPresent = await isFileThere(neighbour)
  const signature =
    isPresent.state === 'known' && isPresent.value
      ? (await file(neighbour, asking)).signature
      : failed('file-missing')
  return { fileName, isPresent, signature }
}
