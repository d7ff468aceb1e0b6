/**
 * Which bytes do the readers' tests read? Records what the system fills in here and now into the folder that
 * is given, as `NAME.bin` with its facts in `NAME.json`. Not a test: run by hand when a fixture has to be made anew.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  advapi32,
  SC_ENUM_PROCESS_INFO,
  SC_MANAGER_CONNECT,
  SC_MANAGER_ENUMERATE_SERVICE,
  SERVICE_QUERY_CONFIG,
  SERVICE_STATE_ALL,
  SERVICE_WIN32,
} from '../../../electron/win32/bridge/advapi32.ts'
import { loadKoffi } from '../../../electron/win32/bridge/load-koffi.ts'
import { ntdll, SystemProcessInformation } from '../../../electron/win32/bridge/ntdll.ts'
import { withHeldFile } from '../../../electron/win32/files/held-file.ts'
import { readVersionBytes } from '../../../electron/win32/files/read-version-bytes.ts'
import { endAll, nonAsciiPath, program, start } from './programs.ts'

const folder = process.argv[2]
const koffi = loadKoffi()
const [nt, services] = [ntdll(), advapi32()]
if (folder === undefined || !koffi.ok || !nt.ok || !services.ok) {
  throw new Error('Which folder? And is this Windows, with koffi?')
}
const target = folder

function record(name: string, bytes: Buffer, facts: Readonly<Record<string, unknown>>): void {
  writeFileSync(join(target, `${name}.bin`), bytes)
  writeFileSync(join(target, `${name}.json`), `${JSON.stringify(facts, null, 2)}\n`)
}

const children = [await start(nonAsciiPath), await start(program('renamed', 'iTunesHelper.exe'))]
const list = Buffer.alloc(1 << 20)
const size = Buffer.alloc(4)
nt.value.NtQuerySystemInformation(SystemProcessInformation, list, list.length, size)
record('process-information', list.subarray(0, size.readUInt32LE()), {
  baseAddress: String(koffi.value.address(list)),
  ownPid: process.pid,
  childPids: children.map(({ pid }) => pid),
})
await endAll()

const manager = services.value.OpenSCManagerW(
  null,
  null,
  SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE,
)
if (manager === null) throw new Error('no service manager')
const rows = Buffer.alloc(16 * 1024)
const returned = Buffer.alloc(4)
services.value.EnumServicesStatusExW(
  manager,
  SC_ENUM_PROCESS_INFO,
  SERVICE_WIN32,
  SERVICE_STATE_ALL,
  rows,
  rows.length,
  size,
  returned,
  Buffer.alloc(4),
  null,
)
record('services', rows, {
  baseAddress: String(koffi.value.address(rows)),
  count: returned.readUInt32LE(),
})
const eventLog = services.value.OpenServiceW(manager, 'Eventlog', SERVICE_QUERY_CONFIG)
if (eventLog === null) throw new Error('no service Eventlog')
const configuration = Buffer.alloc(1024)
services.value.QueryServiceConfigW(eventLog, configuration, configuration.length, size)
record('service-configuration', configuration, {
  baseAddress: String(koffi.value.address(configuration)),
})
services.value.CloseServiceHandle(eventLog)
services.value.CloseServiceHandle(manager)

for (const name of ['languages', 'hostile', 'broken']) {
  const path = program('resources', `${name}.exe`)
  const bytes = await withHeldFile(path, ({ readAt }) => readVersionBytes(readAt))
  if (!Buffer.isBuffer(bytes)) throw new Error(`${path}: ${JSON.stringify(bytes)}`)
  record(`version-${name}`, bytes, {})
}
