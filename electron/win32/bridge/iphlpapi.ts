/** Declarations of iphlpapi.dll, under Microsoft's names: tables of sockets, network adapters and neighbours. */
import type { Native } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

type GetExtendedTable = Native<
  [
    table: Buffer,
    sizeBytes: Buffer,
    order: number,
    addressFamily: number,
    tableClass: number,
    reserved: number,
  ],
  number
>

export interface Iphlpapi {
  /** https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedtcptable */
  readonly GetExtendedTcpTable: GetExtendedTable
  /** https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedudptable */
  readonly GetExtendedUdpTable: GetExtendedTable
  /** https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getadaptersaddresses */
  readonly GetAdaptersAddresses: Native<
    [family: number, flags: number, reserved: null, addresses: Buffer, sizeBytes: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getipnettable */
  readonly GetIpNetTable: Native<[table: Buffer, sizeBytes: Buffer, order: number], number>
}

const P = 'void *'

const parameters = [P, P, 'int32', 'uint32', 'uint32', 'uint32'] as const

export const iphlpapi = systemLibrary<Iphlpapi>('iphlpapi.dll', (declare) => ({
  GetExtendedTcpTable: declare('GetExtendedTcpTable', 'uint32', parameters),
  GetExtendedUdpTable: declare('GetExtendedUdpTable', 'uint32', parameters),
  GetAdaptersAddresses: declare('GetAdaptersAddresses', 'uint32', ['uint32', 'uint32', P, P, P]),
  GetIpNetTable: declare('GetIpNetTable', 'uint32', [P, P, 'int32']),
}))

/** ulAf of both functions. */
export const AF_INET = 2
export const AF_INET6 = 23
/** https://learn.microsoft.com/windows/win32/api/iprtrmib/ne-iprtrmib-tcp_table_class */
export const TCP_TABLE_OWNER_PID_LISTENER = 3
/** https://learn.microsoft.com/windows/win32/api/iprtrmib/ne-iprtrmib-udp_table_class */
export const UDP_TABLE_OWNER_PID = 1
/** A PC without IPv6 answers so when it is asked for IPv6. */
export const ERROR_NOT_SUPPORTED = 50
/** No addresses but the gateways: 1, 2, 4 and 8 leave the other kinds out. */
export const GAA_FLAGS = 1 | 2 | 4 | 8 | 0x80
export const ERROR_BUFFER_OVERFLOW = 111
export const ERROR_NO_DATA = 232
export const AF_UNSPEC = 0
