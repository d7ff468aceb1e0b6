/** The facts that hang together: what runs and who started it, services, and what is left of Apple's. */
import { describe, expect, test } from 'vitest'
import { nameFacts } from '../../../../shared/judge/named-facts.ts'
import type { PcFacts } from '../../../../shared/model/pc-facts.ts'
import { denied, known } from '../../../../shared/model/probe.ts'
import { askFact, firstOf, valueOf } from '../../../fixtures/ask-fact.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'
import { inspectionOf, instance } from '../../../renderer/fake-bridge.ts'

const hidden = denied('needs-admin')
const inspection = inspectionOf({})
const itunes = firstOf(pcFacts.packages)

describe('what runs, and what started it', () => {
  const withItunes = (parentName: string | null, path: string | null) => ({
    inspection: {
      ...inspection,
      processes: inspection.processes.map((one) =>
        one.id === 'itunes'
          ? {
              ...one,
              instances: [
                instance(4, { parentName, imagePath: path === null ? hidden : known(path) }),
              ],
            }
          : one,
      ),
    },
  })
  const started = (parentName: string | null, path: string | null = 'C:\\iTunes\\iTunes.exe') =>
    askFact('itunes.isStartedByAnother', {}, withItunes(parentName, path))

  test('iTunes that another program asked Windows for', () => {
    expect(started('SvcHost.exe')).toBe('yes iTunes.exe')
    expect(started('explorer.exe')).toBe('no')
    expect(started(null)).toBe('no')
    expect(started('svchost.exe', null)).toBe('no')
    expect(
      started('svchost.exe', 'C:\\Program Files\\WindowsApps\\AppleInc.iTunes\\iTunes.exe'),
    ).toBe('no')
  })

  test('it is known of all whose they are, or why not', () => {
    const allKnown = (change: (one: (typeof inspection.processes)[number]) => object) =>
      askFact(
        'programs.areKnown',
        {},
        {
          inspection: {
            ...inspection,
            processes: inspection.processes.map((one) => ({ ...one, ...change(one) })),
          },
        },
      )
    expect(allKnown(() => ({}))).toBe('yes')
    expect(allKnown(({ id }) => (id === 'qttask' ? { status: 'cannot-tell' } : {}))).toBe(
      '? not-checked',
    )
    const unsure = (trustReason: string | null) => () => ({
      instances: [instance(4, { trust: 'cannot-tell', trustReason })],
    })
    expect(allKnown(unsure('needs-admin'))).toBe('? needs-admin')
    expect(allKnown(unsure(null))).toBe('? not-checked')
    expect(allKnown(() => ({ instances: [instance(4, { trust: 'unsigned' })] }))).toBe('yes')
  })

  test('the channel is the app’s where its own process answers', () => {
    const isApps = (verdict: string, name: string | null) =>
      askFact(
        'channel.isApps',
        {},
        {
          look: {
            ports: [
              { watched: { id: 'tcp-27015', port: 27015 }, verdict, owners: [{ name, pid: 1 }] },
            ],
            firewall: hidden,
            hostsFile: hidden,
          } as never,
        },
      )
    expect(isApps('owner-expected', 'applemobiledeviceprocess.EXE')).toBe(
      'yes AppleMobileDeviceProcess.exe',
    )
    expect(isApps('owner-expected', 'AppleMobileDeviceService.exe')).toBe('no')
    expect(isApps('owner-other', 'AppleMobileDeviceProcess.exe')).toBe('no')
    expect(isApps('owner-expected', null)).toBe('no')
    expect(isApps('cannot-tell', null)).toBe('? not-checked')
    expect(askFact('channel.isApps')).toBe('? not-checked')
  })

  const unset = { keyName: 'K', isInstalled: known(true), listed: hidden, configuration: hidden }
  const withService = (processId: string, ...all: readonly object[]) => ({
    inspection: {
      ...inspection,
      services: all.map((one) => ({
        ...unset,
        processId,
        ...one,
      })) as never,
    },
  })

  test('a service is there by any of its names, and not known where one could not be asked for', () => {
    const there = (...all: readonly object[]) =>
      askFact('amds.hasService', {}, withService('apple-mobile-device-service', ...all))
    const no = { isInstalled: known(false) }
    expect(there(no, {})).toBe('yes K')
    expect(there(no, no)).toBe('no')
    expect(there(no, { isInstalled: hidden })).toBe('? needs-admin')
    expect(there()).toBe('? not-checked')
    expect(askFact('bonjour.hasService', {}, withService('mdnsresponder', {}))).toBe('yes K')
  })

  test('Bonjour is stopped though it starts by itself', () => {
    const stopped = (state: string, startType = 'automatic', more: object = {}) =>
      askFact(
        'bonjour.isStoppedThoughAutomatic',
        {},
        withService('mdnsresponder', {
          ...{ listed: known({ state }), configuration: known({ startType }) },
          ...more,
        }),
      )
    for (const state of ['stopped', 'start-pending', 'stop-pending'])
      expect(stopped(state)).toBe('yes K')
    expect(stopped('running')).toBe('no')
    expect(stopped('stopped', 'manual')).toBe('no')
    expect(stopped('stopped', 'automatic', { isInstalled: known(false) })).toBe('no')
    expect(stopped('stopped', 'automatic', { listed: hidden })).toBe('? needs-admin')
    expect(stopped('stopped', 'automatic', { configuration: hidden })).toBe('? needs-admin')
  })
})

