/** What each fact hands on to the sentence of a finding, and the facts that depend on several parts of the PC. */
import { describe, expect, test } from 'vitest'
import { nameFacts, type FactName, type PcQuestion } from '../../../../shared/judge/named-facts.ts'
import type { Symptom } from '../../../../shared/model/symptom.ts'
import type { PcFacts } from '../../../../shared/model/pc-facts.ts'
import { denied, known } from '../../../../shared/model/probe.ts'
import { askFact, firstOf, valueOf } from '../../../fixtures/ask-fact.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'
import { inspectionOf } from '../../../renderer/fake-bridge.ts'

const hidden = denied('needs-admin')
const gigabytes = (count: number) => known(count * 1024 ** 3)
const inspection = inspectionOf({})

const valuesOf = (name: FactName, pc: Partial<PcFacts>, more: Partial<PcQuestion> = {}) =>
  nameFacts({ inspection, ...more, pc: { ...pcFacts, ...pc } })[name].values

const backup = firstOf(pcFacts.backups)
const device = firstOf(pcFacts.devices)
const service = firstOf(pcFacts.services)
const itunes = firstOf(pcFacts.packages)
const other = firstOf(pcFacts.otherMakers)

describe('the sentence of a finding is told', () => {
  test.each<[FactName, Partial<PcFacts>, object]>([
    [
      'backups.fillDrive',
      { backups: known([{ ...backup, size: gigabytes(12), freeBytes: gigabytes(3) }]) },
      { file: backup.path, size: '12', free: '3' },
    ],
    ['systemDrive.isFull', { systemDriveFree: gigabytes(2) }, { free: '2' }],
    [
      'backupDrive.isFull',
      { backups: known([{ ...backup, freeBytes: gigabytes(4) }]) },
      { free: '4' },
    ],
    [
      'backupFolder.isBroken',
      { backups: known([{ ...backup, isTargetThere: known(false) }]) },
      { file: 'D:\\Backup' },
    ],
    [
      'files.areMissing',
      { neededFiles: [{ ...pcFacts.neededFiles[0]!, isThere: known(false) }] },
      { file: 'C:\\Windows\\System32\\dnssd.dll' },
    ],
    ['itunes.isTooOld', { packages: known([{ ...itunes, version: '12.1' }]) }, { version: '12.1' }],
    [
      'bonjour.isOld',
      { packages: known([{ ...itunes, id: 'bonjour', name: 'Bonjour', version: '2.0' }]) },
      { version: '2.0' },
    ],
    ['apple.isLeft', {}, { all: 'iTunes', kind: 'package' }],
    [
      'device.hasProblem',
      { devices: known([{ ...device, problemCode: 43 }]) },
      { problem: '43', inf: 'usbaapl64.inf', provider: 'Apple, Inc.' },
    ],
    ['device.isBehindHubs', { devices: known([{ ...device, hubsBetween: 3 }]) }, { hubs: '3' }],
    ['filter.isRunning', {}, { id: 'adguard' }],
    [
      'service.isPlanted',
      {
        services: known([
          {
            ...service,
            setUp: known({
              ...valueOf(service.setUp),
              earlierPrograms: [
                { path: 'C:\\No.exe', isThere: false },
                { path: 'C:\\Program.exe', isThere: true },
              ],
            }),
          },
        ]),
      },
      { file: 'C:\\Program.exe' },
    ],
  ])('%s: %#', (name, pc, values) => {
    expect(valuesOf(name, pc)).toEqual(values)
  })

  test('whose port it is, and which lines and servers are in the way', () => {
    const look = (more: object) =>
      ({ ports: [], firewall: hidden, hostsFile: hidden, ...more }) as unknown as PcQuestion['look']
    const watched = { id: 'tcp-27015', port: 27015 }
    const owners = [
      { name: 'a.exe', pid: 1 },
      { name: null, pid: 2 },
    ]
    const ports = [{ watched, verdict: 'owner-other', owners }]
    expect(valuesOf('channel.isTaken', {}, { look: look({ ports }) })).toEqual({
      ...{ port: '27015', owner: 'a.exe, 2' },
    })
    const line = (name: string, lineNumber: number) => ({
      ...{
        code: 'updates-blocked',
        severity: 'attention',
        lineNumber,
        names: ['x.apple.com', name],
      },
    })
    const hostsFile = known({ findings: [line('y.apple.com', 3), line('mesu.apple.com', 9)] })
    expect(valuesOf('hosts.blocksUpdates', {}, { look: look({ hostsFile }) })).toEqual({
      ...{ line: '9', names: 'mesu.apple.com' },
    })
    const rest = known({ findings: [line('y.apple.com', 3)] })
    expect(valuesOf('hosts.blocksUpdates', {}, { look: look({ hostsFile: rest }) })).toEqual({
      ...{ line: '3', names: 'x.apple.com' },
    })
    const check = {
      overall: 'all-failed',
      targets: [
        { id: 'digicert#2', host: 'ocsp.digicert.com', symptom: 'refused' },
        { id: 'gs', host: 'gs.apple.com', symptom: 'refused' },
      ],
    } as never
    expect(valuesOf('check.failsWholly', {}, { check })).toEqual({
      server: 'gs',
      what: 'all-failed',
    })
    expect(askFact('check.failsWholly', {}, { check })).toBe('yes gs.apple.com')
    expect(askFact('check.failsUpdates', {}, { check })).toBe('no')
  })
})

