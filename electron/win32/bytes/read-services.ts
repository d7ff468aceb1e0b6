/** Services in the bytes of the service manager. Layouts of 64-bit Windows, x64 and ARM64 alike. */
import type {
  ListedService,
  ServiceConfiguration,
  ServiceExit,
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

export type ServiceStatus = Pick<ListedService, 'state' | 'pid'> & {
  readonly lastExit: ServiceExit
}

/** SERVICE_STATUS_PROCESS: https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status_process */
export const statusBytes = 36

export function readServiceStatus(bytes: Buffer, offset = 0): ServiceStatus {
  const pid = bytes.readUInt32LE(offset + 28)
  return {
    state: states[bytes.readUInt32LE(offset + 4)] ?? 'unknown',
    pid: pid === 0 ? null : pid,
    lastExit: {
      code: bytes.readUInt32LE(offset + 12),
      ownCode: bytes.readUInt32LE(offset + 16),
    },
  }
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
    services.push({ keyName, displayName, ...readServiceStatus(bytes, offset + 16) })
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
