/** Is the look at this PC's connections made in the right order, of the right facts, and honest where there are none? */
import { describe, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { otherSystemSources } from '../../../electron/sources/other-system-sources.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import type { ConnectionSources } from '../../../electron/sources/connection-sources.ts'
import { lookAtConnections } from '../../../electron/inspection/look-at-connections.ts'
import { readHosts } from '../../../electron/inspection/read-hosts.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { failure } from '../../../shared/model/result.ts'
import { judgeLook } from '../../../shared/judge/findings/connection-findings.ts'
import type { PortProxy } from '../../../shared/model/port-proxy.ts'
import { denied, failed, known, skipped } from '../../../shared/model/probe.ts'
import type { ListedService } from '../../../shared/model/service.ts'
import type { Signature } from '../../../shared/model/signature.ts'
import { findingWords } from '../../../shared/text/fact-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import {
  connectionFacts,
  hostsFileOf,
  hostsPath,
  hostsText,
  listenerOf,
} from '../../fixtures/connections.ts'
import { itunesPc } from '../../fixtures/itunes-pc.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const catalogue = readCatalogue()

async function lookAt(sources: Sources, more: Partial<ConnectionSources> = {}) {
  const connections = connectionFacts(more)
  const looked = await lookAtConnections({
    ...{ sources, connections, catalogue },
    inspect: ({ signal }) => inspect(sources, { catalogue, signal }),
  })
  if (!looked.ok) throw new Error(looked.failure.code)
  return looked.value.look
}
const portOf = (look: Awaited<ReturnType<typeof lookAt>>, id: string) =>
  look.ports.find(({ watched }) => watched.id === id)!

/** Apple's own programs, and somebody else's, started in the morning. */
async function pcWith(...others: readonly string[]) {
  const pc = itunesPc()
  const list = await pc.list({ signal: new AbortController().signal })
  if (!list.ok) throw new Error(list.failure.code)
  const otherStart = '2026-11-22T07:00:00.000Z'
  const startedAtUtc = known(otherStart)
  const more = others.map((name, index) => listed(5000 + index, name, { startedAtUtc }))
  const whole = listing([...list.value.processes, ...more], { lister: 'in-process' })
  const apple = list.value.processes.find(({ name }) => name === 'AppleMobileDeviceService.exe')!
  const appleStart = apple.startedAtUtc.state === 'known' ? apple.startedAtUtc.value : null
  const sources: Sources = { ...pc, list: () => Promise.resolve({ ok: true, value: whole }) }
  return { sources, apple, appleStart, otherStart }
}

