/**
 * Plain rows of osquery's tables, as companies collect them without this program's question: processes (with the
 * columns of `authenticode` beside them or not), services, programs, startup_items. Of each only what matters is kept.
 */
import { imageNameKey } from '../catalogue/match.ts'
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import { readTrustRules } from '../judge/trust/trust-rules.ts'
import type { InstalledProduct } from '../model/inspection.ts'
import type { Places } from '../model/places.ts'
import { known, skipped, type Probe } from '../model/probe.ts'
import type { FactProcess, FactService, FleetFacts } from './facts.ts'
import { firstTextIn, numberOf, textIn, type Row } from './cells.ts'
import { serviceStateOf, signatureOf, startTypeOf } from './engine-words.ts'
import { runKeysOf } from './run-entries.ts'

export type TableName = 'processes' | 'services' | 'programs' | 'startup_items' | 'files'

/** Which table a row is of, by its columns; null for another one. */
export function tableOf(row: Row): TableName | null {
  const has = (column: string) => Object.hasOwn(row, column)
  // Most rows are these, and no other table has the column.
  if (has('cmdline') && has('name') && has('path')) return 'processes'
  if (has('start_type') && has('name')) return 'services'
  if ((has('install_location') || has('identifying_number') || has('publisher')) && has('version'))
    return 'programs'
  if (has('source') && has('status') && has('name') && has('path')) return 'startup_items'
  if (has('name') && has('path') && processMarks.some(has)) return 'processes'
  // `authenticode` alone, of files that a question named.
  return has('path') && has('result') && has('subject_name') ? 'files' : null
}

/** Other tables have a name and a path, too. */
const processMarks = ['pid', 'parent', 'on_disk', 'result', 'subject_name']

export interface RowSieve {
  /** The part of the row that matters; null where nothing of it does. */
  readonly keep: (row: Row, table: TableName) => Row | null
  /** Where Windows lies, told by any path of the PC. */
  readonly systemDriveOf: (row: Row) => string | null
}

/** @param isLookAlike of a process name; asked once a file. */
export function createRowSieve(
  { processes }: Catalogue,
  isLookAlike: (name: string) => boolean,
): RowSieve {
  const names = new Set(processes.map(({ imageName }) => imageNameKey(imageName)))
  const keys = new Set(
    processes.flatMap(({ service }) => (service?.keyNames ?? []).map((key) => key.toUpperCase())),
  )
  const starts = new Set(
    processes.flatMap(({ autostart }) =>
      autostart === undefined ? [] : [autostart.valueName.toUpperCase()],
    ),
  )
  const folders = appleFolders(processes)
  const asked = new Map<string, { readonly name: string; readonly matters: boolean }>()
  /** Also programs of other names: in Apple's own folders they are worth a look. */
  const matters = (name: string, path: string): boolean => {
    const key = path || name
    const before = asked.get(key)
    if (before?.name === name) return before.matters
    const upper = path.toUpperCase()
    const answer =
      names.has(imageNameKey(name)) ||
      isLookAlike(name) ||
      folders.some((folder) => upper.includes(folder))
    // A PC may invent names without end.
    if (asked.size >= 20_000) asked.clear()
    asked.set(key, { name, matters: answer })
    return answer
  }
  const endsInName = (text: string): boolean => {
    const upper = text.toUpperCase()
    for (const name of names) if (upper.includes(name)) return true
    return false
  }
  return {
    keep: (row, table) => {
      switch (table) {
        case 'processes':
          return matters(textIn(row, 'name'), textIn(row, 'path'))
            ? pick(row, processColumns)
            : null
        case 'files':
          return endsInName(textIn(row, 'path')) ? pick(row, fileColumns) : null
        case 'services':
          return keys.has(textIn(row, 'name').toUpperCase()) ? pick(row, serviceColumns) : null
        case 'programs':
          return isApples(row) ? pick(row, programColumns) : null
        case 'startup_items':
          return starts.has(textIn(row, 'name').toUpperCase()) || endsInName(textIn(row, 'path'))
            ? pick(row, startupColumns)
            : null
      }
    },
    systemDriveOf: (row) => /^([A-Za-z]:)\\Windows\\/i.exec(textIn(row, 'path'))?.[1] ?? null,
  }
}

/** `\ITUNES\`, `\COMMON FILES\APPLE\MOBILE DEVICE SUPPORT\` … */
export function appleFolders(processes: Catalogue['processes']): readonly string[] {
  const tails = processes.flatMap(({ folders }) =>
    folders.flatMap(({ path }) => {
      const [, root = '', rest = ''] = /^%([^%:]+)%(.+)$/.exec(path) ?? []
      if (rest === '') return []
      return [`${root.startsWith('Common') ? '\\COMMON FILES' : ''}${rest.toUpperCase()}\\`]
    }),
  )
  return [...new Set(tails)]
}

const isApples = (row: Row): boolean =>
  /^Apple\b/i.test(textIn(row, 'publisher')) ||
  /^AppleInc\./i.test(firstTextIn(row, ['package_family_name', 'name']))