describe('programs of other companies', () => {
  const running = (id: string, more: Partial<typeof other> = {}) => ({
    otherMakers: known([{ ...other, id, isRunning: true, ...more }]),
  })
  const up = (kind: 'tunnel' | 'wi-fi', isUp = true) => ({
    network: { ...pcFacts.network, adapters: known([{ description: 'A', kind, isUp }]) },
  })

  test.each<[FactName, Partial<PcFacts>, string]>([
    ['usb.isTaken', running('usbipd'), 'yes usbipd-win'],
    ['usb.isTaken', running('adguard'), 'no'],
    ['starter.isRunning', running('last-fm'), 'yes Last.fm Scrobbler'],
    ['bonjour.isWanted', running('uxplay'), 'yes UxPlay'],
    ['heavy.isRunning', running('amwin-rp'), 'yes AMWin-RP'],
    ['heavy.isRunning', running('amwin-rp', { cpuPercent: 4 }), 'no'],
    ['heavy.isRunning', running('amwin-rp', { cpuPercent: 5 }), 'yes AMWin-RP'],
    ['tunnel.isKnown', { ...running('nordvpn'), ...up('tunnel') }, 'yes NordVPN'],
    ['tunnel.isKnown', { ...running('nordvpn'), ...up('tunnel', false) }, 'no'],
    ['tunnel.isKnown', { ...running('nordvpn'), ...up('wi-fi') }, 'no'],
    ['tunnel.isUp', { ...running('nordvpn', { by: 'adapter' }), ...up('wi-fi') }, 'yes NordVPN'],
    ['tunnel.isUp', { ...running('nordvpn', { by: 'service' }), ...up('wi-fi') }, 'no'],
    ['tunnel.isUp', { ...running('adguard', { by: 'adapter' }), ...up('wi-fi') }, 'no'],
  ])('%s %#: %s', (name, pc, expected) => {
    expect(askFact(name, pc)).toBe(expected)
  })

  test('are reported for some symptoms and no others', () => {
    const reported = (id: string, symptom?: Symptom) =>
      askFact('filter.isReported', running(id), { symptom })
    expect(reported('adguard', 'backup-fails')).toBe('yes AdGuard')
    expect(reported('adguard', 'wifi-sync')).toBe('no')
    expect(reported('adguard')).toBe('no')
    expect(reported('wetest', 'not-recognised')).toBe('yes WeTest')
    expect(reported('simplewall', 'not-recognised')).toBe('no')
  })
})

describe('backups', () => {
  const of = (stack: string) => ({
    inspection: {
      ...inspection,
      stack:
        stack === 'both'
          ? { stack: 'mixed', unknown: [], signs: [{ stack: 'store' }, { stack: 'desktop' }] }
          : { stack, unknown: [], signs: [] },
    } as never,
  })
  const folder = (edition: 'desktop' | 'store', isJunction: boolean) => ({
    ...backup,
    ...{ edition, isJunction, path: `C:\\${edition}` },
  })

  const tight = { freeBytes: gigabytes(1) }

  test('moved away for the edition that is not in use', () => {
    const moved = (stack: string, ...folders: readonly (typeof backup)[]) =>
      askFact(
        'backupFolder.isForOther',
        { backups: known(folders.map((one) => ({ ...one, ...tight }))), systemDriveFree: known(1) },
        of(stack),
      )
    expect(moved('store', folder('desktop', true))).toBe('yes C:\\desktop')
    expect(moved('apple-devices', folder('desktop', true))).toBe('yes C:\\desktop')
    expect(moved('desktop', folder('desktop', true))).toBe('no')
    expect(moved('desktop', folder('store', true))).toBe('yes C:\\store')
    expect(moved('store', folder('desktop', true), folder('store', true))).toBe('no')
    expect(moved('store', folder('desktop', false))).toBe('no')
    // With both in use, either folder is written to.
    expect(moved('both', folder('desktop', true))).toBe('no')
    expect(askFact('backupFolder.isForOther', { backups: hidden }, of('store'))).toBe(
      '? needs-admin',
    )
  })

  test('need room where the edition in use keeps them, for one more of their size', () => {
    const full = (stack: string, more: Partial<typeof backup>) =>
      askFact(
        'backupDrive.isFull',
        {
          backups: known([{ ...folder('store', false), ...more }]),
          systemDriveFree: gigabytes(90),
        },
        of(stack),
      )
    expect(full('store', tight)).toBe('yes MobileSync')
    expect(full('mixed', tight)).toBe('yes MobileSync')
    // The other edition's folder says nothing.
    expect(full('desktop', tight)).toBe('no')
    expect(full('store', { size: gigabytes(40), backups: 4, freeBytes: gigabytes(9) })).toBe(
      'yes MobileSync',
    )
    expect(full('store', { size: gigabytes(40), backups: 4, freeBytes: gigabytes(10) })).toBe('no')
    expect(full('store', { size: gigabytes(40), backups: null, freeBytes: gigabytes(39) })).toBe(
      'yes MobileSync',
    )
    expect(full('store', { freeBytes: hidden })).toBe('? needs-admin')
    const unread = (free: PcFacts['systemDriveFree']) =>
      askFact('backupDrive.isFull', { backups: hidden, systemDriveFree: free }, of('store'))
    expect(unread(gigabytes(100))).toBe('no')
    expect(unread(gigabytes(99))).toBe('? needs-admin')
    expect(unread(hidden)).toBe('? needs-admin')
  })
})
