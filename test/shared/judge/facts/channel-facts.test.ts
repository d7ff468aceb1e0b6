/** Is each fact about the way to the iPhone so, not so, or not known, exactly where this PC says so? */
import { describe, expect, test } from 'vitest'
import type { FactName } from '../../../../shared/judge/named-facts.ts'
import type { PcFacts } from '../../../../shared/model/pc-facts.ts'
import { denied, known } from '../../../../shared/model/probe.ts'
import { askFact, valueOf } from '../../../fixtures/ask-fact.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'
import { inspectionOf, instance } from '../../../renderer/fake-bridge.ts'

const hidden = denied('needs-admin')

type Pairing = Extract<PcFacts['pairing'], { readonly state: 'known' }>['value']

describe('the way to the iPhone', () => {
  const port = (verdict: string, name: string | null = 'x.exe') => ({
    look: {
      ports: [{ watched: { id: 'tcp-27015', port: 27015 }, verdict, owners: [{ name, pid: 7 }] }],
      firewall: hidden,
      hostsFile: hidden,
    } as never,
  })

  test.each<[FactName, string, string]>([
    ['channel.answers', 'owner-expected', 'yes x.exe'],
    ['channel.answers', 'nobody', 'no'],
    ['channel.answers', 'cannot-tell', '? not-checked'],
    ['channel.isSilent', 'nobody', 'yes x.exe'],
    ['channel.isTaken', 'owner-other', 'yes x.exe'],
    ['channel.isTaken', 'owner-expected', 'no'],
  ])('%s where the port’s verdict is %s: %s', (name, verdict, expected) => {
    expect(askFact(name, {}, port(verdict))).toBe(expected)
  })

  test('an owner without a name goes by its number, and without a look nothing is known', () => {
    expect(askFact('channel.isTaken', {}, port('owner-other', null))).toBe('yes 7')
    expect(askFact('channel.answers')).toBe('? not-checked')
  })

  test.each([
    ['genuine', 'yes AppleMobileDeviceService.exe'],
    ['wrong-folder', 'yes AppleMobileDeviceService.exe'],
    ['cannot-tell', 'yes AppleMobileDeviceService.exe'],
    ['wrong-signer', 'no'],
    ['unsigned', 'no'],
    ['tampered', 'no'],
  ] as const)('a service whose program is %s counts as running: %s', (trust, expected) => {
    const base = inspectionOf({ 'AppleMobileDeviceService.exe': 1 })
    const processes = base.processes.map((one) => ({
      ...one,
      instances: one.instances.map(() => instance(4, { trust })),
    }))
    expect(askFact('amds.isRunning', {}, { inspection: { ...base, processes } })).toBe(expected)
    expect(askFact('bonjour.isRunning', {}, { inspection: { ...base, processes } })).toBe('no')
  })

  test.each<[Partial<Pairing>, string]>([
    [{}, 'yes'],
    [{ isThere: false }, 'no'],
    [{ isWritable: known(false) }, 'no'],
    [{ isWritable: hidden }, '? needs-admin'],
  ])('pairing records that are %j can be written: %s', (more, expected) => {
    const pairing: Pairing = { ...valueOf<Pairing>(pcFacts.pairing), ...more }
    expect(askFact('pairing.isWritable', { pairing: known(pairing) })).toBe(expected)
  })

  test('the app goes by the name that the user knows, and the stack by what is there', () => {
    const of = (stack: string, ...apps: readonly string[]) => ({
      inspection: {
        ...inspectionOf({}),
        stack: {
          stack,
          unknown: [],
          signs: apps.map((one) => ({ input: 'packages', stack: one })),
        },
      } as never,
    })
    expect(askFact('stack.hasApp', {}, of('store', 'store'))).toBe('yes iTunes')
    expect(askFact('stack.hasApp', {}, of('apple-devices', 'apple-devices'))).toBe(
      'yes Apple Devices',
    )
    expect(askFact('stack.hasApp', {}, of('mixed', 'desktop'))).toBe('no')
    expect(askFact('stack.hasApp', {}, of('mixed', 'desktop', 'store'))).toBe('yes iTunes')
    expect(askFact('stack.hasApp', {}, of('mixed', 'store', 'apple-devices'))).toBe(
      'yes Apple Devices',
    )
    expect(askFact('stack.hasDesktop', {}, of('mixed'))).toBe('yes mixed')
    expect(askFact('stack.desktop', {}, of('mixed'))).toBe('no')
    expect(askFact('stack.none', {}, of('none'))).toBe('yes none')
    expect(askFact('stack.none', {}, of('cannot-tell'))).toBe('? not-checked')
  })

  test('the start-up task of iTunes from Microsoft Store is off only where its switch says so', () => {
    const { read, items } = pcFacts.startup
    const task = items.find(({ place }) => place === 'store-task')!
    const startup = (more: Partial<typeof task>) => ({
      startup: { read, items: [{ ...task, ...more }] },
    })
    const off = known({ isOn: false, offSinceUtc: null })
    expect(askFact('startupTask.isOff')).toBe('no')
    expect(askFact('startupTask.isOff', startup({ startupSwitch: off }))).toBe(
      'yes iTunesHelperTask',
    )
    expect(
      askFact('startupTask.isOff', startup({ startupSwitch: off, packageFamily: 'Other_x' })),
    ).toBe('no')
    expect(askFact('startupTask.isOff', startup({ startupSwitch: off, place: 'run-key' }))).toBe(
      'no',
    )
    expect(askFact('startupTask.isOff', { startup: { read: [], items: [] } })).toBe('? not-checked')
  })
})
