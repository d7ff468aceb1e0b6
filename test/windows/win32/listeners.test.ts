/** Are real sockets, registry values, port proxies and firewall rules found as they were set up, and gone when they went? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import type { AddressInfo, ListenOptions } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findBlockingRules } from '../../../electron/win32/network/firewall-rules.ts'
import { listProcesses } from '../../../electron/win32/processes/list-processes.ts'
import { listListeners } from '../../../electron/win32/network/listeners.ts'
import { listPortProxies } from '../../../electron/win32/network/port-proxies.ts'
import { listRegistryValues } from '../../../electron/win32/registry/registry.ts'
import type { Listener } from '../../../shared/model/listener.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { isWine } from './programs.ts'

const run = promisify(execFile)

function value<T>(probe: Probe<T>): T {
  if (probe.state !== 'known') assert.fail(JSON.stringify(probe))
  return probe.value
}

interface Opened {
  readonly port: number
  readonly close: () => Promise<void>
}

async function openTcp(options: ListenOptions): Promise<Opened> {
  const server = createServer().listen({ port: 0, ...options })
  await once(server, 'listening')
  const close = async () => {
    server.close()
    await once(server, 'close')
  }
  return { port: (server.address() as AddressInfo).port, close }
}

async function openUdp(type: 'udp4' | 'udp6', address: string, port = 0): Promise<Opened> {
  const socket = createSocket({ type, ipv6Only: type === 'udp6', reuseAddr: port !== 0 })
  await once(socket.bind(port, address), 'listening')
  const close = async () => {
    socket.close()
    await once(socket, 'close')
  }
  return { port: socket.address().port, close }
}

async function listenersAt({ port }: Opened, protocol: Listener['protocol']) {
  return value(await listListeners()).filter(
    (listener) => listener.port === port && listener.protocol === protocol,
  )
}

async function ownRecord() {
  const listed = await listProcesses()
  assert.ok(listed.ok)
  const record = listed.value.processes.find(({ pid }) => pid === process.pid)
  assert.ok(record)
  return record
}

const { startedAtUtc } = await ownRecord()
const own = { pid: process.pid, startedAtUtc }
/** Wine 8 does not say whose TCP sockets are. */
const tcpOwner = isWine ? { pid: 0, startedAtUtc: null } : own

for (const [family, address, options] of [
  [4, '127.0.0.1', { host: '127.0.0.1' }],
  [4, '0.0.0.0', { host: '0.0.0.0' }],
  [6, '::1', { host: '::1', ipv6Only: true }],
  [6, '::', { host: '::', ipv6Only: true }],
] as const) {
  test(`a TCP listener at ${address} is found while it is there`, async () => {
    const opened = await openTcp(options)
    const expected = { protocol: 'tcp', family, address, port: opened.port, ...tcpOwner }
    assert.deepEqual(await listenersAt(opened, 'tcp'), [expected])
    assert.deepEqual(await listenersAt(opened, 'udp'), [])
    await opened.close()
    assert.deepEqual(await listenersAt(opened, 'tcp'), [])
  })
}

for (const [family, address] of [
  [4, '127.0.0.1'],
  [4, '0.0.0.0'],
  [6, '::1'],
  [6, '::'],
] as const) {
  test(`a UDP socket at ${address} is found with its owner while it is there`, async () => {
    const opened = await openUdp(`udp${family}`, address)
    const expected = { protocol: 'udp', family, address, port: opened.port, ...own }
    assert.deepEqual(await listenersAt(opened, 'udp'), [expected])
    await opened.close()
    assert.deepEqual(await listenersAt(opened, 'udp'), [])
  })
}

test('a UDP port that is shared is told as often as it was opened', async () => {
  const free = await openUdp('udp4', '0.0.0.0')
  await free.close()
  const both = [
    await openUdp('udp4', '0.0.0.0', free.port),
    await openUdp('udp4', '0.0.0.0', free.port),
  ]
  const found = await listenersAt(free, 'udp')
  assert.equal(found.length, 2)
  assert.ok(found.every(({ pid }) => pid === process.pid))
  await Promise.all(both.map(({ close }) => close()))
})

test('a connection is no listener', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const client = connect(port, '127.0.0.1')
  const [peer] = (await once(server, 'connection')) as [{ destroy: () => void }]
  const opened = { port, close: () => Promise.resolve() }
  assert.equal((await listenersAt(opened, 'tcp')).length, 1)
  server.close()
  client.destroy()
  peer.destroy()
  await once(server, 'close')
})

