/**
 * Which bytes do the tests of `read-socket-table.ts` read? Opens sockets on ports of Apple's programs and records the
 * four tables into the folder that is given. Not a test: run by hand when a fixture has to be made anew.
 */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { ListenOptions } from 'node:net'
import { join } from 'node:path'
import {
  AF_INET,
  AF_INET6,
  iphlpapi,
  TCP_TABLE_OWNER_PID_LISTENER,
  UDP_TABLE_OWNER_PID,
} from '../../../electron/win32/bridge/iphlpapi.ts'

const folder = process.argv[2]
const api = iphlpapi()
if (folder === undefined || !api.ok)
  throw new Error('Which folder? And is this Windows, with koffi?')
const target = folder

const tcp: readonly ListenOptions[] = [
  { host: '127.0.0.1', port: 27015 },
  { host: '0.0.0.0', port: 3689 },
  { host: '::1', port: 5354, ipv6Only: true },
  { host: '::', port: 3689, ipv6Only: true },
]
const udp: readonly (readonly ['udp4' | 'udp6', string, number])[] = [
  ['udp4', '0.0.0.0', 5353],
  ['udp4', '0.0.0.0', 5353],
  ['udp4', '127.0.0.1', 1900],
  ['udp6', '::', 5353],
]
for (const options of tcp) await once(createServer().listen(options), 'listening')
for (const [type, address, port] of udp) {
  const socket = createSocket({ type, reuseAddr: true, ipv6Only: type === 'udp6' })
  await once(socket.bind(port, address), 'listening')
}

for (const [name, fill, family, tableClass] of [
  ['tcp4', api.value.GetExtendedTcpTable, AF_INET, TCP_TABLE_OWNER_PID_LISTENER],
  ['tcp6', api.value.GetExtendedTcpTable, AF_INET6, TCP_TABLE_OWNER_PID_LISTENER],
  ['udp4', api.value.GetExtendedUdpTable, AF_INET, UDP_TABLE_OWNER_PID],
  ['udp6', api.value.GetExtendedUdpTable, AF_INET6, UDP_TABLE_OWNER_PID],
] as const) {
  const bytes = Buffer.alloc(64 * 1024)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes.length)
  const code = fill(bytes, size, 0, family, tableClass, 0)
  if (code !== 0) throw new Error(`${name}: ${String(code)}`)
  writeFileSync(join(target, `sockets-${name}.bin`), bytes.subarray(0, size.readUInt32LE()))
  writeFileSync(
    join(target, `sockets-${name}.json`),
    `${JSON.stringify({ ownPid: process.pid }, null, 2)}\n`,
  )
}
process.exit()