describe('the ports', () => {
  test("show Apple's own service as proof of life", async () => {
    const { sources, apple, appleStart } = await pcWith()
    const look = await lookAt(sources, {
      listeners: () => Promise.resolve(known([listenerOf(apple.pid, appleStart)])),
    })
    expect(portOf(look, 'tcp-27015')).toMatchObject({
      ...{ verdict: 'owner-expected', isNormal: true, isProofOfLife: true },
      owners: [{ name: 'AppleMobileDeviceService.exe', trust: 'genuine' }],
    })
  })

  test('show who has taken the port of a service that runs, and ask for attention', async () => {
    const { sources, otherStart } = await pcWith('taker.exe')
    const look = await lookAt(sources, {
      listeners: () => Promise.resolve(known([listenerOf(5000, otherStart)])),
    })
    expect(portOf(look, 'tcp-27015')).toMatchObject({ verdict: 'owner-other', isNormal: false })
    const inspected = await inspect(sources, { catalogue })
    const processes = inspected.ok ? inspected.value.inspection.processes : []
    const found = judgeLook(look, processes).filter(({ code }) => code === 'port-taken')
    expect(found.map((finding) => findingWords(wordsIn('en'), finding))).toEqual([
      'AppleMobileDeviceService.exe is running and needs port 27015, but the port is used by taker.exe. Programs that look for it there reach the other program instead.',
    ])
  })

  test('show a service that runs without its port', async () => {
    const { sources } = await pcWith()
    const look = await lookAt(sources)
    expect(portOf(look, 'tcp-27015')).toMatchObject({ verdict: 'nobody', isNormal: false })
    const inspected = await inspect(sources, { catalogue })
    const processes = inspected.ok ? inspected.value.inspection.processes : []
    expect(judgeLook(look, processes).map(({ code, subject }) => [code, subject])).toContainEqual([
      ...['port-silent', 'AppleMobileDeviceService.exe'],
    ])
  })

  test('name what a port proxy hands on, by the service that it runs in', async () => {
    const { sources, otherStart } = await pcWith('svchost.exe')
    const proxy: PortProxy = {
      ...{ kind: 'v4tov4', listen: { address: '127.0.0.1', port: 27015 } },
      connect: { address: '10.0.0.9', port: 27015 },
    }
    const service: ListedService = {
      ...{ keyName: 'iphlpsvc', displayName: 'IP Helper', state: 'running', pid: 5000 },
    }
    const look = await lookAt(
      { ...sources, services: () => Promise.resolve(known([service])) },
      {
        listeners: () => Promise.resolve(known([listenerOf(5000, otherStart)])),
        portProxies: () => Promise.resolve(known([proxy])),
      },
    )
    expect(portOf(look, 'tcp-27015').owners).toMatchObject([
      { services: ['iphlpsvc'], proxies: [proxy], standing: 'other' },
    ])
  })

  test('are asked for before the process list', async () => {
    const order: string[] = []
    const note = (what: string) => {
      order.push(what)
    }
    const { sources } = await pcWith()
    await lookAt(
      { ...sources, list: (asking) => (note('list'), sources.list(asking)) },
      {
        listeners: async () => {
          await new Promise((resolve) => setTimeout(resolve, 20))
          note('listeners')
          return known([])
        },
      },
    )
    expect(order).toEqual(['listeners', 'list'])
  })

  test.each([
    ['needs-admin', denied('needs-admin')],
    ['windows-error', failed('windows-error')],
    ['no-koffi', skipped('no-koffi')],
  ] as const)('that cannot be read say why: %s', async (why, probe) => {
    const look = await lookAt(windowsPc(), { listeners: () => Promise.resolve(probe) })
    for (const { verdict, reason, isNormal } of look.ports) {
      expect([verdict, reason, isNormal]).toEqual(['cannot-tell', why, null])
    }
  })
})

describe('the firewall', () => {
  test("is asked about Apple's programs, where they run and where they would lie, with this PC's variables", async () => {
    const { sources, apple } = await pcWith()
    let asked: readonly string[] = []
    let variables: Readonly<Record<string, string>> = {}
    await lookAt(sources, {
      blockingRules: (paths, values) => {
        asked = paths
        variables = values
        return Promise.resolve(known({ rules: [], unreadable: 0 }))
      },
    })
    const running = apple.imagePath.state === 'known' ? apple.imagePath.value : ''
    expect(asked).toContain(running)
    // Windows does not mind the case of a path.
    const folded = asked.map((path) => path.toUpperCase())
    expect(folded).toContain('C:\\PROGRAM FILES\\ITUNES\\ITUNES.EXE')
    expect(folded).toContain('C:\\PROGRAM FILES (X86)\\BONJOUR\\MDNSRESPONDER.EXE')
    expect(new Set(asked).size).toBe(asked.length)
    expect(variables).toEqual({
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      CommonProgramFiles: 'C:\\Program Files\\Common Files',
      'CommonProgramFiles(x86)': 'C:\\Program Files (x86)\\Common Files',
    })
  })

  test('that blocks a false friend is none of ours', async () => {
    const { path, sources } = falseFriend()
    let asked: readonly string[] = []
    await lookAt(sources, {
      blockingRules: (paths) => {
        asked = paths
        return Promise.resolve(known({ rules: [], unreadable: 0 }))
      },
    })
    expect(asked).not.toContain(path)
  })
})

function falseFriend() {
  const path = 'C:\\Temp\\iTunesHelper.exe'
  const unsigned: Signature = {
    ...{ verdict: 'none', where: null, code: 1, signer: null, issuer: null, stampedAtUtc: null },
  }
  const process = listed(7, 'iTunesHelper.exe', { imagePath: known(path) })
  const sources = windowsPc(listing([process]), {
    file: () =>
      Promise.resolve({ signature: known(unsigned), version: failed('no-version-resource') }),
  })
  return { path, sources }
}

