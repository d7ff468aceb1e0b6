/** What Windows Firewall does where no rule says anything: for each kind of network, out of the registry. */
import type { FirewallDefault, FirewallProfile } from '../../../shared/model/firewall-rule.ts'
import { known, type Probe } from '../../../shared/model/probe.ts'
import { readRegistryValue } from '../registry/registry.ts'

const own = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'
const policy = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall'

/** The registry still calls private networks "standard". */
const keys: readonly { readonly profile: FirewallProfile; readonly names: readonly string[] }[] = [
  { profile: 'Domain', names: ['DomainProfile'] },
  { profile: 'Private', names: ['PrivateProfile', 'StandardProfile'] },
  { profile: 'Public', names: ['PublicProfile'] },
]

/**
 * Only what is stricter than usual; empty on an ordinary PC.
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-gpfas/b2d31a14-4f1e-4d9c-b1d4-ef6a7e6e1c1b
 */
export function readFirewallDefaults(): Probe<readonly FirewallDefault[]> {
  const found: FirewallDefault[] = []
  for (const { profile, names } of keys) {
    const numbers = new Map<string, number | null>()
    for (const value of ['EnableFirewall', 'DefaultOutboundAction', 'DoNotAllowExceptions']) {
      const number = numberOf(names, value)
      if (number.state !== 'known') return number
      numbers.set(value, number.value)
    }
    if (numbers.get('EnableFirewall') === 0) continue
    if (numbers.get('DefaultOutboundAction') === 1) found.push({ profile, blocks: 'outgoing' })
    if (numbers.get('DoNotAllowExceptions') === 1) found.push({ profile, blocks: 'incoming' })
  }
  return known(found)
}

/** What a policy says goes before what was set on this PC. */
function numberOf(names: readonly string[], value: string): Probe<number | null> {
  for (const key of [policy, own].flatMap((root) => names.map((name) => `${root}\\${name}`))) {
    const read = readRegistryValue('HKLM', key, value)
    if (read.state !== 'known') return read
    if (read.value?.kind === 'number') return known(read.value.number)
  }
  return known(null)
}
