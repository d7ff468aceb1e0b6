/** Network adapters, and the hardware addresses of the ways out of this PC. Asks this PC alone: nothing is sent. */
import type { NetworkAdapter } from '../../../shared/model/pc-facts.ts'
import { failed, known, type Probe } from '../../../shared/model/probe.ts'
import { callAsync, slowCalls, notRun } from '../bridge/call-async.ts'
import {
  AF_UNSPEC,
  ERROR_BUFFER_OVERFLOW,
  ERROR_NO_DATA,
  GAA_FLAGS,
  iphlpapi,
  type Iphlpapi,
} from '../bridge/iphlpapi.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import { stillMemory } from '../bridge/native-memory.ts'
import { ERROR_INSUFFICIENT_BUFFER, probeForError, unavailable } from '../bridge/reasons.ts'
import { adapterKind, descriptionOf, loopback } from './adapter-kind.ts'
import {
  readAdapters,
  readNeighbours,
  type AdapterRow,
  type NeighbourRow,
} from '../bytes/read-adapters.ts'

const firstBytes = 32 * 1024
const mostBytes = 8 * 1024 * 1024

export interface Network {
  readonly adapters: readonly NetworkAdapter[]
  /** Whether an adapter that is up has a way out. */
  readonly isConnected: boolean
  /** Hardware addresses of the ways out, in capitals and digits. They identify a home: never to be handed on. */
  readonly gateways: readonly string[]
}

export async function readNetwork(signal?: AbortSignal): Promise<Probe<Network>> {
  const api = iphlpapi()
  if (!api.ok) return unavailable(api.failure)
  const koffi = loadKoffi()
  if (!koffi.ok) return unavailable(koffi.failure)
  const answer = await slowCalls.run(async () => {
    const rows = await listAdapters(api.value, (bytes) => koffi.value.address(bytes))
    return rows.state === 'known'
      ? known(networkOf(rows.value, await listNeighbours(api.value)))
      : rows
  }, signal)
  return answer ?? notRun(signal)
}

function networkOf(rows: readonly AdapterRow[], neighbours: readonly NeighbourRow[]): Network {
  const outside = rows.filter(({ isUp, hasGateway }) => isUp && hasGateway)
  return {
    adapters: rows
      .filter(({ interfaceType }) => interfaceType !== loopback)
      .map((row) => ({
        description: descriptionOf(row),
        kind: adapterKind(row),
        isUp: row.isUp,
      })),
    isConnected: outside.length > 0,
    gateways: outside.flatMap(({ index, gateways }) =>
      neighbours
        .filter((row) => row.index === index && gateways.includes(row.address))
        .map(({ hardwareAddress }) => hardwareAddress),
    ),
  }
}

async function listAdapters(
  api: Iphlpapi,
  addressOf: (bytes: Buffer) => bigint,
): Promise<Probe<readonly AdapterRow[]>> {
  for (let sizeBytes = firstBytes; sizeBytes <= mostBytes;) {
    // Windows points into it: it must not move before it is read.
    const bytes = stillMemory(sizeBytes)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(sizeBytes)
    const code = await callAsync(api.GetAdaptersAddresses, AF_UNSPEC, GAA_FLAGS, null, bytes, size)
    if (code === 0) {
      const rows = readAdapters(bytes, addressOf(bytes))
      return rows === null ? failed('unreadable') : known(rows)
    }
    // A PC without any adapter.
    if (code === ERROR_NO_DATA) return known([])
    if (code !== ERROR_BUFFER_OVERFLOW) return probeForError(code)
    sizeBytes = Math.max(2 * sizeBytes, size.readUInt32LE())
  }
  return failed('too-large')
}

/** Without them only the category of the network is harder to tell. */
async function listNeighbours(api: Iphlpapi): Promise<readonly NeighbourRow[]> {
  for (let sizeBytes = firstBytes; sizeBytes <= mostBytes;) {
    const bytes = Buffer.alloc(sizeBytes)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(sizeBytes)
    const code = await callAsync(api.GetIpNetTable, bytes, size, 0)
    if (code === 0) return readNeighbours(bytes)
    if (code !== ERROR_INSUFFICIENT_BUFFER) return []
    sizeBytes = Math.max(2 * sizeBytes, size.readUInt32LE())
  }
  return []
}