test('more listeners than the first buffer holds are all found', async () => {
  // 16 KB hold 292 rows of IPv6. Wine lets a program have no more than some 600 sockets.
  const opened: Opened[] = []
  try {
    for (let count = 0; count < 300; count += 1) {
      opened.push(await openTcp({ host: '::1', ipv6Only: true }))
    }
    const ports = new Set(value(await listListeners()).map(({ port }) => port))
    assert.deepEqual(
      opened.filter(({ port }) => !ports.has(port)),
      [],
    )
  } finally {
    await Promise.all(opened.map(({ close }) => close()))
  }
})

test('asking again and again keeps nobody waiting and leaves no handle open', async () => {
  const round = async (): Promise<void> => {
    value(await listListeners())
    const windows = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
    assert.ok(value(await listRegistryValues('HKLM', windows)).length > 0)
  }
  await round()
  const { handleCount } = await ownRecord()
  const longestWhile = async (work: () => Promise<unknown>): Promise<number> => {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    await work()
    delay.disable()
    return delay.percentile(99) / 1e6
  }
  // What others on a busy machine keep this thread from, it is kept from without any work, too.
  const idleMs = await longestWhile(() => wait(1000))
  const longestMs = await longestWhile(async () => {
    for (let rounds = 0; rounds < 150; rounds += 1) await round()
  })
  assert.ok(longestMs < 20 + 2 * idleMs, `kept waiting for ${longestMs} ms; idle ${idleMs} ms`)
  const more = (await ownRecord()).handleCount - handleCount
  // Wine counts in steps of 32.
  assert.ok(more < 64, `${String(more)} more handles`)
})

test('nobody waits for an answer that was called off', async () => {
  const cancelled = { state: 'skipped', reason: 'cancelled' }
  assert.deepEqual(await listListeners(AbortSignal.abort()), cancelled)
})

const testKey = 'Software\\Process Inspector Listener Test'
const proxyKey = 'SYSTEM\\CurrentControlSet\\Services\\PortProxy'
const rulesKey =
  'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules'
const mdmKey =
  'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\Mdm\\FirewallRules'
const policyKey = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules'

const added: (readonly [key: string, name: string])[] = []
async function add(key: string, name: string, data: string, type = 'REG_SZ'): Promise<void> {
  added.push([key, name])
  await run('reg', ['add', key, '/v', name, '/t', type, '/d', data, '/f'])
}

after(async () => {
  for (const [key, name] of added) {
    await run('reg', ['delete', key, '/v', name, '/f']).catch(() => undefined)
  }
  await run('reg', ['delete', `HKCU\\${testKey}`, '/f']).catch(() => undefined)
})

/** Lines of a registry file, which holds what no command line can. */
async function importRegistry(lines: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'))
  const file = join(folder, 'values.reg')
  const head = ['Windows Registry Editor Version 5.00', '', `[HKEY_CURRENT_USER\\${testKey}]`]
  const text = `\ufeff${[...head, ...lines, ''].join('\r\n')}`
  await writeFile(file, Buffer.from(text, 'utf16le'))
  await run('reg', ['import', file])
  await rm(folder, { recursive: true })
}

test('the values of a key are listed with their names, of each kind and size', async () => {
  assert.deepEqual(value(await listRegistryValues('HKCU', `${testKey}\\Absent`)), [])
  const longName = 'n'.repeat(1000)
  const long = 'ö'.repeat(100_000)
  const hugeBytes = Array.from({ length: 1_200_000 }, () => '41').join(',')
  await importRegistry([
    '@="default"',
    '"Яблоко"="x"',
    `"${longName}"="y"`,
    `"Long"="${long}"`,
    '"Number"=dword:ffffffff',
    '"Binary"=hex:01,02',
    '"Expandable"=hex(2):25,00,78,00,25,00,00,00',
    `"Huge"=hex:${hugeBytes}`,
    '"Empty"=""',
  ])
  const entries = new Map(
    value(await listRegistryValues('HKCU', testKey)).map((entry) => [entry.name, entry.value]),
  )
  assert.deepEqual(
    entries,
    new Map<string, unknown>([
      ['', { kind: 'text', text: 'default' }],
      ['Яблоко', { kind: 'text', text: 'x' }],
      [longName, { kind: 'text', text: 'y' }],
      ['Long', { kind: 'text', text: long }],
      ['Number', { kind: 'number', number: 0xffffffff }],
      ['Binary', { kind: 'bytes', bytes: Buffer.from([1, 2]) }],
      ['Expandable', { kind: 'expandable-text', text: '%x%' }],
      ['Huge', null],
      ['Empty', { kind: 'text', text: '' }],
    ]),
  )
  await run('reg', ['delete', `HKCU\\${testKey}`, '/f'])
})

