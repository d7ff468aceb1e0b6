/** Network adapters and the hardware addresses of neighbours, in the bytes of iphlpapi. Layouts of 64-bit Windows, x64 and ARM64 alike. */
import { offsetOfAddress, readPointedString } from '../bridge/read-strings.ts'
import { formatIpv4 } from './format-address.ts'

export interface AdapterRow {
  readonly index: number
  readonly description: string
  /** https://www.iana.org/assignments/ianaiftype-mib */
  readonly interfaceType: number
  readonly isUp: boolean
  /** IPv4 addresses of the ways out. */
  readonly gateways: readonly string[]
  readonly hasGateway: boolean
}

const IF_OPER_STATUS_UP = 1
/** Up to and with OperStatus and the first gateway. */
const rowBytes = 216
const mostAdapters = 1_000
const mostGateways = 16

/** IP_ADAPTER_ADDRESSES_LH: https://learn.microsoft.com/windows/win32/api/iptypes/ns-iptypes-ip_adapter_addresses_lh. Null when the chain leaves the buffer. */
export function readAdapters(bytes: Buffer, baseAddress: bigint): readonly AdapterRow[] | null {
  const rows: AdapterRow[] = []
  for (let address = baseAddress; address !== 0n;) {
    const at = offsetOfAddress(bytes, baseAddress, address, rowBytes)
    if (at === undefined || rows.length >= mostAdapters) return null
    const description = readPointedString(bytes, baseAddress, bytes.readBigUInt64LE(at + 64))
    const firstGateway = bytes.readBigUInt64LE(at + 208)
    rows.push({
      index: bytes.readUInt32LE(at + 4),
      description: description ?? '',
      interfaceType: bytes.readUInt32LE(at + 100),
      isUp: bytes.readUInt32LE(at + 104) === IF_OPER_STATUS_UP,
      gateways: readGateways(bytes, baseAddress, firstGateway),
      hasGateway: firstGateway !== 0n,
    })
    address = bytes.readBigUInt64LE(at + 8)
  }
  return rows
}

/** IP_ADAPTER_GATEWAY_ADDRESS_LH, a chain of socket addresses. */
function readGateways(bytes: Buffer, baseAddress: bigint, first: bigint): readonly string[] {
  const gateways: string[] = []
  let address = first
  for (let count = 0; address !== 0n && count < mostGateways; count += 1) {
    const at = offsetOfAddress(bytes, baseAddress, address, 32)
    if (at === undefined) break
    const socketAt = offsetOfAddress(bytes, baseAddress, bytes.readBigUInt64LE(at + 16), 8)
    // AF_INET
    if (socketAt !== undefined && bytes.readUInt16LE(socketAt) === 2) {
      gateways.push(formatIpv4(bytes.subarray(socketAt + 4, socketAt + 8)))
    }
    address = bytes.readBigUInt64LE(at + 8)
  }
  return gateways
}

export interface NeighbourRow {
  readonly index: number
  readonly address: string
  /** In capitals, without signs between them: `D45D647C1D08`. */
  readonly hardwareAddress: string
}

const neighbourBytes = 24

/** MIB_IPNETTABLE: https://learn.microsoft.com/windows/win32/api/ipmib/ns-ipmib-mib_ipnetrow_lh */
export function readNeighbours(bytes: Buffer): readonly NeighbourRow[] {
  if (bytes.length < 4) return []
  const count = Math.min(bytes.readUInt32LE(0), Math.floor((bytes.length - 4) / neighbourBytes))
  return Array.from({ length: count }, (_, row) => {
    const at = 4 + row * neighbourBytes
    const size = Math.min(bytes.readUInt32LE(at + 4), 8)
    return {
      index: bytes.readUInt32LE(at),
      address: formatIpv4(bytes.subarray(at + 16, at + 20)),
      hardwareAddress: bytes.toString('hex', at + 8, at + 8 + size).toUpperCase(),
    }
  })
}