describe('the hosts file', () => {
  test('is read, judged and counted', async () => {
    const { hostsFile } = await lookAt(windowsPc(), { hostsFile: hostsFileOf(hostsText) })
    expect(hostsFile).toMatchObject({
      state: 'known',
      value: { path: hostsPath, entryCount: 5, omittedLineCount: 0 },
    })
    const found = hostsFile.state === 'known' ? hostsFile.value.findings : []
    expect(found.map(({ lineNumber, code }) => [lineNumber, code])).toEqual([
      [3, 'signing-redirect'],
      [4, 'updates-blocked'],
      [5, 'updates-blocked'],
      [6, 'analytics-blocked'],
      [7, 'harmless'],
    ])
  })

  test('answers names for the check, by the line that counts', async () => {
    const { names } = readHosts(await hostsFileOf(hostsText)())
    expect([...names]).toEqual([
      ['gs.apple.com', 3],
      ['mesu.apple.com', 4],
      ['appldnld.apple.com', 4],
      ['gdmf.apple.com', 5],
      ['metrics.apple.com', 6],
    ])
  })

  test.each([
    ['binary', new Uint8Array(5_000).fill(1), 'binary'],
    ['empty', new Uint8Array(), null],
  ])('that is %s is told as it is', async (_what, bytes, reason) => {
    const { hostsFile } = await lookAt(windowsPc(), { hostsFile: hostsFileOf(bytes) })
    expect(hostsFile.state === 'known' ? null : hostsFile.reason).toBe(reason)
  })

  test('in UTF-16 is blamed for nothing, because nobody knows whether Windows heeds it', async () => {
    const bytes = Buffer.from(`\ufeff${hostsText}`, 'utf16le')
    const look = await lookAt(windowsPc(), { hostsFile: hostsFileOf(bytes) })
    const found = look.hostsFile.state === 'known' ? look.hostsFile.value.findings : []
    expect(found).toHaveLength(5)
    expect(found[0]).toMatchObject({ code: 'cannot-tell', severity: 'info', lineNumber: 3 })
    expect(judgeLook(look, [])).toEqual([])
  })
})

test('an inspection that was begun before the listeners were known is followed by one that was not', async () => {
  const sources = windowsPc()
  const older = await inspect({ ...sources, clock: () => new Date(0) }, { catalogue })
  const answers = [older, await inspect(sources, { catalogue })]
  let asked = 0
  const looked = await lookAtConnections({
    ...{ sources, catalogue, connections: connectionFacts() },
    inspect: () => Promise.resolve(answers[asked++] ?? older),
  })
  expect(asked).toBe(2)
  expect(looked).toMatchObject({ value: answers[1]?.ok === true ? answers[1].value : {} })
})

test('without an inspection there is no look, and the reason is told', async () => {
  const blocked = failure({ code: 'helper-blocked', detail: 'EACCES' } as const)
  const sources = windowsPc(() => Promise.resolve(blocked))
  const looked = await lookAtConnections({
    ...{ sources, catalogue, connections: connectionFacts() },
    inspect: ({ signal }) => inspect(sources, { catalogue, signal }),
  })
  expect(looked).toEqual(blocked)
})

test('another system tells its hosts file, and for all else that it is not Windows', async () => {
  const machine = { platform: 'linux', release: '6', arch: 'x64', language: 'en' }
  const sources: Sources = { ...otherSystemSources(machine), list: windowsPc().list }
  const looked = await lookAtConnections({
    ...{ sources, catalogue, connections: sources.connections! },
    inspect: ({ signal }) => inspect(sources, { catalogue, signal }),
  })
  if (!looked.ok) throw new Error(looked.failure.code)
  expect(looked.value.look.firewall).toEqual(skipped('not-windows'))
  expect(new Set(looked.value.look.ports.map(({ reason }) => reason))).toEqual(
    new Set(['not-windows']),
  )
  expect(looked.value.look.hostsFile.state).toBe('known')
})
