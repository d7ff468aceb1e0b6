/** Who has Apple's ports, and is that as it should be? Made up: the PCs. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { judgePorts } from '../../../shared/connections/judge-ports.ts'
import type { PortJudgement, PortsQuestion } from '../../../shared/connections/judge-ports.ts'
import type { PortProcess } from '../../../shared/connections/port-owner.ts'
import { watchedPorts } from '../../../shared/connections/watched-ports.ts'
import type { Listener } from '../../../shared/model/listener.ts'
import type { PortProxy } from '../../../shared/model/port-proxy.ts'
import type { Trust } from '../../../shared/model/inspection.ts'
import { known } from '../../../shared/model/probe.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { textsIn } from '../../fixtures/texts.ts'
import { yardsticksOf } from '../../fixtures/yardstick.ts'

const takenAtUtc = '2026-11-22T12:00:00.000Z'
const longAgo = '2026-11-22T08:00:00.000Z'
const justNow = '2026-11-22T11:59:30.000Z'

const process = (pid: number, name: string, more: Partial<PortProcess> = {}): PortProcess => ({
  ...{ pid, name, startedAtUtc: longAgo, catalogueId: null, trust: null, services: [] },
  ...more,
})
const apple = (id: string, pid: number, trust: Trust = 'genuine', startedAtUtc = longAgo) =>
  process(pid, `${id}.exe`, { catalogueId: id, trust, startedAtUtc })
const service = apple('apple-mobile-device-service', 100)
const bonjour = apple('mdnsresponder', 200)
const iTunes = apple('itunes', 300)
const game = process(400, 'srcds.exe')
const host = process(500, 'svchost.exe', { services: ['iphlpsvc'] })
const chrome = process(600, 'chrome.exe')

const listener = (
  { pid, startedAtUtc }: PortProcess,
  port: number,
  more: Partial<Listener> = {},
): Listener => ({
  ...{ protocol: 'tcp', family: 4, address: '127.0.0.1', port, pid, startedAtUtc },
  ...more,
})
const udp = (owner: PortProcess, port: number): Listener =>
  listener(owner, port, { protocol: 'udp', address: '0.0.0.0' })

const proxy: PortProxy = {
  kind: 'v4tov4',
  listen: { address: '0.0.0.0', port: 27015 },
  connect: { address: '172.20.0.2', port: 27015 },
}

function judge(
  id: string,
  processes: readonly PortProcess[],
  listeners: readonly Listener[],
  more: Partial<PortsQuestion> = {},
): PortJudgement {
  const judged = judgePorts({
    ...{ listeners: known(listeners), processes, isListComplete: true },
    ...{ portProxies: known([]), takenAtUtc },
    ...more,
  })
  expect(judged.map(({ watched }) => watched)).toEqual(watchedPorts)
  const found = judged.find(({ watched }) => watched.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('port 27015', () => {
  it('is the proof of life when the device service has it', () => {
    expect(judge('tcp-27015', [service], [listener(service, 27015)])).toMatchObject({
      ...{ verdict: 'owner-expected', isNormal: true, reason: null, isProofOfLife: true },
      owners: [{ name: service.name, addresses: ['127.0.0.1'], standing: 'expected' }],
    })
  })

  it('is the proof of life with the Store stack just as well', () => {
    const device = apple('apple-mobile-device-process', 101)
    expect(judge('tcp-27015', [device], [listener(device, 27015)]).isProofOfLife).toBe(true)
  })

  it('is not proven by UDP, by another port, or by IPv6 alone', () => {
    const others = [udp(service, 27015), listener(service, 27016)]
    expect(judge('tcp-27015', [service], others)).toMatchObject({ verdict: 'nobody' })
    const six = listener(service, 27015, { family: 6, address: '::' })
    expect(judge('tcp-27015', [service], [six])).toMatchObject({
      ...{ verdict: 'owner-expected', isProofOfLife: false },
    })
  })

  it("names another program, and attends to it only when Apple's runs beside it", () => {
    const taken = [listener(game, 27015, { address: '0.0.0.0' })]
    const other = { verdict: 'owner-other', owners: [{ name: 'srcds.exe', standing: 'other' }] }
    expect(judge('tcp-27015', [service, game], taken)).toMatchObject({ ...other, isNormal: false })
    expect(judge('tcp-27015', [game], taken)).toMatchObject({ ...other, isNormal: true })
  })

  it('names the port proxy behind a svchost, and where it leads', () => {
    const judged = judge(
      'tcp-27015',
      [service, host],
      [listener(host, 27015, { address: '0.0.0.0' })],
      { portProxies: known([proxy, { ...proxy, listen: { address: '0.0.0.0', port: 80 } }]) },
    )
    expect(judged).toMatchObject({ verdict: 'owner-other', isNormal: false, isProofOfLife: false })
    expect(judged.owners).toMatchObject([
      { name: 'svchost.exe', services: ['iphlpsvc'], proxies: [proxy] },
    ])
  })

  it('does not lay a port proxy at the door of another service, address or kind', () => {
    const proxies = [
      proxy,
      { ...proxy, listen: { address: '192.168.1.5', port: 27015 } },
      { ...proxy, kind: 'v6tov4' as const },
    ]
    const other = process(501, 'svchost.exe', { services: ['LanmanServer'] })
    const of = (owner: PortProcess, address: string) =>
      judge('tcp-27015', [owner], [listener(owner, 27015, { address })], {
        portProxies: known(proxies),
      }).owners[0]?.proxies
    expect(of(other, '0.0.0.0')).toEqual([])
    expect(of(host, '0.0.0.0')).toEqual([proxy])
    expect(of(host, '127.0.0.1')).toEqual([])
  })

  it('still names the owner when the port proxies could not be read', () => {
    expect(
      judge('tcp-27015', [host], [listener(host, 27015)], {
        portProxies: { state: 'denied', reason: 'needs-admin' },
      }),
    ).toMatchObject({ verdict: 'owner-other', owners: [{ name: 'svchost.exe', proxies: [] }] })
  })

  it('belongs to whom 127.0.0.1 belongs; others may have the number elsewhere', () => {
    const judged = judge(
      'tcp-27015',
      [service, host, game],
      [
        listener(host, 27015, { address: '192.168.1.5' }),
        listener(game, 27015, { address: '0.0.0.0' }),
        listener(service, 27015),
      ],
      { portProxies: known([proxy]) },
    )
    expect(judged).toMatchObject({ verdict: 'owner-expected', isProofOfLife: true })
    expect(judged.elsewhere.map(({ name }) => name)).toEqual(['svchost.exe', 'srcds.exe'])
  })

  it('is nobody’s when only another address has it', () => {
    expect(
      judge('tcp-27015', [game], [listener(game, 27015, { address: '192.168.1.5' })]),
    ).toMatchObject({ verdict: 'nobody', isNormal: true, owners: [], elsewhere: [{ pid: 400 }] })
  })

  it.each<[string, readonly PortProcess[], boolean | null, boolean]>([
    ['nothing of Apple runs', [chrome], true, true],
    ['the device service has run for hours', [service], false, true],
    [
      'the device service has only just started',
      [apple(service.catalogueId!, 1, 'genuine', justNow)],
      null,
      true,
    ],
    [
      'what runs may not be the real one',
      [apple(service.catalogueId!, 1, 'cannot-tell')],
      null,
      true,
    ],
    ['what runs is not the real one', [apple(service.catalogueId!, 1, 'wrong-signer')], true, true],
    ['only a part of the list could be read', [chrome], null, false],
    ['only Bonjour runs', [bonjour], true, true],
  ])('when nobody has it and %s', (_, processes, isNormal, isListComplete) => {
    expect(judge('tcp-27015', processes, [], { isListComplete })).toMatchObject({
      ...{ verdict: 'nobody', isNormal, isProofOfLife: false },
    })
  })
})

describe('an owner whom nobody knows', () => {
  it.each<[string, PortProcess, Partial<Listener>, string]>([
    ['has no pid', service, { pid: 0 }, 'owner-not-told'],
    ['is not in the list', service, { pid: 4711 }, 'owner-not-listed'],
    [
      'is an earlier process with the same pid',
      service,
      { startedAtUtc: '2026-11-21T00:00:00.000Z' },
      'owner-not-listed',
    ],
    ['has no start', service, { startedAtUtc: null }, 'owner-not-listed'],
    [
      'has the right name only',
      apple(service.catalogueId!, 100, 'cannot-tell'),
      {},
      'owner-not-proven',
    ],
    ['was not looked at', { ...service, trust: null }, {}, 'owner-not-proven'],
  ])('%s', (_, owner, more, reason) => {
    expect(judge('tcp-27015', [owner], [listener(owner, 27015, more)])).toMatchObject({
      ...{ verdict: 'cannot-tell', isNormal: null, reason, isProofOfLife: false },
    })
  })

  it.each<Trust>(['wrong-signer', 'unsigned', 'tampered'])(
    'is another one when its file is %s, whatever its name',
    (trust) => {
      const fake = apple(service.catalogueId!, 100, trust)
      expect(judge('tcp-27015', [fake], [listener(fake, 27015)])).toMatchObject({
        ...{ verdict: 'owner-other', isProofOfLife: false, owners: [{ trust }] },
      })
    },
  )

  it('is Apple’s in a folder of one’s own choice', () => {
    const moved = apple(service.catalogueId!, 100, 'wrong-folder')
    expect(judge('tcp-27015', [moved], [listener(moved, 27015)]).isProofOfLife).toBe(true)
  })

  it('answers when two processes without a start are compared, as for pid 4 on some PCs', () => {
    const system = process(4, 'System', { startedAtUtc: null })
    expect(judge('tcp-27015', [system], [listener(system, 27015)])).toMatchObject({
      ...{ verdict: 'owner-other', owners: [{ name: 'System' }] },
    })
  })

  it('is not told when two have opened the very same port', () => {
    const both = [listener(service, 27015), listener(game, 27015)]
    expect(judge('tcp-27015', [service, game], both)).toMatchObject({
      ...{ verdict: 'cannot-tell', reason: 'several-owners', isNormal: null, isProofOfLife: false },
    })
  })

  it('is not told when the listeners could not be read, with the reason', () => {
    const listeners = { state: 'skipped', reason: 'not-windows' } as const
    for (const { id } of watchedPorts) {
      expect(judge(id, [service], [], { listeners })).toMatchObject({
        ...{ verdict: 'cannot-tell', isNormal: null, reason: 'not-windows' },
      })
    }
  })
})

describe('a shared UDP port', () => {
  const windows = process(700, 'svchost.exe', { services: ['Dnscache'] })

  it('udp-1900 is Windows’ own, and Bonjour is not missed there: it only sends', () => {
    expect(judge('udp-1900', [windows, bonjour], [udp(windows, 1900)])).toMatchObject({
      ...{ verdict: 'owner-other', isNormal: true },
    })
    expect(judge('udp-1900', [bonjour], [])).toMatchObject({ verdict: 'nobody', isNormal: true })
  })

  it('udp-5353 with Bonjour on loopback alone: nobody can say, since Wi-Fi may fail', () => {
    const alone = listener(bonjour, 5353, { protocol: 'udp' })
    const agent = apple('amp-devices-agent', 201)
    const judged = judge('udp-5353', [agent, bonjour], [udp(agent, 5353), alone])
    expect(judged).toMatchObject({ verdict: 'owner-other', isNormal: null })
    expect(judged.elsewhere).toMatchObject([{ addresses: ['127.0.0.1'] }])
    // Without Bonjour it is in nobody's way.
    expect(judge('udp-5353', [agent], [udp(agent, 5353)]).isNormal).toBe(true)
    expect(judge('udp-5353', [bonjour], [alone])).toMatchObject({
      ...{ verdict: 'nobody', isNormal: null },
    })
  })

  it('udp-5353 has several owners, and that is normal', () => {
    const port = 5353
    const listeners = [udp(chrome, port), udp(chrome, port), udp(windows, port), udp(bonjour, port)]
    const judged = judge('udp-5353', [chrome, windows, bonjour], listeners)
    expect(judged).toMatchObject({ verdict: 'owner-expected', isNormal: true })
    expect(judged.owners.map(({ pid, addresses }) => [pid, addresses.length])).toEqual([
      [600, 1],
      [700, 1],
      [200, 1],
    ])
    expect(judge('udp-5353', [chrome, windows, bonjour], listeners.slice(0, 3))).toMatchObject({
      ...{ verdict: 'owner-other', isNormal: null },
    })
  })

  it('is never a finding, whoever has it or not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('udp-5353', 'udp-1900'),
        fc.subarray([bonjour, chrome, windows, game, host]),
        fc.subarray([bonjour, chrome, windows, game, host]),
        (id, running, owning) => {
          const port = Number(id.slice(4))
          const judged = judge(
            id,
            running,
            owning.map((owner) => udp(owner, port)),
          )
          expect(judged.isNormal).not.toBe(false)
        },
      ),
    )
  })
})

describe('the other ports', () => {
  it('know Bonjour at its local port, and what took it', () => {
    expect(judge('tcp-5354', [bonjour], [listener(bonjour, 5354)])).toMatchObject({
      ...{ verdict: 'owner-expected', isNormal: true, isProofOfLife: false },
    })
    expect(judge('tcp-5354', [bonjour, game], [listener(game, 5354)]).isNormal).toBe(false)
    expect(judge('tcp-5354', [], []).isNormal).toBe(true)
  })

  it('know iTunes that shares its library, and do not miss it when it does not', () => {
    const sharing = listener(iTunes, 3689, { address: '0.0.0.0' })
    expect(judge('tcp-3689', [iTunes], [sharing]).verdict).toBe('owner-expected')
    expect(judge('tcp-3689', [iTunes], [])).toMatchObject({ verdict: 'nobody', isNormal: true })
    expect(judge('tcp-3689', [iTunes, game], [listener(game, 3689)]).isNormal).toBeNull()
    expect(judge('tcp-3689', [game], [listener(game, 3689)]).isNormal).toBe(true)
  })

  it.each(['udp-5350', 'udp-5351'])('find nothing wrong with %s', (id) => {
    const port = Number(id.slice(4))
    for (const listeners of [[], [udp(bonjour, port)], [udp(game, port)]]) {
      expect(judge(id, [bonjour, game], listeners).isNormal).toBe(true)
    }
  })
})

test('a PC of many processes and listeners is judged quickly', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => process(1000 + at, 'x.exe'))
  const listeners = many.map((owner) => udp(owner, 5353))
  const judged = () => judge('udp-5353', [...many, bonjour], listeners)
  expect(judged().owners).toHaveLength(10_000)
  expect(yardsticksOf(judged)).toBeLessThan(10)
})

describe('what is watched', () => {
  const catalogue = readCatalogue()

  it('is owned by the processes that listen there by the catalogue', () => {
    for (const { id, port, protocol, owners, isShared } of watchedPorts) {
      const listed = catalogue.processes
        .filter(({ ports }) =>
          ports.some(
            (each) =>
              each.port === port &&
              each.protocol === protocol.toUpperCase() &&
              each.role !== 'connects',
          ),
        )
        .map((entry) => entry.id)
      // Not in the catalogue: Bonjour only receives there.
      if (id === 'udp-1900' || id === 'udp-5351') expect(listed).toEqual([])
      else if (isShared) expect(listed).toEqual(expect.arrayContaining([...owners]))
      else expect([...owners].sort()).toEqual(listed.sort())
      for (const owner of owners) {
        expect(catalogue.processes.some((entry) => entry.id === owner)).toBe(true)
      }
    }
  })

  it('has sources, and words in every language', () => {
    for (const language of supportedLanguages) {
      const worded = [...textsIn(language).keys()].filter((key) =>
        /^ports\.port\.[^.]+\.name$/.test(key),
      )
      expect(worded).toEqual(watchedPorts.map(({ id }) => `ports.port.${id}.name`))
    }
    for (const { sources } of watchedPorts) {
      expect(sources.filter((source) => !(source in catalogue.sources))).toEqual([])
    }
  })
})
