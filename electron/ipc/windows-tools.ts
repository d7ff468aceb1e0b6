/** Windows's own tools and pages, opened where the user clicks. A fixed list: the window sends a name, nothing of a PC's facts is put in. */
import { join } from 'node:path/win32'
import type { Answer } from '../../shared/ipc/channels.ts'
import type { WindowsTool } from '../../shared/model/action.ts'
import { failure, success } from '../../shared/model/result.ts'

type Target = { readonly page: string } | { readonly system32: string }

/** Addresses: https://learn.microsoft.com/windows/apps/develop/launch/launch-settings */
const targets: Readonly<Record<WindowsTool, Target>> = {
  services: { system32: 'services.msc' },
  'startup-apps': { page: 'ms-settings:startupapps' },
  'installed-apps': { page: 'ms-settings:appsfeatures' },
  'windows-update': { page: 'ms-settings:windowsupdate' },
  'optional-updates': { page: 'ms-settings:windowsupdate-optionalupdates' },
  'windows-security': { page: 'windowsdefender:' },
  'device-manager': { system32: 'devmgmt.msc' },
  'device-installation': { system32: 'SystemPropertiesHardware.exe' },
  'hosts-folder': { system32: 'drivers\\etc' },
  'optional-features': { page: 'ms-settings:optionalfeatures' },
  'network-settings': { page: 'ms-settings:network-status' },
  'network-connections': { system32: 'ncpa.cpl' },
  vpn: { page: 'ms-settings:network-vpn' },
  proxy: { page: 'ms-settings:network-proxy' },
  firewall: { system32: 'wf.msc' },
  'date-time': { page: 'ms-settings:dateandtime' },
  storage: { page: 'ms-settings:storagesense' },
  // Apple Devices.
  store: { page: 'ms-windows-store://pdp/?ProductId=9NP83LWLPZ9K' },
}

export interface OpenToolContext {
  readonly platform: string
  readonly systemRoot: string | undefined
  /** Hands an address to Windows. */
  readonly openPage: (address: string) => Promise<void>
  /** Opens a file or folder; to a text, empty when it worked. */
  readonly openFile: (path: string) => Promise<string>
}

/** A drive and plain folders. Whoever sets the variable to something else gets Windows's usual folder. */
const plainFolder = /^[A-Za-z]:(?:\\[\w -]{1,60}){1,4}$/

export function targetOf(
  tool: WindowsTool,
  systemRoot: string | undefined,
): { readonly page: string } | { readonly file: string } {
  const target = targets[tool]
  if ('page' in target) return target
  const root = systemRoot !== undefined && plainFolder.test(systemRoot) ? systemRoot : 'C:\\Windows'
  return { file: join(root, 'System32', target.system32) }
}

export async function openTool(
  tool: WindowsTool,
  { platform, systemRoot, openPage, openFile }: OpenToolContext,
): Promise<Answer<'openTool'>> {
  if (platform !== 'win32') return failure({ code: 'not-windows', detail: platform })
  const target = targetOf(tool, systemRoot)
  try {
    const refused = 'page' in target ? '' : await openFile(target.file)
    if ('page' in target) await openPage(target.page)
    return refused === '' ? success(null) : failure({ code: 'cannot-open', detail: refused })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return failure({ code: 'cannot-open', detail })
  }
}