const processColumns = [
  ...['pid', 'name', 'path', 'result', 'subject_name', 'issuer_name', 'original_filename'],
  ...['signature_result', 'authenticode_result', 'signer', 'subject', 'issuer'],
]
const fileColumns = ['path', 'result', 'subject_name', 'issuer_name']
const serviceColumns = [
  ...['name', 'status', 'start_type', 'pid', 'path', 'user_account'],
  ...['win32_exit_code', 'service_exit_code'],
]
const programColumns = ['name', 'version', 'install_location', 'package_family_name']
const startupColumns = ['name', 'source', 'path', 'args', 'status']

function pick(row: Row, columns: readonly string[]): Row {
  const kept: Record<string, string> = {}
  for (const column of columns) {
    const text = textIn(row, column)
    if (text !== '') kept[column] = text
  }
  return kept
}

/** What the tables of one PC hold together. */
export interface PcTables {
  readonly rows: ReadonlyMap<TableName, readonly Row[]>
  /** `C:`; null where no path told. */
  readonly systemDrive: string | null
}

const notChecked: Probe<never> = Object.freeze(skipped('not-checked'))

export function factsOfTables({ rows, systemDrive }: PcTables): FleetFacts {
  const services = rows.get('services')
  const programs = rows.get('programs')
  const files = new Map(
    (rows.get('files') ?? []).map((row) => [textIn(row, 'path').toUpperCase(), row]),
  )
  const folders = programs
    ?.map((row) => textIn(row, 'install_location'))
    .filter((folder) => folder !== '')
  const packages = programs?.map((row) => textIn(row, 'package_family_name'))
  const serviceOfPid = new Map(
    (services ?? []).map((row) => [textIn(row, 'pid'), textIn(row, 'name')]),
  )
  const processes = (rows.get('processes') ?? []).map((row) => processOf(row, files, serviceOfPid))
  return {
    machine: { platform: 'win32', release: '', arch: 'x64', language: '' },
    processes,
    isComplete: rows.has('processes'),
    services: services === undefined ? notChecked : known(services.map(serviceOf)),
    places: placesOf(systemDrive ?? 'C:', folders, packages),
    installed: notChecked,
    hasDesktopProgram:
      programs === undefined
        ? notChecked
        : known(programs.some((row) => textIn(row, 'name').toUpperCase() === 'ITUNES')),
    products: (programs ?? []).flatMap(productOf),
    isListed: programs === undefined ? notChecked : known(programs.length > 0),
    runKeys: runKeysOf(rows.get('startup_items') ?? null),
    startedFiles: [],
  }
}

function processOf(
  row: Row,
  files: ReadonlyMap<string, Row>,
  serviceOfPid: ReadonlyMap<string, string>,
): FactProcess {
  const path = textIn(row, 'path')
  const own = firstTextIn(row, ['result', 'signature_result', 'authenticode_result'])
  const file = own === '' ? (files.get(path.toUpperCase()) ?? row) : row
  const pid = textIn(row, 'pid')
  return {
    name: textIn(row, 'name'),
    path: path === '' ? notChecked : known(path),
    signature: signatureOf(
      firstTextIn(file, ['result', 'signature_result', 'authenticode_result']),
      firstTextIn(file, ['subject_name', 'signer', 'subject']),
      firstTextIn(file, ['issuer_name', 'issuer']),
    ),
    originalName: textIn(row, 'original_filename'),
    serviceKey: pid === '' || pid === '0' ? '' : (serviceOfPid.get(pid) ?? ''),
    isOld: false,
    neighbours: [],
  }
}

function serviceOf(row: Row): FactService {
  const code = numberOf(row['win32_exit_code'])
  return {
    keyName: textIn(row, 'name'),
    state: serviceStateOf(textIn(row, 'status')),
    startType: startTypeOf(textIn(row, 'start_type')),
    imagePath: textIn(row, 'path'),
    account: textIn(row, 'user_account'),
    lastExit:
      code === null ? undefined : { code, ownCode: numberOf(row['service_exit_code']) ?? 0 },
    isProgramThere: notChecked,
  }
}

/** Windows's own names for the four folders: they are the same in every language. */
function placesOf(
  drive: string,
  installFolders: readonly string[] | undefined,
  families: readonly string[] | undefined,
): Places {
  const { publisherId } = readTrustRules().storePublisher
  const own = (families ?? []).filter((name) => name.toLowerCase().endsWith(`_${publisherId}`))
  return {
    knownFolders: {
      ProgramFiles: known(`${drive}\\Program Files`),
      'ProgramFiles(x86)': known(`${drive}\\Program Files (x86)`),
      CommonProgramFiles: known(`${drive}\\Program Files\\Common Files`),
      'CommonProgramFiles(x86)': known(`${drive}\\Program Files (x86)\\Common Files`),
    },
    storePackages:
      own.length === 0
        ? notChecked
        : known(own.map((familyName) => ({ fullName: '', familyName, folder: notChecked }))),
    installFolders: installFolders === undefined ? notChecked : known(installFolders),
  }
}

function productOf(row: Row): InstalledProduct[] {
  const version = textIn(row, 'version')
  const family = textIn(row, 'package_family_name')
  if (family.startsWith('AppleInc.iTunes_')) return [{ id: 'itunes', edition: 'store', version }]
  if (family.startsWith('AppleInc.AppleDevices_')) {
    return [{ id: 'apple-devices', edition: 'store', version }]
  }
  return textIn(row, 'name').toUpperCase() === 'ITUNES'
    ? [{ id: 'itunes', edition: 'desktop', version }]
    : []
}
