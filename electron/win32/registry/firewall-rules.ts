/**
 * Rules of Windows Firewall. The registry tells without admin rights; whether the firewall is turned on for the
 * network in use is another question.
 */
import { win32 } from 'node:path'
import type { FirewallRule } from '../../../shared/model/firewall-rule.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { readFirewallRule } from './read-firewall-rule.ts'
import { visitRegistryValues } from './registry.ts'

const keys: readonly { readonly origin: FirewallRule['origin']; readonly key: string }[] = [
  {
    origin: 'this-pc',
    key: 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules',
  },
  {
    origin: 'group-policy',
    key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules',
  },
]

export interface BlockingRules {
  /** Active rules that block one of the programs. */
  readonly rules: readonly FirewallRule[]
  /** How many values under the two keys could not be read as rules: what they say is unknown. */
  readonly unreadable: number
}

/**
 * @param programPaths full paths of program files
 * @param variables values for `%name%` in a rule, by name without percent signs; capital letters do not matter
 */
export async function findBlockingRules(
  programPaths: readonly string[],
  variables: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Probe<BlockingRules>> {
  const isBlocking = blockingTest(programPaths, variables)
  const rules: FirewallRule[] = []
  let unreadable = 0
  for (const { origin, key } of keys) {
    const visited = await visitRegistryValues(
      'HKLM',
      key,
      ({ name, value }) => {
        const text = value?.kind === 'text' || value?.kind === 'expandable-text' ? value.text : ''
        const rule = readFirewallRule(name, origin, text)
        if (rule === null) unreadable += 1
        else if (isBlocking(rule)) rules.push(rule)
      },
      signal,
    )
    if (visited.state !== 'known') return visited
  }
  return known({ rules, unreadable })
}

/** Whether a rule is active and blocks one of the programs by its path. A rule for every program is not meant. */
export function blockingTest(
  programPaths: readonly string[],
  variables: Readonly<Record<string, string>>,
): (rule: FirewallRule) => boolean {
  const wanted = new Set(programPaths.map(pathKey))
  const values = new Map(Object.entries(variables).map(([name, value]) => [fold(name), value]))
  return ({ action, isActive, program }) => {
    if (action !== 'block' || !isActive || program === null) return false
    const path = expand(program, values)
    return path !== null && wanted.has(pathKey(path))
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
