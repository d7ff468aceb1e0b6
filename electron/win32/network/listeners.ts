/** Listening sockets, TCP and UDP, IPv4 and IPv6. Readable without any right. */
import type { Listener } from '../../../shared/model/listener.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { callAsync, slowCalls, notRun } from '../bridge/call-async.ts'
import {
  AF_INET,
  AF_INET6,
  ERROR_NOT_SUPPORTED,
  iphlpapi,
  TCP_TABLE_OWNER_PID_LISTENER,
  UDP_TABLE_OWNER_PID,
} from '../bridge/iphlpapi.ts'
import type { Iphlpapi } from '../bridge/iphlpapi.ts'
import { listProcesses } from '../processes/list-processes.ts'
import { stillMemory } from '../bridge/native-memory.ts'
import { readSocketTable } from '../bytes/read-socket-table.ts'
import type { SocketRow } from '../bytes/read-socket-table.ts'
import {
  ERROR_INSUFFICIENT_BUFFER,
  failedFor,
  probeForError,
  skippedFor,
  unavailable,
} from '../bridge/reasons.ts'

/** Calls `GetExtendedTcpTable` or `GetExtendedUdpTable`; the tests put another in its place. */
export type FillTable = (
  kind: Pick<Listener, 'protocol' | 'family'>,
  table: Buffer,
  sizeBytes: Buffer,
) => Promise<number>

/** Some 600 IPv4 listeners; an ordinary PC has fewer than 100. */
const firstBytes = 16 * 1024
/** A PC has 65,536 ports, on each of its addresses. */
const mostBytes = 64 * 1024 * 1024
/** Sockets come between two calls: so much more than Windows asked for. */
const slackBytes = 4 * 1024

const kinds: readonly Pick<Listener, 'protocol' | 'family'>[] = [
  { protocol: 'tcp', family: 4 },
  { protocol: 'tcp', family: 6 },
  { protocol: 'udp', family: 4 },
  { protocol: 'udp', family: 6 },
]

export async function listListeners(signal?: AbortSignal): Promise<Probe<readonly Listener[]>> {
  const api = iphlpapi()
  if (!api.ok) return unavailable(api.failure)
  const answer = await slowCalls.run(async () => {
    // Before the tables: a process that starts afterwards can own nothing that stands in them.
    const listed = await listProcesses()
    const startOf = new Map(
      listed.ok ? listed.value.processes.map(({ pid, startedAtUtc }) => [pid, startedAtUtc]) : [],
    )
    const listeners: Listener[] = []
    for (const kind of kinds) {
      if (signal?.aborted === true) return skippedFor('cancelled')
      const rows = await readTable(kind, fillFrom(api.value))
      // Three tables of four would make a listener look absent.
      if (rows.state !== 'known') return rows
      for (const { address, port, pid } of rows.value) {
        listeners.push({ ...kind, address, port, pid, startedAtUtc: startOf.get(pid) ?? null })
      }
    }
    return known(listeners)
  }, signal)
  return answer ?? notRun(signal)
}

function fillFrom(api: Iphlpapi): FillTable {
  return ({ protocol, family }, table, sizeBytes) =>
    callAsync(
      protocol === 'tcp' ? api.GetExtendedTcpTable : api.GetExtendedUdpTable,
      table,
      sizeBytes,
      0,
      family === 4 ? AF_INET : AF_INET6,
      protocol === 'tcp' ? TCP_TABLE_OWNER_PID_LISTENER : UDP_TABLE_OWNER_PID,
      0,
    )
}

/** Asks with larger and larger buffers while Windows says that one is too small. */
export async function readTable(
  kind: Pick<Listener, 'protocol' | 'family'>,
  fill: FillTable,
): Promise<Probe<readonly SocketRow[]>> {
  const size = stillMemory(4)
  for (let sizeBytes = firstBytes; sizeBytes <= mostBytes;) {
    const table = stillMemory(sizeBytes)
    size.writeUInt32LE(sizeBytes)
    const code = await fill(kind, table, size)
    if (code === 0) {
      const read = readSocketTable(`${kind.protocol}${kind.family}`, table)
      return read.isComplete ? known(read.rows) : failedFor('unreadable')
    }
    if (code === ERROR_NOT_SUPPORTED && kind.family === 6) return known([])
    if (code !== ERROR_INSUFFICIENT_BUFFER) return probeForError(code)
    sizeBytes = Math.max(2 * sizeBytes, size.readUInt32LE() + slackBytes)
  }
  return failedFor('unreadable')
}
