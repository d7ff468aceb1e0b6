/**
 * This program's own question as engines carry it: one row for a PC (columns that hold JSON) or one object (an Intune
 * script's line). The shape is described in docs/fleet.md.
 */
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import { readTrustRules } from '../judge/trust/trust-rules.ts'
import type { Neighbour } from '../model/file-evidence.ts'
import type { InstalledProduct, Machine } from '../model/inspection.ts'
import {
  knownFolderNames,
  type KnownFolderName,
  type Places,
  type StorePackage,
} from '../model/places.ts'
import { known, skipped, type Probe } from '../model/probe.ts'
import type { FactProcess, FactService, FleetFacts } from './facts.ts'
import { arrayOf, numberOf, objectOf, textIn, textOf, type Row } from './cells.ts'
import { serviceStateOf, signatureOf, startTypeOf } from './engine-words.ts'
import { runKeysOf, startedFilesOf } from './run-entries.ts'

/** The value of the column `inspector`. */
export const ownMark = 'process-inspector-for-itunes/1'
const anyVersion = /^process-inspector-for-itunes\/(\d{1,4})$/

/** Columns that make up a combination of facts but for the products, in the order of the question. */
const factColumns = [
  'windows',
  'edition',
  'arch',
  'processes',
  'services',
  'folders',
  'installFolders',
  'packages',
  'installed',
  'startup',
] as const

/** Null where the row is not an answer to this question; `newer` where a later version asked. */
export function markOf(row: Row): 'own' | 'newer' | null {
  const mark = row['inspector']
  if (typeof mark !== 'string') return null
  if (mark === ownMark) return 'own'
  return anyVersion.test(mark) ? 'newer' : null
}

/** The same for the same facts. Null where a column is missing that nothing can be judged without. */
export function keyOf(row: Row): string | null {
  if (row['processes'] === undefined || row['processes'] === null) return null
  let key = ''
  for (const column of factColumns) key += `${cellKey(row[column])}\n`
  return key
}

export const cellKey = (cell: unknown): string =>
  typeof cell === 'string' ? cell : cell === undefined ? '' : JSON.stringify(cell)

const notChecked: Probe<never> = Object.freeze(skipped('not-checked'))

/** Null where the cells do not hold what the question asks for. */
export function factsOf(row: Row, catalogue: Catalogue): FleetFacts | null {
  const processes = arrayOf(row['processes'])
  if (processes === null) return null
  const places = placesOf(row)
  const installed = strings(row['installed'])
  const products = productsOf(row, places)
  return {
    machine: machineOf(row),
    processes: processes.slice(0, mostRows).flatMap(processOf),
    isComplete: (numberOf(row['more']) ?? 0) === 0,
    services: servicesOf(arrayOf(row['services'])),
    places,
    installed: installed === null ? notChecked : known(idsOf(installed, catalogue)),
    hasDesktopProgram: installed === null ? notChecked : known(installed.includes('itunes')),
    products,
    isListed: notChecked,
    runKeys: runKeysOf(arrayOf(row['startup'])),
    startedFiles: startedFilesOf(arrayOf(row['startup']) ?? []),
  }
}

const mostRows = 500

function machineOf(row: Row): Machine {
  const edition = textIn(row, 'edition')
  const arch = textIn(row, 'arch').toLowerCase()
  return {
    platform: 'win32',
    release: textIn(row, 'windows'),
    ...(edition !== '' && { edition }),
    arch: arch === 'x86_64' || arch === '64-bit' || arch === 'amd64' ? 'x64' : arch,
    language: '',
  }
}

/** [name, path, result, subject, issuer, original name, service, old, [[library, there, result, subject, issuer] …]] */
function processOf(cell: unknown): FactProcess[] {
  const parts = arrayOf(cell)
  if (parts === null) return []
  const [name, path, result, subject, issuer, originalName, serviceKey, isOld, neighbours] = parts
  const file = textOf(path)
  return [
    {
      // A script leaves out what the path says as well.
      name: textOf(name) || file.slice(1 + file.lastIndexOf('\\')),
      path: file === '' ? notChecked : known(file),
      signature: signatureOf(textOf(result), textOf(subject), textOf(issuer)),
      originalName: textOf(originalName),
      serviceKey: textOf(serviceKey),
      isOld: numberOf(isOld) === 1,
      neighbours: (arrayOf(neighbours) ?? []).slice(0, 8).flatMap(neighbourOf),
    },
  ]
}

