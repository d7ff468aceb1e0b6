/** Apple's programs that an active rule of Windows Firewall lets in, and for which kinds of networks. */
import { win32 } from 'node:path'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { imageNameKey } from '../../../shared/catalogue/match.ts'
import type { FirewallRule } from '../../../shared/model/firewall-rule.ts'
import { networkCategories } from '../../../shared/model/pc-parts.ts'
import type { NetworkCategory, NetworkFacts } from '../../../shared/model/pc-facts.ts'
import { known, type Probe } from '../../../shared/model/probe.ts'
import { replaceSystemVariables } from '../files/system-variables.ts'
import { readFirewallRule } from '../bytes/read-firewall-rule.ts'
import { visitRegistryValues } from '../registry/registry.ts'

const policy = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'

/** This PC's own rules, those of a group policy, those of a service that manages the PC. */
const keys: readonly { readonly origin: FirewallRule['origin']; readonly key: string }[] = [
  { origin: 'this-pc', key: `${policy}\\FirewallRules` },
  { origin: 'group-policy', key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules' },
  { origin: 'mdm', key: `${policy}\\Mdm\\FirewallRules` },
]

/** The same program in many folders: somebody fills the list. */
const mostPrograms = 200

type LetIn = NetworkFacts['letIn'] extends Probe<infer T> ? T : never

export async function readLetIn(signal?: AbortSignal): Promise<Probe<LetIn>> {
  const names = new Set(readCatalogue().processes.map(({ imageName }) => imageNameKey(imageName)))
  const found = new Map<string, { readonly program: string; readonly of: Set<NetworkCategory> }>()
  for (const { origin, key } of keys) {
    const visited = await visitRegistryValues(
      'HKLM',
      key,
      ({ name, value }) => {
        if (value?.kind !== 'text' && value?.kind !== 'expandable-text') return
        const rule = readFirewallRule(name, origin, value.text)
        if (rule === null || !letsIn(rule) || rule.program === null) return
        const program = replaceSystemVariables(rule.program)
        if (!names.has(imageNameKey(win32.basename(program)))) return
        const entry = found.get(imageNameKey(program)) ?? { program, of: new Set() }
        for (const category of categoriesOf(rule)) entry.of.add(category)
        if (found.size < mostPrograms) found.set(imageNameKey(program), entry)
      },
      signal,
    )
    if (visited.state !== 'known') return visited
  }
  return known(
    [...found.values()].map(({ program, of }) => ({
      program,
      categories:
        of.size === networkCategories.length
          ? []
          : networkCategories.filter((category) => of.has(category)),
    })),
  )
}

/** A rule for one address or one port alone lets in too little to count on. */
function letsIn({ action, isActive, direction, remoteAddresses }: FirewallRule): boolean {
  return (
    action !== 'block' && isActive && direction === 'in' && remoteAddresses.every(isWholeNetwork)
  )
}

const isWholeNetwork = (address: string) => /^(?:LocalSubnet\d?|Intranet)$/i.test(address)

function categoriesOf({ profiles }: FirewallRule): readonly NetworkCategory[] {
  if (profiles.length === 0) return networkCategories
  const named = new Set(profiles.map((profile) => profile.toLowerCase()))
  return networkCategories.filter((category) => named.has(category))
}
