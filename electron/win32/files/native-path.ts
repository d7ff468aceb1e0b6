/** A native path such as `\Device\HarddiskVolume3\Windows\explorer.exe` as a drive path. */

export interface DriveDevice {
  /** `C:` */
  readonly drive: string
  /** `\Device\HarddiskVolume3` */
  readonly device: string
}

const networkDevices = ['\\Device\\Mup\\', '\\Device\\LanmanRedirector\\'] as const

/**
 * A volume that has no drive letter stays reachable under `\\?\GLOBALROOT`, which programs can open but
 * nobody calls its folder.
 */
export function drivePathOf(nativePath: string, devices: readonly DriveDevice[]): string {
  const dosPrefix = '\\??\\'
  if (nativePath.startsWith(dosPrefix)) return nativePath.slice(dosPrefix.length)

  for (const { drive, device } of devices) {
    if (isUnder(nativePath, `${device}\\`)) return drive + nativePath.slice(device.length)
  }
  const network = networkDevices.find((device) => isUnder(nativePath, device))
  if (network !== undefined) {
    // `;LanmanRedirector\;X:0000000000012345\server\share`: who leads there, then a mapped drive's letter and logon.
    return `\\\\${nativePath.slice(network.length).replace(/^(?:;[^\\]*\\)+/, '')}`
  }
  return `\\\\?\\GLOBALROOT${nativePath}`
}

/** Object names are compared without case; the prefix ends in a backslash, so that Volume1 is not Volume10. */
function isUnder(path: string, prefix: string): boolean {
  return path.slice(0, prefix.length).toUpperCase() === prefix.toUpperCase()
}
