/**
 * Whether a path leads to another computer. To open a file there may hang for a minute, and tells that computer who is
 * signed in here: nobody asked for either.
 */
import { kernel32 } from '../bridge/kernel32.ts'
import { readDriveDevice } from './drive-devices.ts'

/** As much as a drive that stands for a folder of a drive that stands for a folder. */
const mostSteps = 8

/** @param deviceOf what stands behind a drive letter such as `C:`; empty where nothing does. */
export function isNetworkPath(path: string, deviceOf: (drive: string) => string): boolean {
  let rest = path.replaceAll('/', '\\')
  for (let step = 0; step < mostSteps; step += 1) {
    // Three ways to write that a path is literal; what follows is a drive, a device or `UNC\server\share`.
    const literal = /^\\(?:\\[?.]|\?\?)\\(?:GLOBALROOT(?=\\))?/i.exec(rest)
    if (literal === null && rest.startsWith('\\\\')) return true
    if (literal !== null) rest = rest.slice(literal[0].length)
    if ((literal !== null && /^UNC\\/i.test(rest)) || isNetworkDevice(rest)) return true
    const drive = /^[A-Za-z]:/.exec(rest)?.[0]
    if (drive === undefined) return false
    // A drive is a device, or a folder of another drive or of a server (`\??\…`).
    rest = deviceOf(drive.toUpperCase())
    if (isNetworkDevice(rest)) return true
  }
  return false
}

/** Every network redirector writes a mapped drive's letter and logon behind a semicolon. */
function isNetworkDevice(device: string): boolean {
  return /^\\Device\\(?:Mup\\|LanmanRedirector\\|[^\\]*\\;)/i.test(device)
}

/** Asks this PC what its drive letters mean, which asks no server. */
export function leadsToNetwork(path: string): boolean {
  const api = kernel32()
  return isNetworkPath(path, (drive) => (api.ok ? readDriveDevice(api.value, drive) : ''))
}
