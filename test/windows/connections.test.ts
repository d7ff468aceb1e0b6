/** What does the built command line find out about this PC's connections on Windows, and when does it connect? */
import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import dns from 'node:dns'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { createServer, Socket } from 'node:net'
import { basename, join } from 'node:path'
import { after, before, mock, test } from 'node:test'
import { openConnectionTasks } from '../../electron/tasks/connections.ts'
import { inspectionsOf } from '../fixtures/inspections.ts'
import { inspect } from '../../electron/inspection/inspect.ts'
import { liveSources } from '../../electron/sources/live-sources.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { runCommandLine } from './command-line.ts'
import { makeWorkplace, type Workplace } from './programs.ts'
import { isWine } from './win32/programs.ts'

/** The parts of the JSON report that these tests look at, by the contract. */
interface Report {
  readonly hostsFile: {
    readonly state: string
    readonly value: {
      readonly path: string
      readonly findings: readonly { readonly code: string; readonly lineNumber: number }[]
    }
  }
  readonly ports: readonly {
    readonly id: string
    readonly verdict: string
    readonly isNormal: boolean | null
    readonly owners: readonly { readonly pid: number; readonly name: string | null }[]
  }[]
  readonly firewall: { readonly state: string }
  readonly connectionCheck?: { readonly overall: string; readonly elapsedMs: number }
  readonly endpoints?: readonly { readonly host: string; readonly symptom: string }[]
  readonly findings: readonly { readonly code: string }[]
}

const hostsPath = join(process.env['SystemRoot'] ?? '', 'System32\\drivers\\etc\\hosts')

let workplace: Workplace
before(async () => {
  workplace = await makeWorkplace()
})
after(() => workplace.tidy())

async function report(...args: readonly string[]): Promise<Report> {
  const file = join(workplace.folder, 'connections.json')
  const answer = await runCommandLine(['--format', 'json', '--output', file, ...args])
  assert.ok(answer.exitCode === 0 || answer.exitCode === 1, answer.stderr)
  assert.equal(answer.stderr, '')
  return JSON.parse(await readFile(file, 'utf8')) as Report
}

test('the hosts file of this Windows is found and read', async () => {
  const { hostsFile } = await report()
  assert.equal(hostsFile.state, 'known')
  assert.equal(hostsFile.value.path.toLowerCase(), hostsPath.toLowerCase())
})

// A PC's own hosts file is nobody's to write to: only the one of a Wine prefix is.
if (isWine) {
  test('lines of the hosts file that touch Apple are found, to the number, until they go', async () => {
    const original = await readFile(hostsPath)
    const lines = ['# hosts', '127.0.0.1 localhost', '\t127.0.0.1\tgs.apple.com # mine', '']
    try {
      await writeFile(hostsPath, lines.join('\r\n'))
      const { hostsFile, findings } = await report()
      assert.deepEqual(
        hostsFile.value.findings.map(({ code, lineNumber }) => [code, lineNumber]),
        [['signing-blocked', 3]],
      )
      assert.ok(findings.some(({ code }) => code === 'hosts-line'))
    } finally {
      await writeFile(hostsPath, original)
    }
    assert.deepEqual((await report()).hostsFile.value.findings, [])
  })
}

async function portOf(id: string) {
  const port = (await report()).ports.find((one) => one.id === id)
  assert.ok(port)
  return port
}

test('who has a port of Apple is named with its process, and gone when it has ended', async () => {
  const earlier = await portOf('udp-5351')
  // A PC's own programs may have it as well.
  const ownerPids = earlier.owners.map(({ pid }) => pid)
  const socket = createSocket({ type: 'udp4', reuseAddr: true }).bind(5351, '0.0.0.0')
  await once(socket, 'listening')
  try {
    const taken = await portOf('udp-5351')
    const mine = taken.owners.filter(({ pid }) => !ownerPids.includes(pid))
    assert.deepEqual(
      mine.map(({ pid, name }) => [pid, name]),
      [[process.pid, basename(process.execPath)]],
    )
    if (ownerPids.length === 0) assert.equal(taken.verdict, 'owner-other')
    assert.notEqual(taken.isNormal, false)
  } finally {
    socket.close()
    await once(socket, 'close')
  }
  assert.deepEqual(
    (await portOf('udp-5351')).owners.map(({ pid }) => pid),
    ownerPids,
  )
})

test('a listener on port 27015 is seen, and blamed for nothing while nothing of Apple needs it', async () => {
  const earlier = await portOf('tcp-27015')
  if (earlier.verdict !== 'nobody') {
    // A PC with Apple's software has a listener of its own.
    assert.ok(earlier.owners.length > 0)
    return
  }
  const server = createServer().listen(27015, '127.0.0.1')
  await once(server, 'listening')
  try {
    const taken = await portOf('tcp-27015')
    // Wine 8 does not say whose TCP sockets are.
    assert.equal(taken.verdict, isWine ? 'cannot-tell' : 'owner-other')
    assert.deepEqual(
      taken.owners.map(({ pid }) => pid),
      [isWine ? 0 : process.pid],
    )
    assert.notEqual(taken.isNormal, false)
  } finally {
    server.close()
    await once(server, 'close')
  }
  assert.equal((await portOf('tcp-27015')).verdict, 'nobody')
})

test('the rules of the firewall can be read without admin rights', async () => {
  assert.equal((await report()).firewall.state, 'known')
})

test('--check-connections ends by its own limit of 30 seconds with an answer for every server', async () => {
  const { connectionCheck, endpoints } = await report('--check-connections')
  assert.ok(connectionCheck && endpoints)
  // The limit is its own; a busy machine wakes it late.
  assert.ok(connectionCheck.elapsedMs < 2 * 30_000, String(connectionCheck.elapsedMs))
  assert.ok(endpoints.length > 30)
  for (const { host, symptom } of endpoints) assert.match(symptom, /^[a-z-]+$/, host)
  console.log(
    `checked ${endpoints.length} names in ${connectionCheck.elapsedMs} ms: ${connectionCheck.overall}`,
  )
})

test('without it nothing connects and no name is looked up', async () => {
  const seen: string[] = []
  const count = (owner: object, name: string) => {
    const object = owner as Record<string, (...given: unknown[]) => unknown>
    const open = object[name]
    mock.method(object, name, function (this: unknown, ...given: unknown[]) {
      seen.push(name)
      return open === undefined ? undefined : Reflect.apply(open, this, given)
    })
  }
  count(Socket.prototype, 'connect')
  count(dns, 'lookup')
  count(dns.Resolver.prototype, 'resolve4')
  count(dns.Resolver.prototype, 'resolve6')
  syncBuiltinESMExports()
  try {
    const sources = liveSources('en')
    assert.ok((await inspect(sources, { catalogue: readCatalogue() })).ok)
    const tasks = openConnectionTasks(sources, inspectionsOf(sources))
    const looked = await tasks.look()
    assert.ok(looked.ok && looked.value.ports.every(({ verdict }) => verdict !== 'cannot-tell'))
    await tasks.describe()
    await tasks.findErrors('error 3194')
    assert.equal(seen.join(), '')
    const times = { eachMs: 300, allMs: 600 }
    const another = openConnectionTasks(sources, inspectionsOf(sources), times)
    await another.check(['albert'], () => {})
    assert.ok([...seen].includes('lookup'))
  } finally {
    mock.restoreAll()
    syncBuiltinESMExports()
  }
})