function neighbourOf(cell: unknown): Neighbour[] {
  const parts = arrayOf(cell)
  if (parts === null) return []
  const [fileName, isThere, result, subject, issuer] = parts
  const there = numberOf(isThere)
  return [
    {
      fileName: textOf(fileName),
      isPresent: there === null ? notChecked : known(there === 1),
      signature: signatureOf(textOf(result), textOf(subject), textOf(issuer)),
    },
  ]
}

/** [key name, status, start type, command, account, exit code, own exit code, whether the program is there] */
function servicesOf(cells: readonly unknown[] | null): Probe<readonly FactService[]> {
  if (cells === null) return notChecked
  return known(
    cells.slice(0, mostRows).flatMap((cell): FactService[] => {
      const parts = arrayOf(cell)
      if (parts === null) return []
      const [keyName, status, startType, imagePath, account, exit, ownExit, isThere] = parts
      const [code, ownCode, there] = [numberOf(exit), numberOf(ownExit), numberOf(isThere)]
      return [
        {
          keyName: textOf(keyName),
          state: serviceStateOf(textOf(status)),
          startType: startTypeOf(textOf(startType)),
          imagePath: textOf(imagePath),
          account: textOf(account),
          lastExit: code === null ? undefined : { code, ownCode: ownCode ?? 0 },
          isProgramThere: there === null ? notChecked : known(there === 1),
        },
      ]
    }),
  )
}

function strings(cell: unknown): readonly string[] | null {
  const list = arrayOf(cell)
  return list === null
    ? null
    : list
        .slice(0, mostRows)
        .map(textOf)
        .filter((text) => text !== '')
}

/** What lies in a package of the Microsoft Store has `store/` in front. */
function idsOf(ids: readonly string[], { processes }: Catalogue): ReadonlySet<string> {
  const known = new Set(processes.map(({ id }) => id))
  return new Set(ids.map((id) => id.replace(/^store\//, '')).filter((id) => known.has(id)))
}

function placesOf(row: Row): Places {
  const installFolders = strings(row['installFolders'])
  return {
    knownFolders: knownFoldersOf(row['folders']),
    storePackages: packagesOf(strings(row['packages'])),
    installFolders: installFolders === null ? notChecked : known(installFolders),
  }
}

type KnownFolders = Places['knownFolders']
let last: { readonly cell: unknown; readonly folders: KnownFolders } | undefined

/** Most PCs have the same four, and what follows from them is worked out once for the same object. */
function knownFoldersOf(cell: unknown): KnownFolders {
  if (typeof cell === 'string' && last?.cell === cell) return last.folders
  const row = objectOf(cell)
  const folders = Object.fromEntries(
    knownFolderNames.map((name) => [name, folderOf(row, name)]),
  ) as Record<KnownFolderName, Probe<string | null>>
  last = { cell, folders }
  return folders
}

/** A 32-bit Windows has no folders for 32-bit programs: there the cell is null. */
function folderOf(folders: Row | null, name: KnownFolderName): Probe<string | null> {
  if (folders === null || !Object.hasOwn(folders, name)) return notChecked
  const folder = textIn(folders, name)
  if (folder !== '') return known(folder)
  // Where nothing could be read, every cell is null.
  const isRead = textIn(folders, 'ProgramFiles') !== ''
  return isRead && name.endsWith('(x86)') ? known(null) : notChecked
}

/** Full names: `AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa`. */
function packagesOf(names: readonly string[] | null): Probe<readonly StorePackage[]> {
  if (names === null) return notChecked
  const { publisherId } = readTrustRules().storePublisher
  return known(
    names.flatMap((fullName) => {
      const parts = fullName.split('_')
      const [name, id] = [parts[0] ?? '', parts[4]?.toLowerCase()]
      if (parts.length !== 5 || id !== publisherId) return []
      return [{ fullName, familyName: `${name}_${id}`, folder: notChecked }]
    }),
  )
}

const storeProducts: Readonly<Record<string, InstalledProduct['id']>> = {
  'AppleInc.iTunes': 'itunes',
  'AppleInc.AppleDevices': 'apple-devices',
}

/** [version of desktop iTunes]; the Store's stand in the names of its packages. */
function productsOf(row: Row, { storePackages }: Places): readonly InstalledProduct[] {
  const [desktop = ''] = strings(row['products']) ?? []
  const products: InstalledProduct[] =
    desktop === '' ? [] : [{ id: 'itunes', edition: 'desktop', version: desktop }]
  if (storePackages.state !== 'known') return products
  for (const { fullName } of storePackages.value) {
    const [name = '', version = ''] = fullName.split('_')
    const id = Object.hasOwn(storeProducts, name) ? storeProducts[name] : undefined
    if (id !== undefined && !products.some((one) => one.id === id && one.edition === 'store')) {
      products.push({ id, edition: 'store', version })
    }
  }
  return products
}
