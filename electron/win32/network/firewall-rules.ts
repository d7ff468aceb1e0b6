/**
 * Rules of Windows Firewall that block something of Apple's. The registry tells without admin rights; whether the
 * firewall is turned on for the network in use is another question.
 */
import { createHash } from 'node:crypto'
import { win32 } from 'node:path'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { relevanceOf } from '../../../shared/connections/firewall-relevance.ts'
import type {
  BlockingRule,
  FirewallLook,
  FirewallReach,
  FirewallRule,
} from '../../../shared/model/firewall-rule.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { readFirewallDefaults } from './firewall-defaults.ts'
import { readFirewallRule } from '../bytes/read-firewall-rule.ts'
import { readIndirectText } from '../registry/indirect-text.ts'
import { visitRegistryValues } from '../registry/registry.ts'

const policy = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'

/** @see https://learn.microsoft.com/windows/security/operating-system-security/network-security/windows-firewall/ */
const keys: readonly { readonly origin: FirewallRule['origin']; readonly key: string }[] = [
  { origin: 'this-pc', key: `${policy}\\FirewallRules` },
  { origin: 'group-policy', key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules' },
  { origin: 'mdm', key: `${policy}\\Mdm\\FirewallRules` },
]

/**
 * @param programPaths full paths of program files
 * @param variables values for `%name%` in a rule, by name without percent signs; capital letters do not matter
 */
export async function findBlockingRules(
  programPaths: readonly string[],
  variables: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Probe<FirewallLook>> {
  const reachOf = reachTest(programPaths, variables)
  const rules: BlockingRule[] = []
  let unreadable = 0
  for (const { origin, key } of keys) {
    const visited = await visitRegistryValues(
      'HKLM',
      key,
      ({ name, value }) => {
        const text = value?.kind === 'text' || value?.kind === 'expandable-text' ? value.text : ''
        const rule = readFirewallRule(name, origin, text)
        const reach = rule === null ? 'not-understood' : reachOf(rule)
        if (rule === null || reach === 'not-understood') unreadable += 1
        else if (reach !== null) {
          const severity = relevanceOf(rule, reach)
          const name = readIndirectText(rule.name)
          if (severity !== null) rules.push({ ...rule, name, reach, severity })
        }
      },
      signal,
    )
    if (visited.state !== 'known') return visited
  }
  const defaults = readFirewallDefaults()
  if (defaults.state !== 'known') return defaults
  return known({ rules, unreadable, defaults: defaults.value })
}

/**
 * For whom of Apple's an active blocking rule holds. What allows something does not undo it: among the rules of Windows
 * Firewall one that blocks goes before one that allows.
 *
 * @returns null for nobody; `not-understood` where a variable hides which program of Apple's name is meant.
 */
export function reachTest(
  programPaths: readonly string[],
  variables: Readonly<Record<string, string>>,
): (rule: FirewallRule) => FirewallReach | 'not-understood' | null {
  const wanted = programPaths.map(pathKey)
  const values = new Map(
    Object.entries(withDrive(variables)).map(([name, value]) => [fold(name), value]),
  )
  return (rule) => {
    if (rule.action !== 'block' || !rule.isActive) return null
    // Conditions of one rule hold together: whom one of them leaves out is not meant.
    const parts = [
      programReach(rule.program, wanted, values),
      serviceReach(rule.service),
      packageReach(rule.package),
    ].filter((part) => part !== undefined)
    if (parts.includes(null)) return null
    if (parts.includes('not-understood')) return 'not-understood'
    return parts.find((part) => part !== 'every-service') ?? parts[0] ?? 'every-program'
  }
}

function programReach(
  program: string | null,
  wanted: readonly string[],
  values: ReadonlyMap<string, string>,
): 'program' | 'not-understood' | null | undefined {
  if (program === null) return undefined
  const path = expand(program, values)
  if (path !== null) return wanted.some((one) => isSamePath(pathKey(path), one)) ? 'program' : null
  const fileName = fold(program.slice(program.lastIndexOf('\\') + 1))
  return wanted.some((one) => one.endsWith(`\\${fileName}`)) ? 'not-understood' : null
}

/** A part such as `PROGRA~1` stands for every name that begins so: which one, only the disk knows. */
function isSamePath(path: string, wanted: string): boolean {
  if (path === wanted) return true
  if (!path.includes('~')) return false
  const parts = path.split('\\')
  const others = wanted.split('\\')
  return (
    parts.length === others.length &&
    parts.every((part, at) => part === others[at] || isShortFor(part, others[at] ?? ''))
  )
}

function isShortFor(part: string, whole: string): boolean {
  const [, start] = /^([^~]{1,6})~\d{1,2}(?:\.[^.]{0,3})?$/.exec(part) ?? []
  return start !== undefined && whole.replace(/[ .]/g, '').startsWith(start)
}

function serviceReach(service: string | null): 'service' | 'every-service' | null | undefined {
  if (service === null) return undefined
  if (service === '*') return 'every-service'
  const wanted = fold(service)
  const known = readCatalogue().processes.flatMap(({ service: own }) => own?.keyNames ?? [])
  return known.some((keyName) => fold(keyName) === wanted) ? 'service' : null
}

/** "All application packages". */
const everyPackage = 'S-1-15-2-1'

function packageReach(name: string | null): 'package' | null | undefined {
  if (name === null) return undefined
  const wanted = name.toUpperCase()
  return wanted === everyPackage || packageIds().has(wanted) ? 'package' : null
}

let readIds: ReadonlySet<string> | undefined

/** Of Apple's packages in the Microsoft Store: family names, and the security ids that Windows makes of them. */
function packageIds(): ReadonlySet<string> {
  readIds ??= new Set(
    readCatalogue().processes.flatMap(({ folders }) =>
      folders.flatMap(({ path }) => {
        const [, family] = /^%StorePackage:([^%]+)%/.exec(path) ?? []
        return family === undefined ? [] : [family.toUpperCase(), packageSecurityId(family)]
      }),
    ),
  )
  return readIds
}

/** The first seven numbers of a digest of the name, as DeriveAppContainerSidFromAppContainerName makes them. */
export function packageSecurityId(familyName: string): string {
  const digest = createHash('sha256')
    .update(Buffer.from(familyName.toLowerCase(), 'utf16le'))
    .digest()
  const numbers = [0, 4, 8, 12, 16, 20, 24].map((offset) => digest.readUInt32LE(offset))
  return `S-1-15-2-${numbers.join('-')}`
}

/** What the known folders tell besides: the system's drive, and the names that 64-bit programs see twice. */
function withDrive(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const folded = new Map(Object.entries(variables).map(([name, value]) => [fold(name), value]))
  const windows = folded.get('SYSTEMROOT') ?? folded.get('WINDIR')
  const programs = folded.get('PROGRAMFILES')
  const common = folded.get('COMMONPROGRAMFILES')
  const drive = /^[A-Za-z]:/.exec(windows ?? programs ?? '')?.[0]
  return {
    ...(drive !== undefined && { SystemDrive: drive, HomeDrive: drive }),
    ...(windows !== undefined && { windir: windows, SystemRoot: windows }),
    ...(programs !== undefined && { ProgramW6432: programs }),
    ...(common !== undefined && { CommonProgramW6432: common }),
    ...(drive !== undefined && { ProgramData: `${drive}\\ProgramData` }),
    ...(drive !== undefined && { AllUsersProfile: `${drive}\\ProgramData` }),
    ...variables,
  }
}

/** Null when a variable has no value. */
function expand(text: string, values: ReadonlyMap<string, string>): string | null {
  const pieces = text.split(/%([^%]*)%/).map((piece, at) => {
    return at % 2 === 0 ? piece : values.get(fold(piece))
  })
  return pieces.includes(undefined) ? null : pieces.join('')
}

function pathKey(path: string): string {
  return fold(win32.normalize(path.replace(/^\\\\\?\\(?=[A-Za-z]:\\)/, '')))
}

/** As Windows compares names: letter by letter. No letter outside ASCII is the same as one in it: `ı` is no `I`. */
function fold(text: string): string {
  return text.replace(/[a-z]+|[^\0-\x7f]/gu, (found) => {
    const upper = found.toUpperCase()
    return found > '\x7f' && (upper.length !== found.length || upper <= '\x7f') ? found : upper
  })
}
