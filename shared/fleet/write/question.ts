/**
 * The question as one SQL statement of osquery's: exactly one row for every PC, with the facts that the judge needs,
 * folders of users masked, under 64 kB.
 */
import { catalogueVersion } from '../../catalogue/catalogue-version.ts'
import { serviceNames } from '../../judge/autostart.ts'
import type { Catalogue } from '../../catalogue/schemas/catalogue-schema.ts'
import type { TrustRules } from '../../judge/trust/trust-rules-schema.ts'
import { ownMark } from '../own-facts.ts'
import { appleFolders } from '../table-rows.ts'
import { like, list, masked, maskedAgain, text } from './sql-parts.ts'

/** So many rows, and so long a path: with them the row stays under 64 kB. */
const mostProcesses = 30
const longestPath = 260
const mostStartups = 12
const mostFolders = 20

const windowsKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
const packagesKey =
  'HKEY_USERS\\%\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages'

export function writeQuestion({ processes }: Catalogue, rules: TrustRules): string {
  const names = processes.map(({ imageName }) => imageName.toLowerCase())
  const keys = processes.flatMap(({ service }) => service?.keyNames ?? [])
  const starts = processes.flatMap((process) => [
    ...(process.autostart === undefined ? [] : [process.autostart.valueName]),
    ...serviceNames(process),
  ])
  return `WITH
roots AS (
  SELECT max(CASE WHEN name = 'ProgramFilesDir' THEN data END) AS pf,
    max(CASE WHEN name = 'ProgramFilesDir (x86)' THEN data END) AS pf86,
    max(CASE WHEN name = 'CommonFilesDir' THEN data END) AS cf,
    max(CASE WHEN name = 'CommonFilesDir (x86)' THEN data END) AS cf86
  FROM registry WHERE key = ${text(windowsKey)}
),
installers AS (
  SELECT DISTINCT rtrim(data, '\\') AS folder FROM (
${vendorKeys.map((key) => `    SELECT data FROM registry WHERE key LIKE ${text(key)} AND name IN ('InstallDir', 'InstallLocation')`).join('\n    UNION\n')}
    UNION
    SELECT install_location AS data FROM programs WHERE publisher = 'Apple' OR publisher LIKE 'Apple %' OR publisher LIKE 'Apple,%'
  ) WHERE data <> '' AND length(data) <= ${longestPath} ORDER BY folder LIMIT ${mostFolders}
),
packages AS (
  SELECT DISTINCT name FROM registry
  WHERE key LIKE ${text(packagesKey)} AND name LIKE ${text(`${rules.storePublisher.namePrefix}%_${rules.storePublisher.publisherId}`)}
),
tails (id, root, tail) AS (VALUES
${tailsOf(processes).join(',\n')}
),
store (id, family, tail) AS (VALUES
${storeTailsOf(processes).join(',\n')}
),
names (id, name) AS (VALUES
${processes.map(({ id, imageName }) => `  (${text(id)}, ${text(imageName)})`).join(',\n')}
),
beside (host, library) AS (VALUES
${besideOf(rules).join(',\n')}
),
seen AS (
  SELECT p.pid, p.name, p.path, p.elapsed_time,
    substr(p.path, 1, length(p.path) - length(p.name)) AS folder,
    CASE WHEN lower(p.name) IN (${list(names)}) THEN 0 ELSE 1 END AS distance
  FROM processes p
  WHERE lower(p.name) IN (${list(names)})
    OR p.name GLOB '*[^ -~]*'
    OR ${like('p.name', nearNames(names))}
    OR ${like(
      'p.path',
      appleFolders(processes).map((folder) => `%${folder.toLowerCase()}%`),
    )}
),
told AS (
  SELECT s.*, s.name || ' ' || s.path AS sorting FROM seen s ORDER BY distance, s.name, s.path LIMIT ${mostProcesses}
)
SELECT
  ${text(ownMark)} AS inspector,
  ${text(catalogueVersion())} AS catalogue,
  (SELECT computer_name FROM system_info) AS computer,
  strftime('%s', 'now') AS at,
  (SELECT version FROM os_version) AS windows,
  (SELECT name FROM os_version) AS edition,
  (SELECT arch FROM os_version) AS arch,
  (SELECT max(0, count(*) - ${mostProcesses}) FROM seen) AS more,
  (SELECT json_group_array(json(one)) FROM (
    SELECT json_array(
      substr(t.name, 1, 120),
      CASE WHEN length(t.path) > ${longestPath} THEN '' ELSE ${masked('t.path')} END,
      coalesce(a.result, ''), substr(coalesce(a.subject_name, ''), 1, 64), substr(coalesce(a.issuer_name, ''), 1, 64),
      substr(coalesce(f.original_filename, ''), 1, 120),
      coalesce((SELECT s.name FROM services s WHERE s.name IN (${list(keys)}) AND s.pid = t.pid), ''),
      CASE WHEN t.elapsed_time > 120 THEN 1 ELSE 0 END,
      json(coalesce((SELECT json_group_array(json_array(
          b.library, CASE WHEN g.path IS NULL THEN 0 ELSE 1 END,
          coalesce(h.result, ''), substr(coalesce(h.subject_name, ''), 1, 64), substr(coalesce(h.issuer_name, ''), 1, 64)))
        FROM beside b LEFT JOIN file g ON g.path = t.folder || b.library
        LEFT JOIN authenticode h ON h.path = t.folder || b.library AND g.path IS NOT NULL
        WHERE b.host = lower(t.name) AND t.path <> ''), '[]'))
    ) AS one
    FROM told t LEFT JOIN authenticode a ON a.path = t.path LEFT JOIN file f ON f.path = t.path
    ORDER BY t.distance, t.name, t.path, t.pid)) AS processes,
  (SELECT json_group_array(json(one)) FROM (
    SELECT json_array(s.name, s.status, s.start_type,
      CASE WHEN length(s.path) > ${longestPath} THEN '' ELSE ${masked('s.path')} END,
      CASE WHEN lower(s.user_account) IN ('localsystem', '.\\localsystem') OR s.user_account LIKE 'NT AUTHORITY\\%' OR s.user_account = '' THEN s.user_account ELSE '_' END,
      s.win32_exit_code, s.service_exit_code,
      CASE WHEN lower(trim(s.path, '"')) LIKE '%.exe' THEN (CASE WHEN f.path IS NULL THEN 0 ELSE 1 END) END) AS one
    FROM services s LEFT JOIN file f ON f.path = trim(s.path, '"')
    WHERE s.name IN (${list(keys)}) ORDER BY s.name)) AS services,
  (SELECT json_object('ProgramFiles', pf, 'ProgramFiles(x86)', pf86, 'CommonProgramFiles', cf, 'CommonProgramFiles(x86)', cf86) FROM roots) AS folders,
  (SELECT json_group_array(${masked('folder')}) FROM installers) AS installFolders,
  (SELECT json_group_array(name) FROM (SELECT name FROM packages ORDER BY name LIMIT ${mostFolders})) AS packages,
  (SELECT json_group_array(id) FROM (
    SELECT DISTINCT id FROM (
      SELECT t.id AS id FROM tails t CROSS JOIN roots r CROSS JOIN file f
        ON f.path = (CASE t.root WHEN 'pf' THEN r.pf WHEN 'pf86' THEN coalesce(r.pf86, r.pf) WHEN 'cf' THEN r.cf ELSE r.cf86 END) || t.tail
      UNION
      SELECT n.id FROM installers i CROSS JOIN names n CROSS JOIN file f ON f.path = i.folder || '\\' || n.name
      UNION
      SELECT 'store/' || s.id FROM packages p CROSS JOIN store s CROSS JOIN roots r CROSS JOIN file f
        ON f.path = r.pf || '\\WindowsApps\\' || p.name || s.tail
        WHERE p.name LIKE s.family
    ) ORDER BY id)) AS installed,
  (SELECT json_group_array(version) FROM (
    SELECT f.product_version AS version FROM roots r CROSS JOIN file f ON f.path = r.pf || '\\iTunes\\iTunes.exe'
    UNION SELECT f.product_version FROM roots r CROSS JOIN file f ON f.path = r.pf86 || '\\iTunes\\iTunes.exe' LIMIT 1)) AS products,
  (SELECT json_group_array(json(one)) FROM (
    SELECT json_array(substr(s.name, 1, 100),
      CASE WHEN s.source LIKE 'HKEY_USERS\\%' THEN 'HKCU' ELSE 'HKLM' END
        || CASE WHEN s.source LIKE '%\\WOW6432Node\\%' THEN '\\WOW6432Node' ELSE '' END || '\\CurrentVersion\\Run',
      CASE WHEN length(s.path) > 300 THEN '' ELSE ${maskedAgain('s.once')} END, s.status,
      coalesce(a.result, ''), substr(coalesce(a.subject_name, ''), 1, 64), substr(coalesce(a.issuer_name, ''), 1, 64)) AS one
    FROM (SELECT name, source, status, path, ${masked('path')} AS once FROM startup_items
      WHERE source LIKE '%\\CurrentVersion\\Run'
        AND (lower(name) IN (${list(starts.map((name) => name.toLowerCase()))}) OR ${like(
          'path',
          names.map((name) => `%${stemOf(name)}.%`),
        )})
      ORDER BY source, name LIMIT ${mostStartups}) s
    LEFT JOIN authenticode a ON a.path = trim(s.path, '"')
    ORDER BY s.source, s.name)) AS startup`
}

