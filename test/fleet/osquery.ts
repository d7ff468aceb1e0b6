/**
 * A PC of `judged-pcs.ts` as osquery's tables in a real SQLite. The columns are osquery's published ones
 * (`osquery-columns.json`); `file` and `authenticode` answer for the paths that the PC has.
 */
import initSqlJs, { type Database } from 'sql.js'
import columns from '../fixtures/fleet/osquery-columns.json' with { type: 'json' }
import type { DescribedFile, DescribedPc } from '../fixtures/judged-pcs.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'

const sqlite = await initSqlJs()

type Cells = Readonly<Record<string, string | number>>

const windowsKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
const packagesKey =
  'HKEY_USERS\\S-1-5-21-1\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages'

export function osqueryOf(pc: DescribedPc, computer = 'PC-1'): Database {
  const database = new sqlite.Database()
  for (const [table, names] of Object.entries(columns.tables)) {
    // osquery compares paths as Windows does.
    database.run(
      `CREATE TABLE ${table} (${names.map((name) => `"${name}" ${/path|key/.test(name) ? 'TEXT COLLATE NOCASE' : ''}`).join(', ')})`,
    )
  }
  const insert = (table: keyof typeof columns.tables, cells: Cells) => {
    const names = Object.keys(cells)
    database.run(
      `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(cells),
    )
  }
  insert('system_info', { computer_name: computer, hostname: computer, uuid: computer })
  insert('os_version', { version: '10.0.22631', name: 'Microsoft Windows 11 Pro', arch: '64-bit' })
  const is32 = pc.windows === '32-bit'
  const folders = {
    ProgramFilesDir: 'C:\\Program Files',
    CommonFilesDir: 'C:\\Program Files\\Common Files',
    ...(!is32 && {
      'ProgramFilesDir (x86)': 'C:\\Program Files (x86)',
      'CommonFilesDir (x86)': 'C:\\Program Files (x86)\\Common Files',
    }),
  }
  for (const [name, data] of Object.entries(folders)) {
    insert('registry', { key: windowsKey, name, data, type: 'REG_SZ' })
  }
  for (const fullName of pc.packages ?? []) {
    insert('registry', { key: packagesKey, name: fullName, type: 'subkey' })
  }
  const files = new Map<string, DescribedFile | null>(Object.entries(pc.files ?? {}))
  insert('processes', { pid: 4, name: 'svchost.exe', path: 'C:\\Windows\\System32\\svchost.exe' })
  for (const [at, process] of (pc.processes ?? []).entries()) {
    const path = `${process.folder}\\${process.name}`
    insert('processes', { pid: 1000 + at, name: process.name, path, elapsed_time: 60 })
    files.set(path, process)
    for (const library of process.beside ?? [])
      files.set(`${process.folder}\\${library.name}`, library)
  }
  for (const path of installedPaths(pc)) if (!files.has(path)) files.set(path, null)
  for (const [path, file] of files) {
    insert('file', {
      path,
      filename: path.slice(1 + path.lastIndexOf('\\')),
      product_version: '12.13.7.1',
    })
    if (file === null) continue
    const { signer, verdict = signer === null ? 'none' : 'trusted', issuer = 'Some CA' } = file
    insert('authenticode', {
      ...{ path, result: results[verdict] ?? 'untrusted' },
      ...{ subject_name: signer ?? '', issuer_name: signer === null ? '' : issuer },
    })
  }
  for (const { key, state, startType } of pc.services ?? []) {
    insert('services', {
      ...{ name: key, status: state.toUpperCase(), start_type: startTypes[startType], pid: 0 },
      ...{ path: '', user_account: 'LocalSystem', win32_exit_code: 0, service_exit_code: 0 },
    })
  }
  for (const { hive, value, command } of pc.run ?? []) {
    const root = hive === 'HKLM' ? 'HKEY_LOCAL_MACHINE' : 'HKEY_USERS\\S-1-5-21-1'
    insert('startup_items', {
      ...{ name: value, path: command, status: 'enabled', username: 'User', type: 'Startup Item' },
      source: `${root}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run`,
    })
  }
  return database
}

/** osquery/tables/system/windows/authenticode.cpp: what is no success and no special error is "untrusted". */
const results: Readonly<Record<string, string>> = {
  trusted: 'trusted',
  none: 'missing',
  distrusted: 'distrusted',
}
const startTypes = {
  automatic: 'AUTO_START',
  manual: 'DEMAND_START',
  disabled: 'DISABLED',
} as const

function installedPaths({
  installed = [],
  itunes = false,
  packages = [],
}: DescribedPc): readonly string[] {
  const paths = installed.flatMap((imageName) => {
    const folder = readCatalogue().processes.find((entry) => entry.imageName === imageName)?.folders
    const isOfStore = imageName === 'iTunes.exe' && !itunes
    const [own] = (folder ?? []).filter(
      ({ path }) => path.startsWith('%StorePackage') === isOfStore,
    )
    if (own === undefined) return []
    return [
      `${own.path
        .replace(/^%StorePackage:[^%]+%/, `C:\\Program Files\\WindowsApps\\${packages[0] ?? ''}`)
        .replace('%CommonProgramFiles(x86)%', 'C:\\Program Files (x86)\\Common Files')
        .replace('%CommonProgramFiles%', 'C:\\Program Files\\Common Files')
        .replace('%ProgramFiles(x86)%', 'C:\\Program Files (x86)')
        .replace('%ProgramFiles%', 'C:\\Program Files')}\\${imageName}`,
    ]
  })
  return itunes ? [...paths, 'C:\\Program Files\\iTunes\\iTunes.exe'] : paths
}

/** The rows of a question, as osquery gives them: every cell a text. */
export function ask(
  database: Database,
  question: string,
): readonly Readonly<Record<string, string>>[] {
  const [answer] = database.exec(question)
  if (answer === undefined) return []
  return answer.values.map((cells) =>
    Object.fromEntries(answer.columns.map((column, at) => [column, String(cells[at] ?? '')])),
  )
}
