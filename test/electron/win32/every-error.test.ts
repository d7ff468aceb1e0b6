/** Is every documented error of every call a word, and never an exception, an endless loop or a handle left open? */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Probe } from '../../../shared/model/probe.ts'
import * as windows from './failing-windows.ts'

const { callsMade, failWith, leftOpen } = windows
const { signal } = new AbortController()
const one = { pid: 4711, name: 'x.exe', startedAtUtc: null }
const first = async (answers: Promise<readonly Probe<unknown>[]>) => (await answers)[0]!

/** Loaded anew: the other tests have them with the Windows that is there. */
async function loadReaders() {
  vi.resetModules()
  vi.doMock('../../../electron/win32/bridge/load-koffi.ts', () => windows)
  const [images, native, lines, owners, services, registry, events, rest] = await Promise.all([
    import('../../../electron/win32/processes/image-path.ts'),
    import('../../../electron/win32/processes/native-image-path.ts'),
    import('../../../electron/win32/processes/command-line.ts'),
    import('../../../electron/win32/processes/process-owner.ts'),
    import('../../../electron/win32/processes/services.ts'),
    import('../../../electron/win32/registry/registry.ts'),
    import('../../../electron/win32/processes/service-events.ts'),
    Promise.all([
      import('../../../electron/win32/network/listeners.ts'),
      import('../../../electron/win32/network/network-adapters.ts'),
      import('../../../electron/win32/devices/device-presence.ts'),
      import('../../../electron/win32/installed/installer-state.ts'),
    ]),
  ])
  const [listeners, network, devices, installer] = rest
  const key = ['HKLM', 'SOFTWARE\\x'] as const
  return {
    'image path': () => first(images.readImagePaths([one])),
    'native path': () => native.askNativePath(one.pid),
    'command line': () => first(lines.readCommandLines([one])),
    owner: () => owners.readProcessOwner(one),
    elevation: () => owners.readElevation(),
    services: () => services.listServices(),
    configuration: () => first(services.readServiceConfigurations(['Bonjour Service'])),
    state: () => first(services.readServiceStates(['Bonjour Service'])),
    'registry value': () => registry.readRegistryValue(...key, 'y'),
    'registry key': () => registry.hasRegistryKey(...key),
    'registry keys': () => registry.listRegistryKeys(...key, 1),
    'registry values': () => registry.listRegistryValues(...key),
    listeners: () => listeners.listListeners(),
    network: () => network.readNetwork(),
    devices: () => devices.readDevicePresence(),
    events: () => events.readServiceEvents(5_000, signal),
    installer: () => installer.readIsInstalling(),
  } satisfies Record<string, () => Probe<unknown> | Promise<Probe<unknown>>>
}

let readers: Awaited<ReturnType<typeof loadReaders>>
type Name = keyof typeof readers
beforeAll(async () => {
  readers = await loadReaders()
})
afterAll(() => {
  vi.doUnmock('../../../electron/win32/bridge/load-koffi.ts')
  vi.resetModules()
})

const worked = () => 1
const opened = () => 0x1234n
const ok = () => 0
/** Everything up to the call that is to fail. */
const process = { OpenProcess: opened, GetProcessTimes: worked, GetExitCodeProcess: () => 0 }
const token = { ...process, OpenProcessToken: worked, GetCurrentProcess: opened }
const manager = { OpenSCManagerW: opened }
const service = { ...manager, OpenServiceW: opened }

const needsAdmin = { state: 'denied', reason: 'needs-admin' }
const failed = (reason: string) => ({ state: 'failed', reason })
const known = (value: unknown) => ({ state: 'known', value })

beforeEach(() => {
  failWith(0)
})

