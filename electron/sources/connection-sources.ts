/** Sources of facts about this PC's own side of its connections. Nothing here connects to anything. */
import { win32 } from 'node:path'
import type { FirewallLook } from '../../shared/model/firewall-rule.ts'
import type { Listener } from '../../shared/model/listener.ts'
import type { PortProxy } from '../../shared/model/port-proxy.ts'
import { skipped, type Probe } from '../../shared/model/probe.ts'
import type { Asking } from './asking.ts'
import { lookIntoFile } from '../win32/files/look-into-file.ts'
import { listListeners } from '../win32/network/listeners.ts'
import { readHostsFolder } from '../win32/network/hosts-folder.ts'
import { listPortProxies } from '../win32/network/port-proxies.ts'
import { hostsFilePath, readHostsFile } from '../network/hosts-file.ts'

export interface HostsFile {
  readonly path: string
  readonly bytes: Probe<Uint8Array>
}

/** Expected trouble is a value: none of these throws for it. */
export interface ConnectionSources {
  /** Who waits for connections or datagrams. */
  readonly listeners: (asking: Asking) => Promise<Probe<readonly Listener[]>>
  readonly portProxies: (asking: Asking) => Promise<Probe<readonly PortProxy[]>>
  /**
   * Active rules that block one of these programs, and how many rules could not be read.
   * @param variables values for `%name%` in a rule.
   */
  readonly blockingRules: (
    programPaths: readonly string[],
    variables: Readonly<Record<string, string>>,
    asking: Asking,
  ) => Promise<Probe<FirewallLook>>
  readonly hostsFile: () => Promise<HostsFile>
}

/** Every system has a hosts file. */
async function readThisHostsFile(): Promise<HostsFile> {
  const path = hostsFilePath()
  return { path, bytes: await readHostsFile({ path }) }
}

export const windowsConnectionSources: ConnectionSources = {
  listeners: ({ signal }) => listListeners(signal),
  portProxies: ({ signal }) => listPortProxies(signal),
  blockingRules: async (programPaths, variables, { signal }) => {
    // What judges rules comes with the first question about connections.
    const { findBlockingRules } = await import('../win32/network/firewall-rules.ts')
    return findBlockingRules(programPaths, { ...systemVariables(), ...variables }, signal)
  },
  hostsFile: readHostsFileOfWindows,
}

/** Where the registry does not tell, it is where Windows puts it. */
async function readHostsFileOfWindows(): Promise<HostsFile> {
  const folder = readHostsFolder(process.env['SystemRoot'] ?? 'C:\\Windows')
  const path = folder.state === 'known' ? win32.join(folder.value, 'hosts') : hostsFilePath()
  return { path, bytes: await lookIntoFile(path, () => readHostsFile({ path })) }
}

export function otherSystemConnectionSources(): ConnectionSources {
  const why: Probe<never> = Object.freeze(skipped('not-windows'))
  return {
    listeners: () => Promise.resolve(why),
    portProxies: () => Promise.resolve(why),
    blockingRules: () => Promise.resolve(why),
    hostsFile: readThisHostsFile,
  }
}

/** The same for every user of a PC, so that they mean in a rule what they mean here. */
function systemVariables(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['SystemDrive', 'SystemRoot', 'ProgramData'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}
