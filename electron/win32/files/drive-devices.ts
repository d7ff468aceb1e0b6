/** The device behind each drive letter. */
import type { Kernel32 } from '../bridge/kernel32.ts'
import type { DriveDevice } from './native-path.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'

/** Letters that stand for a folder (`subst`) or a mapped share are left out: native paths never begin with them. */
export function readDriveDevices(api: Kernel32): readonly DriveDevice[] {
  const letters = api.GetLogicalDrives()
  const target = Buffer.alloc(2 * 1024)
  const devices: DriveDevice[] = []
  for (let index = 0; index < 26; index += 1) {
    if ((letters & (1 << index)) === 0) continue
    const drive = `${String.fromCharCode(65 + index)}:`
    if (api.QueryDosDeviceW(drive, target, target.length / 2) === 0) continue
    // The newest meaning comes first, older ones follow behind its NUL.
    const device = readTerminatedString(target)
    if (device.startsWith('\\Device\\') && !device.includes(';')) devices.push({ drive, device })
  }
  return devices
}