/** https://learn.microsoft.com/windows/win32/debug/system-error-codes and the page of each function */
const code = {
  FILE_NOT_FOUND: 2,
  PATH_NOT_FOUND: 3,
  TOO_MANY_OPEN_FILES: 4,
  ACCESS_DENIED: 5,
  INVALID_HANDLE: 6,
  NOT_ENOUGH_MEMORY: 8,
  GEN_FAILURE: 31,
  SHARING_VIOLATION: 32,
  NOT_SUPPORTED: 50,
  INVALID_PARAMETER: 87,
  INSUFFICIENT_BUFFER: 122,
  BUFFER_OVERFLOW: 111,
  NO_DATA: 232,
  MORE_DATA: 234,
  NO_MORE_ITEMS: 259,
  KEY_DELETED: 1018,
  INVALID_SERVICE_CONTROL: 1052,
  SERVICE_DOES_NOT_EXIST: 1060,
  DATABASE_DOES_NOT_EXIST: 1065,
  SERVICE_MARKED_FOR_DELETE: 1072,
  NO_SYSTEM_RESOURCES: 1450,
  RPC_S_SERVER_UNAVAILABLE: 1722,
  STATUS_INVALID_INFO_CLASS: 0xc0000003,
  STATUS_INFO_LENGTH_MISMATCH: 0xc0000004,
  STATUS_INVALID_CID: 0xc000000b,
  STATUS_NO_MEMORY: 0xc0000017,
  STATUS_ACCESS_DENIED: 0xc0000022,
  STATUS_BUFFER_TOO_SMALL: 0xc0000023,
  STATUS_BUFFER_OVERFLOW: 0x80000005,
  CR_FAILURE: 0x13,
  CR_BUFFER_SMALL: 0x1a,
} as const

type Answers = Readonly<Record<string, () => unknown>>
type Row = readonly [name: Name, error: keyof typeof code, expected: object, answers?: Answers]

const named = (all: readonly Row[]) =>
  all.map(([name, error, expected, answers = {}]) => ({ name, error, expected, answers }))

const rows: readonly Row[] = [
  // OpenProcess, for which the list alone is known.
  ['image path', 'ACCESS_DENIED', needsAdmin],
  ['image path', 'INVALID_PARAMETER', failed('process-ended')],
  ['image path', 'GEN_FAILURE', failed('windows-error'), process],
  ['image path', 'ACCESS_DENIED', needsAdmin, process],
  ['command line', 'ACCESS_DENIED', needsAdmin],
  ['command line', 'INVALID_PARAMETER', failed('process-ended')],
  ['command line', 'STATUS_ACCESS_DENIED', needsAdmin, process],
  // Before Windows 8.1 there is no such question.
  ['command line', 'STATUS_INVALID_INFO_CLASS', failed('missing-function'), process],
  ['native path', 'STATUS_INVALID_CID', failed('process-ended')],
  ['native path', 'STATUS_ACCESS_DENIED', needsAdmin],
  ['native path', 'STATUS_NO_MEMORY', failed('windows-error')],
  ['owner', 'ACCESS_DENIED', needsAdmin],
  ['owner', 'ACCESS_DENIED', needsAdmin, process],
  ['owner', 'INVALID_PARAMETER', failed('process-ended')],
  ['owner', 'INVALID_HANDLE', failed('windows-error'), token],
  ['elevation', 'ACCESS_DENIED', needsAdmin, { GetCurrentProcess: opened }],
  ['elevation', 'INVALID_HANDLE', failed('windows-error'), token],
  // The service manager: a policy, a PC that shuts down, a service that goes.
  ['services', 'ACCESS_DENIED', needsAdmin],
  ['services', 'DATABASE_DOES_NOT_EXIST', failed('windows-error')],
  ['services', 'RPC_S_SERVER_UNAVAILABLE', failed('windows-error')],
  ['services', 'INVALID_HANDLE', failed('windows-error'), manager],
  ['configuration', 'SERVICE_DOES_NOT_EXIST', failed('no-such-service'), manager],
  ['configuration', 'ACCESS_DENIED', needsAdmin, manager],
  ['configuration', 'ACCESS_DENIED', needsAdmin, service],
  ['configuration', 'SERVICE_MARKED_FOR_DELETE', failed('windows-error'), service],
  ['state', 'SERVICE_DOES_NOT_EXIST', failed('no-such-service'), manager],
  ['state', 'ACCESS_DENIED', needsAdmin, service],
  ['state', 'INVALID_SERVICE_CONTROL', failed('windows-error'), service],
  // The registry answers with the code itself; what is not there is an answer.
  ['registry value', 'FILE_NOT_FOUND', known(null)],
  ['registry value', 'PATH_NOT_FOUND', known(null)],
  ['registry value', 'FILE_NOT_FOUND', known(null), { RegOpenKeyExW: ok }],
  ['registry value', 'ACCESS_DENIED', needsAdmin],
  ['registry value', 'KEY_DELETED', failed('windows-error'), { RegOpenKeyExW: ok }],
  ['registry key', 'FILE_NOT_FOUND', known(false)],
  ['registry key', 'ACCESS_DENIED', needsAdmin],
  ['registry keys', 'FILE_NOT_FOUND', known([])],
  ['registry keys', 'NO_MORE_ITEMS', known([]), { RegOpenKeyExW: ok }],
  ['registry keys', 'ACCESS_DENIED', needsAdmin, { RegOpenKeyExW: ok }],
  ['registry keys', 'KEY_DELETED', failed('windows-error'), { RegOpenKeyExW: ok }],
  ['registry values', 'NO_MORE_ITEMS', known([]), { RegOpenKeyExW: ok }],
  ['registry values', 'ACCESS_DENIED', needsAdmin],
  ['registry values', 'KEY_DELETED', failed('windows-error'), { RegOpenKeyExW: ok }],
  ['listeners', 'ACCESS_DENIED', needsAdmin],
  ['listeners', 'NOT_SUPPORTED', failed('windows-error')],
  ['network', 'NO_DATA', known({ adapters: [], isConnected: false, gateways: [] })],
  ['network', 'ACCESS_DENIED', needsAdmin],
  ['network', 'NOT_ENOUGH_MEMORY', failed('windows-error')],
  ['devices', 'CR_FAILURE', failed('windows-error')],
  ['events', 'ACCESS_DENIED', failed('cannot-read')],
  ['installer', 'FILE_NOT_FOUND', known(false)],
  ['installer', 'ACCESS_DENIED', known(true), { RegOpenKeyExW: ok }],
  ['installer', 'INVALID_HANDLE', failed('windows-error')],
]