describe('what is left', () => {
  const none = { packages: known([]), startup: { read: [], items: [] } }
  const left = (pc: Partial<PcFacts>, more: object = {}) => {
    const places = { ...inspection.places, storePackages: known([]) }
    const asked = { inspection: { ...inspection, services: [], places, ...more } as never }
    const fact = nameFacts({ ...asked, pc: { ...pcFacts, ...none, ...pc } })['apple.isLeft']
    return fact.value === null ? `? ${String(fact.reason)}` : fact.value ? fact.values : 'no'
  }
  const item = (place: string, name: string, maker: string) =>
    ({ ...pcFacts.startup.items[0]!, place, name, maker }) as PcFacts['startup']['items'][number]
  const store = (...families: readonly string[]) => ({
    places: {
      ...inspection.places,
      storePackages: known(families.map((familyName) => ({ familyName }))),
    },
  })

  test('is named by what removes it, apps first, and once each', () => {
    expect(left({})).toBe('no')
    expect(left({ packages: hidden })).toBe('? needs-admin')
    expect(left({}, { places: { ...inspection.places, storePackages: hidden } })).toBe(
      '? needs-admin',
    )
    const all = [
      'AppleInc.iTunes_x',
      'appleinc.AppleDevices_x',
      'AppleInc.AppleMusicWin_x',
      'AppleInc.AppleTVWin_x',
      'AppleInc.iCloud_x',
      'Other_x',
    ]
    expect(left({}, store(...all))).toEqual({
      all: 'iTunes, Apple Devices, Apple Music, Apple TV, iCloud',
      kind: 'app',
    })
    expect(left({ packages: known([itunes, itunes]) })).toEqual({ all: 'iTunes', kind: 'package' })
    const bonjour = { ...itunes, id: 'bonjour' as const, name: 'Bonjour' }
    expect(left({ packages: known([bonjour]) })).toEqual({ all: 'Bonjour', kind: 'bonjour' })
    expect(
      left({ packages: known([bonjour, { ...itunes, id: 'quicktime', name: 'QuickTime' }]) }),
    ).toEqual({ all: 'QuickTime, Bonjour', kind: 'package' })
  })

  test('without an uninstaller is named only where nothing else is left', () => {
    const bonjour = { keyName: 'Bonjour Service', isInstalled: known(true) }
    expect(left({}, { services: [bonjour] })).toEqual({ all: '', kind: 'service' })
    expect(left({}, { services: [{ ...bonjour, isInstalled: known(false) }] })).toBe('no')
    expect(left({}, { services: [{ ...bonjour, isInstalled: hidden }] })).toBe('no')
    const startup = (...items: readonly PcFacts['startup']['items'][number][]) => ({
      startup: { read: [], items },
    })
    expect(left(startup(item('scheduled-task', 'AppleSoftwareUpdate', 'unknown')))).toEqual({
      all: '',
      kind: 'task',
    })
    expect(left(startup(item('run-key', 'iTunesHelper', 'apple')))).toEqual({
      all: '',
      kind: 'startup',
    })
    expect(left(startup(item('run-key', 'Chat', 'unknown')))).toBe('no')
    expect(left(startup(item('startup-folder', 'x', 'apple')))).toBe('no')
    expect(left({ ...startup(item('run-key', 'x', 'apple')), packages: known([itunes]) })).toEqual({
      all: 'iTunes',
      kind: 'package',
    })
  })
})

test('Windows’s edition and processor', () => {
  const edition = (editionId: string | null) =>
    askFact('windows.lacksStore', { windows: known({ ...valueOf(pcFacts.windows), editionId }) })
  for (const one of ['EnterpriseS', 'EnterpriseSN', 'IoTEnterpriseS'])
    expect(edition(one)).toBe(`yes ${one}`)
  for (const one of ['Enterprise', 'Professional', 'XEnterpriseS', null])
    expect(edition(one)).toBe('no')
  const arch = (of: string) =>
    askFact(
      'windows.isArm',
      {},
      { inspection: { ...inspection, machine: { ...inspection.machine, arch: of } } },
    )
  expect(arch('arm64')).toBe('yes arm64')
  expect(arch('x64')).toBe('no')
})