const vendorKeys = ['', 'WOW6432Node\\'].flatMap((view) =>
  ['Apple Inc.', 'Apple Computer, Inc.'].map(
    (vendor) => `HKEY_LOCAL_MACHINE\\SOFTWARE\\${view}${vendor}\\%`,
  ),
)

const stemOf = (name: string) => name.replace(/\.exe$/, '')

const rootNames: Readonly<Record<string, string>> = {
  ProgramFiles: 'pf',
  'ProgramFiles(x86)': 'pf86',
  CommonProgramFiles: 'cf',
  'CommonProgramFiles(x86)': 'cf86',
}

/** Either Common Files is right for what the catalogue lists in one. */
function tailsOf(processes: Catalogue['processes']): readonly string[] {
  const tails = processes.flatMap(({ id, imageName, folders }) =>
    folders.flatMap(({ path }) => {
      const [, root = '', rest = ''] = /^%([^%:]+)%(.*)$/.exec(path) ?? []
      const name = rootNames[root]
      if (name === undefined) return []
      const roots = name.startsWith('cf') ? ['cf', 'cf86'] : [name]
      return roots.map((one) => `  (${text(id)}, ${text(one)}, ${text(`${rest}\\${imageName}`)})`)
    }),
  )
  return [...new Set(tails)]
}

