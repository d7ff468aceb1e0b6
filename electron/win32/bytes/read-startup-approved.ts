/**
 * Task Manager's note on a start-up entry. Reads the twelve bytes that Task Manager keeps for it; nobody documents
 * them.
 */
import type { StartupSwitch } from '../../../shared/model/autostart.ts'
import { failed, known, type Probe } from '../../../shared/model/probe.ts'
import { isoFromFiletime } from '../bridge/filetime.ts'
import type { RegistryValue } from './read-registry-value.ts'

/** A number of four bytes, whose lowest bit says "off", then the FILETIME of when. */
const sizeBytes = 12

export function readStartupApproved(value: RegistryValue): Probe<StartupSwitch> {
  if (value.kind !== 'bytes' || value.bytes.length !== sizeBytes) return failed('unreadable')
  const isOn = (value.bytes.readUInt8(0) & 1) === 0
  return known({ isOn, offSinceUtc: isOn ? null : timeIn(value.bytes) })
}

/** What has more than four digits for its year was not written by a clock. */
function timeIn(bytes: Buffer): string | null {
  const at = isoFromFiletime(bytes.readBigUInt64LE(4))
  return at !== null && /^\d{4}-/.test(at) ? at : null
}
