/** Services in the bytes of the service manager. Layouts of 64-bit Windows, x64 and ARM64 alike. */
import type {
  ListedService,
  ServiceConfiguration,
  ServiceStartType,
  ServiceState,
} from '../../../shared/model/service.ts'
import { readPointedString } from '../bridge/read-strings.ts'

const states: readonly (ServiceState | undefined)[] = [
  undefined,
  'stopped',
  'start-pending',
  'stop-pending',
  'running',
  'continue-pending',
  'pause-pending',
  'paused',
]

const startTypes: readonly (ServiceStartType | undefined)[] = [
  'boot',
  'system',
  'automatic',
  'manual',
  'disabled',
]

const rowBytes = 56

export interface ServiceRows {
  readonly services: readonly ListedService[]
  readonly isComplete: boolean
}

/** ENUM_SERVICE_STATUS_PROCESSW: https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-enum_service_status_processw */
export function readServices(bytes: Buffer, baseAddress: bigint, count: number): ServiceRows {
  const services: ListedService[] = []
  const rows = Math.min(count, Math.floor(bytes.length / rowBytes))
  for (let row = 0; row < rows; row += 1) {
    const offset = row * rowBytes
    const keyName = readPointedString(bytes, baseAddress, bytes.readBigUInt64LE(offset))
    const display = bytes.readBigUInt64LE(offset + 8)
    // Who has no display name goes by the key name. Windows fills it in itself; Wine leaves it out.
    const displayName = display === 0n ? keyName : readPointedString(bytes, baseAddress, display)
    if (keyName === undefined || displayName === undefined) continue
    const pid = bytes.readUInt32LE(offset + 44)
    services.push({
      keyName,
      displayName,
      state: states[bytes.readUInt32LE(offset + 20)] ?? 'unknown',
      pid: pid === 0 ? null : pid,
      lastExit: {
        code: bytes.readUInt32LE(offset + 28),
        ownCode: bytes.readUInt32LE(offset + 32),
      },
    })
  }
  return { services, isComplete: services.length === count }
}

/** QUERY_SERVICE_CONFIGW: https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-query_service_configw */
export function readServiceConfiguration(
  bytes: Buffer,
  baseAddress: bigint,
): ServiceConfiguration | null {
  if (bytes.length < 64) return null
  const textAt = (offset: number): string | undefined => {
    const address = bytes.readBigUInt64LE(offset)
    return address === 0n ? '' : readPointedString(bytes, baseAddress, address)
  }
  const imagePath = textAt(16)
  const account = textAt(48)
  if (imagePath === undefined || account === undefined) return null
  return { startType: startTypes[bytes.readUInt32LE(4)] ?? 'unknown', imagePath, account }
}