function storeTailsOf(processes: Catalogue['processes']): readonly string[] {
  return processes.flatMap(({ id, imageName, folders }) =>
    folders.flatMap(({ path }) => {
      const [, family = '', rest = ''] = /^%StorePackage:([^%]+)%(.*)$/.exec(path) ?? []
      const [name = '', publisher = ''] = family.split('_')
      return family === ''
        ? []
        : [`  (${text(id)}, ${text(`${name}_%_${publisher}`)}, ${text(`${rest}\\${imageName}`)})`]
    }),
  )
}

function besideOf({ neighbours, otherMakers }: TrustRules): readonly string[] {
  return [
    ...neighbours.flatMap(({ hosts, fileName }) =>
      hosts.map((host) => `  (${text(host.toLowerCase())}, ${text(fileName)})`),
    ),
    ...otherMakers.flatMap(({ imageName, library }) =>
      library === undefined ? [] : [`  (${text(imageName.toLowerCase())}, ${text(library)})`],
    ),
  ]
}

/**
 * Whatever is one letter from a name has its beginning or its end: the half before the letter or the half behind it.
 * Names that are too short would let half of Windows through.
 */
export function nearNames(names: readonly string[]): readonly string[] {
  const patterns = names.flatMap((name) => {
    if (name.length < shortestForNear) return []
    const half = Math.floor(name.length / 2)
    return [`${name.slice(0, half - 1)}%`, `%${name.slice(half)}`]
  })
  const unique = [...new Set(patterns)]
  // A pattern that another one covers asks nothing new.
  return unique.filter(
    (pattern) => !unique.some((other) => other !== pattern && covers(other, pattern)),
  )
}

const shortestForNear = 11

function covers(wide: string, narrow: string): boolean {
  return wide.endsWith('%')
    ? narrow.endsWith('%') && narrow.startsWith(wide.slice(0, -1))
    : narrow.startsWith('%') && narrow.endsWith(wide.slice(1))
}
