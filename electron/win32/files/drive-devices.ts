/** The device behind a drive letter. */
import type { Kernel32 } from '../bridge/kernel32.ts'
import type { DriveDevice } from './native-path.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'

/** Letters that stand for a folder (`subst`) or a mapped share are left out: native paths never begin with them. */
export function readDriveDevices(api: Kernel32): readonly DriveDevice[] {
  const letters = api.GetLogicalDrives()
  const devices: DriveDevice[] = []
  for (let index = 0; index < 26; index += 1) {
    if ((letters & (1 << index)) === 0) continue
    const drive = `${String.fromCharCode(65 + index)}:`
    const device = readDriveDevice(api, drive)
    if (device.startsWith('\\Device\\') && !device.includes(';')) devices.push({ drive, device })
  }
  return devices
}

/** Empty where there is no such drive. @param drive `C:` */
export function readDriveDevice(api: Kernel32, drive: string): string {
  const target = Buffer.alloc(2 * 1024)
  if (api.QueryDosDeviceW(drive, target, target.length / 2) === 0) return ''
  // The newest meaning comes first, older ones follow behind its NUL.
  return readTerminatedString(target)
}
