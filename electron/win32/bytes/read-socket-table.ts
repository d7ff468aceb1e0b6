/** Sockets in the bytes of GetExtendedTcpTable and GetExtendedUdpTable. */
import { formatIpv4, formatIpv6, isLinkLocalIpv6 } from './format-address.ts'

export interface SocketRow {
  readonly address: string
  readonly port: number
  readonly pid: number
}

export interface SocketRows {
  readonly rows: readonly SocketRow[]
  /** False when the table promises more rows than it holds: then "not in the table" does not mean "not there". */
  readonly isComplete: boolean
}

export type SocketTable = 'tcp4' | 'tcp6' | 'udp4' | 'udp6'

/** Every table begins with the count of its rows, as 32 bits. */
const countBytes = 4

interface Layout {
  readonly rowBytes: number
  readonly addressAt: number
  readonly addressBytes: 4 | 16
  /** Behind an IPv6 address. */
  readonly scopeAt: number | null
  readonly portAt: number
  readonly pidAt: number
  readonly stateAt: number | null
}

/** The same on x64 and ARM64: fields of 32 bits and less, nothing between them. */
const layouts: Readonly<Record<SocketTable, Layout>> = {
  /** https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcprow_owner_pid */
  tcp4: {
    ...{ rowBytes: 24, addressAt: 4, addressBytes: 4 },
    ...{ scopeAt: null, portAt: 8, pidAt: 20, stateAt: 0 },
  },
  /** https://learn.microsoft.com/windows/win32/api/tcpmib/ns-tcpmib-mib_tcp6row_owner_pid */
  tcp6: {
    ...{ rowBytes: 56, addressAt: 0, addressBytes: 16 },
    ...{ scopeAt: 16, portAt: 20, pidAt: 52, stateAt: 48 },
  },
  /** https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udprow_owner_pid */
  udp4: {
    ...{ rowBytes: 12, addressAt: 0, addressBytes: 4 },
    ...{ scopeAt: null, portAt: 4, pidAt: 8, stateAt: null },
  },
  /** https://learn.microsoft.com/windows/win32/api/udpmib/ns-udpmib-mib_udp6row_owner_pid */
  udp6: {
    ...{ rowBytes: 28, addressAt: 0, addressBytes: 16 },
    ...{ scopeAt: 16, portAt: 20, pidAt: 24, stateAt: null },
  },
}

const MIB_TCP_STATE_LISTEN = 2

/** Rows of TCP that are in another state than listening are left out, whatever table was asked for. */
export function readSocketTable(table: SocketTable, bytes: Buffer): SocketRows {
  if (bytes.length < countBytes) return { rows: [], isComplete: false }
  const layout = layouts[table]
  const promised = bytes.readUInt32LE(0)
  const present = Math.min(promised, Math.floor((bytes.length - countBytes) / layout.rowBytes))
  const rows: SocketRow[] = []
  for (let row = 0; row < present; row += 1) {
    const offset = countBytes + row * layout.rowBytes
    const isListening =
      layout.stateAt === null ||
      bytes.readUInt32LE(offset + layout.stateAt) === MIB_TCP_STATE_LISTEN
    if (isListening) rows.push(readRow(layout, bytes, offset))
  }
  return { rows, isComplete: present === promised }
}

function readRow(layout: Layout, bytes: Buffer, offset: number): SocketRow {
  const addressAt = offset + layout.addressAt
  const address = bytes.subarray(addressAt, addressAt + layout.addressBytes)
  return {
    address:
      layout.scopeAt === null
        ? formatIpv4(address)
        : withScope(address, bytes.readUInt32LE(offset + layout.scopeAt)),
    // In the order of the network, in the first two of four bytes; the others may hold anything.
    port: bytes.readUInt16BE(offset + layout.portAt),
    pid: bytes.readUInt32LE(offset + layout.pidAt),
  }
}

/** Other addresses than link-local ones have no interface; what stands there for them means nothing. */
function withScope(address: Uint8Array, scope: number): string {
  const text = formatIpv6(address)
  return scope !== 0 && isLinkLocalIpv6(address) ? `${text}%${scope}` : text
}