test('thousands of values are listed with pauses, and no longer than somebody waits', async () => {
  const names = Array.from({ length: 5000 }, (_, at) => `value-${String(at)}`)
  await importRegistry(names.map((name) => `"${name}"="${'x'.repeat(200)}"`))
  let turns = 0
  let isOver = false
  const count = (): void => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  count()
  const entries = value(await listRegistryValues('HKCU', testKey))
  isOver = true
  assert.deepEqual(entries.map(({ name }) => name).sort(), [...names].sort())
  assert.ok(turns >= 2, `${String(turns)} turns`)

  const controller = new AbortController()
  const asked = listRegistryValues('HKCU', testKey, controller.signal)
  controller.abort()
  assert.deepEqual(await asked, { state: 'skipped', reason: 'cancelled' })
  await run('reg', ['delete', `HKCU\\${testKey}`, '/f'])
})

test('port proxies of each kind are read, and what is none is left out', async () => {
  const before = value(await listPortProxies())
  await add(`HKLM\\${proxyKey}\\v4tov4\\tcp`, '127.0.0.1/64999', '127.0.0.2/27015')
  await add(`HKLM\\${proxyKey}\\v4tov6\\tcp`, '*/64998', '::1/80')
  await add(`HKLM\\${proxyKey}\\v6tov4\\tcp`, '::1/64997', 'host.example/443')
  await add(`HKLM\\${proxyKey}\\v4tov4\\tcp`, 'no port', 'at all')
  await add(`HKLM\\${proxyKey}\\v4tov4\\tcp`, '127.0.0.1/64996', '1', 'REG_DWORD')
  const made = value(await listPortProxies()).filter(
    (proxy) => !before.some((known) => JSON.stringify(known) === JSON.stringify(proxy)),
  )
  const end = (address: string, port: number) => ({ address, port })
  assert.deepEqual(made, [
    { kind: 'v4tov4', listen: end('127.0.0.1', 64999), connect: end('127.0.0.2', 27015) },
    { kind: 'v4tov6', listen: end('*', 64998), connect: end('::1', 80) },
    { kind: 'v6tov4', listen: end('::1', 64997), connect: end('host.example', 443) },
  ])
})

test('rules that block a program are found, by hand and by group policy, and no others', async () => {
  const folder = 'C:\\Process Inspector Test'
  const rule = (name: string, app: string, action = 'Block', active = 'TRUE') =>
    `v2.30|Action=${action}|Active=${active}|Dir=In|Protocol=6|Profile=Public|App=${app}|Name=${name}|`
  const before = value(await findBlockingRules([`${folder}\\iTunes.exe`], {}))
  assert.deepEqual(before.rules, [])
  const rules = `HKLM\\${rulesKey}`
  await add(rules, '{test-1}', rule('one', `${folder.toLowerCase()}\\itunes.exe`))
  await add(rules, '{test-2}', rule('allows', `${folder}\\iTunes.exe`, 'Allow'))
  await add(rules, '{test-3}', rule('off', `${folder}\\iTunes.exe`, 'Block', 'FALSE'))
  await add(rules, '{test-4}', rule('other', `${folder}\\Other.exe`))
  await add(rules, '{test-5}', 'v2.30|Action=Block|Action=Allow|')
  await add(`HKLM\\${policyKey}`, '{test-6}', rule('policy', '%TestFolder%\\iTunes.exe'))
  await add(`HKLM\\${mdmKey}`, '{test-7}', rule('managed', '%SystemDrive%\\x\\..\\a.exe'))
  await add(
    `HKLM\\${mdmKey}`,
    '{test-8}',
    'v2.30|Action=Block|Active=TRUE|Dir=Out|Svc=Bonjour Service|Name=svc|',
  )
  const found = value(await findBlockingRules([`${folder}\\iTunes.exe`], { testfolder: folder }))
  assert.deepEqual(
    found.rules.map(({ id, origin, name }) => [id, origin, name]),
    [
      ['{test-1}', 'this-pc', 'one'],
      ['{test-6}', 'group-policy', 'policy'],
      ['{test-8}', 'mdm', 'svc'],
    ],
  )
  assert.equal(found.unreadable, before.unreadable + 1)
})
