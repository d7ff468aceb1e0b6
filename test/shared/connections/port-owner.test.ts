/** Whose port is it: of which process, at which addresses, and does that one only hand it on? */
import { describe, expect, test } from 'vitest'
import { likenessOf, ownersOf, type PortProcess } from '../../../shared/connections/port-owner.ts'
import { watchedPorts } from '../../../shared/connections/watched-ports.ts'
import type { PortProxy } from '../../../shared/model/port-proxy.ts'
import { listenerOf } from '../../fixtures/connections.ts'

const watched = watchedPorts.find(({ id }) => id === 'tcp-27015')!
const udp = watchedPorts.find(({ protocol }) => protocol === 'udp')!
const at = '2026-11-22T08:00:00.000Z'
const process = (more: Partial<PortProcess> = {}): PortProcess => ({
  ...{ pid: 7, startedAtUtc: at, name: 'AppleMobileDeviceService.exe', services: [] },
  ...{ catalogueId: 'apple-mobile-device-service', trust: 'genuine' },
  ...more,
})
const host = process({
  name: 'svchost.exe',
  catalogueId: null,
  trust: null,
  services: ['Dhcp', 'IPHLPSVC'],
})
const proxy = (more: Partial<PortProxy['listen']> = {}, kind = 'v4tov4') =>
  ({
    kind,
    listen: { address: '127.0.0.1', port: 27015, ...more },
    connect: { address: '172.20.0.2', port: 27015 },
  }) as PortProxy

const owners = (
  listeners: Parameters<typeof ownersOf>[1],
  processes: readonly PortProcess[],
  proxies: readonly PortProxy[] = [],
  port = watched,
) => ownersOf(port, listeners, new Map([[7, processes]]), proxies)

test('a process is told once, with each of its addresses once', () => {
  const listeners = ['127.0.0.1', '10.0.0.5', '127.0.0.1'].map((address) =>
    listenerOf(7, at, { address }),
  )
  expect(owners(listeners, [process()])).toEqual([
    {
      ...{ pid: 7, name: 'AppleMobileDeviceService.exe', trust: 'genuine', services: [] },
      ...{ catalogueId: 'apple-mobile-device-service', addresses: ['127.0.0.1', '10.0.0.5'] },
      ...{ proxies: [], standing: 'expected', reason: null },
    },
  ])
})

test('a number that is used again is another process, and one that nobody names is not told', () => {
  const later = '2026-11-22T09:00:00.000Z'
  const two = [listenerOf(7, at), listenerOf(7, later)]
  expect(owners(two, [process()]).map(({ standing, reason, name }) => [standing, reason, name])) //
    .toEqual([
      ['expected', null, 'AppleMobileDeviceService.exe'],
      ['unknown', 'owner-not-listed', null],
    ])
  expect(owners([listenerOf(0, null)], [process()])).toMatchObject([
    { standing: 'unknown', reason: 'owner-not-told', name: null, addresses: ['127.0.0.1'] },
  ])
  expect(owners([listenerOf(7, at)], [process({ trust: 'cannot-tell' })])).toMatchObject([
    { standing: 'unknown', reason: 'owner-not-proven' },
  ])
})

test.each([
  ['genuine', 'expected'],
  ['wrong-folder', 'expected'],
  ['wrong-signer', 'other'],
  ['unsigned', 'other'],
  ['tampered', 'other'],
  ['cannot-tell', 'unknown'],
  [null, 'unknown'],
] as const)('Apple’s program that is %s is %s', (trust, standing) => {
  expect(likenessOf(watched, { catalogueId: 'apple-mobile-device-service', trust })).toBe(standing)
  expect(likenessOf(watched, { catalogueId: 'qttask', trust })).toBe('other')
  expect(likenessOf(watched, { catalogueId: null, trust })).toBe('other')
})

describe('a port proxy of Windows', () => {
  const handed = (one: PortProxy, listener = listenerOf(7, at), port = watched, of = host) =>
    owners([listener], [of], [one], port)[0]?.proxies.length

  test('is told of the service that it runs in, at the same address and port', () => {
    expect(handed(proxy())).toBe(1)
    expect(handed(proxy({ port: 27016 }))).toBe(0)
    expect(handed(proxy({ address: '10.0.0.5' }))).toBe(0)
    expect(handed(proxy(), listenerOf(7, at), udp)).toBe(0)
    expect(handed(proxy(), listenerOf(7, at), watched, process({ services: ['Dhcp'] }))).toBe(0)
  })

  test('stands for any address where it names none', () => {
    expect(handed(proxy({ address: '*' }))).toBe(1)
    expect(handed(proxy({ address: 'localhost' }))).toBe(1)
  })

  test('of one family hands on nothing of the other', () => {
    const six = listenerOf(7, at, { family: 6, address: 'fd00::1' })
    expect(handed(proxy({ address: 'FD00::1' }, 'v6tov4'), six)).toBe(1)
    expect(handed(proxy({ address: 'fd00::2' }, 'v6tov4'), six)).toBe(0)
    expect(handed(proxy({ address: '*' }, 'v6tov4'))).toBe(0)
    expect(handed(proxy({ address: '*' }), six)).toBe(0)
  })
})
