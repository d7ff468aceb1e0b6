/** The kind of proxy that the user's programs and Windows's services use; never its address. */
import type { ProxyKind } from '../../../shared/model/pc-facts.ts'
import { failed, known, type Probe } from '../../../shared/model/probe.ts'
import { readConnectionSettings } from '../bytes/read-connection-settings.ts'
import { readRegistryValue, type Hive } from '../registry/registry.ts'
import { readNumber, readText } from '../registry/typed-values.ts'

const settings = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'

/** WinHTTP's: what `netsh winhttp show proxy` tells. */
export function readMachineProxy(): Probe<ProxyKind> {
  const kind = fromBytes('HKLM', 'WinHttpSettings')
  return kind.state === 'known' ? known(kind.value ?? 'none') : kind
}

export function readUserProxy(): Probe<ProxyKind> {
  const kind = fromBytes('HKCU', 'DefaultConnectionSettings')
  if (kind.state !== 'known') return kind
  return kind.value === null ? fromValues() : known(kind.value)
}

/** Null where nothing is set. */
function fromBytes(hive: Hive, name: string): Probe<ProxyKind | null> {
  const value = readRegistryValue(hive, `${settings}\\Connections`, name)
  if (value.state !== 'known') return value
  if (value.value === null) return known(null)
  if (value.value.kind !== 'bytes') return failed('unreadable')
  const kind = readConnectionSettings(value.value.bytes)
  return kind === null ? failed('unreadable') : known(kind)
}

/** Single values, which older programs write and nobody has taken over yet. */
function fromValues(): Probe<ProxyKind> {
  const script = readText('HKCU', settings, 'AutoConfigURL')
  if (script.state !== 'known') return script
  if ((script.value ?? '') !== '') return known('script')
  const isOn = readNumber('HKCU', settings, 'ProxyEnable')
  if (isOn.state !== 'known') return isOn
  const server = readText('HKCU', settings, 'ProxyServer')
  if (server.state !== 'known') return server
  return known((isOn.value ?? 0) !== 0 && (server.value ?? '') !== '' ? 'fixed' : 'none')
}