describe('one call fails', () => {
  test.each(named(rows))('$name: $error', async ({ name, error, expected, answers }) => {
    failWith(code[error], answers)
    expect(await readers[name]()).toEqual(expected)
    expect(leftOpen()).toBe(0)
  })
})

/** Windows that says each time that more room is needed, however much there is. */
const growing: readonly Row[] = [
  ['image path', 'INSUFFICIENT_BUFFER', failed('unreadable'), process],
  ['native path', 'STATUS_INFO_LENGTH_MISMATCH', failed('windows-error')],
  ['native path', 'STATUS_BUFFER_TOO_SMALL', failed('windows-error')],
  ['command line', 'STATUS_INFO_LENGTH_MISMATCH', failed('windows-error'), process],
  ['command line', 'STATUS_BUFFER_OVERFLOW', failed('windows-error'), process],
  ['configuration', 'INSUFFICIENT_BUFFER', failed('unreadable'), service],
  ['registry value', 'MORE_DATA', failed('unreadable'), { RegOpenKeyExW: ok }],
  ['registry keys', 'MORE_DATA', failed('windows-error'), { RegOpenKeyExW: ok }],
  ['registry values', 'MORE_DATA', failed('windows-error'), { RegOpenKeyExW: ok }],
  ['listeners', 'INSUFFICIENT_BUFFER', failed('unreadable')],
  ['network', 'BUFFER_OVERFLOW', failed('too-large')],
  ['devices', 'CR_BUFFER_SMALL', failed('windows-error'), { CM_Get_Device_ID_List_SizeW: ok }],
]

describe('no room is ever enough, and the asking has an end', () => {
  test.each(named(growing))('$name: $error', async ({ name, error, expected, answers }) => {
    failWith(code[error], answers)
    expect(await readers[name]()).toEqual(expected)
    expect(leftOpen()).toBe(0)
    expect(callsMade()).toBeLessThan(60)
  })
  test('the list of processes', async () => {
    const { listProcesses } = await import('../../../electron/win32/processes/list-processes.ts')
    failWith(code.STATUS_INFO_LENGTH_MISMATCH)
    expect(await listProcesses()).toMatchObject({ ok: false, failure: { code: 'windows-error' } })
    expect(callsMade()).toBeLessThan(20)
  })
})

describe('out of everything', () => {
  const scarce = ['TOO_MANY_OPEN_FILES', 'NOT_ENOUGH_MEMORY', 'NO_SYSTEM_RESOURCES'] as const
  test.each(scarce)('%s: each reader says that Windows gave an error', async (error) => {
    for (const [name, read] of Object.entries(readers)) {
      failWith(code[error])
      const answer = await read()
      expect([name, answer.state], JSON.stringify(answer)).toEqual([name, 'failed'])
      expect(leftOpen()).toBe(0)
    }
  })
})
