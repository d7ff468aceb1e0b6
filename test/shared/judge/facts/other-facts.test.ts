/** Is each fact about room, services and other companies so, not so, or not known, exactly where this PC says so? */
import { describe, expect, test } from 'vitest'
import type { FactName } from '../../../../shared/judge/named-facts.ts'
import type { PcFacts } from '../../../../shared/model/pc-facts.ts'
import { denied, known, skipped } from '../../../../shared/model/probe.ts'
import { askFact, firstOf, valueOf } from '../../../fixtures/ask-fact.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'

const hidden = denied('needs-admin')

const gigabytes = (count: number) => count * 1024 ** 3

describe('room', () => {
  const backup = firstOf(pcFacts.backups)
  const backups = (more: Partial<typeof backup>) => ({ backups: known([{ ...backup, ...more }]) })
  const sized = (size: number, free: number) =>
    backups({ size: known(gigabytes(size)), freeBytes: known(gigabytes(free)) })

  test.each<[FactName, Partial<PcFacts>, string]>([
    ['systemDrive.isFull', { systemDriveFree: known(gigabytes(5)) }, 'no'],
    ['systemDrive.isFull', { systemDriveFree: known(gigabytes(5) - 1) }, 'yes C:'],
    ['systemDrive.isFull', { systemDriveFree: hidden }, '? needs-admin'],
    ['backups.fillDrive', sized(10, 14), 'yes MobileSync'],
    ['backups.fillDrive', sized(10, 15), 'no'],
    ['backups.fillDrive', sized(9, 1), 'no'],
    ['backups.fillDrive', sized(40, 19), 'yes MobileSync'],
    ['backups.fillDrive', sized(40, 20), 'no'],
    ['backups.fillDrive', backups({ size: hidden }), '? not-checked'],
    ['backupDrive.isFull', sized(4, 5), 'no'],
    ['backupDrive.isFull', sized(6, 5), 'yes MobileSync'],
    ['backupDrive.isFull', sized(1, 4), 'yes MobileSync'],
    [
      'backupDrive.isFull',
      { ...backups({ isThere: false }), systemDriveFree: known(1) },
      'yes MobileSync',
    ],
    ['backupDrive.isFull', { backups: hidden, systemDriveFree: known(1) }, 'yes MobileSync'],
    ['backupDrive.isFull', { backups: hidden }, '? needs-admin'],
    ['backupFolder.isBroken', {}, 'no'],
    ['backupFolder.isBroken', backups({ isTargetThere: known(false) }), `yes ${backup.path}`],
    ['backupFolder.isBroken', backups({ target: backup.path.toUpperCase() }), `yes ${backup.path}`],
    ['backupFolder.isBroken', backups({ isJunction: false, isTargetThere: known(false) }), 'no'],
    ['backupFolder.isBroken', backups({ isTargetThere: hidden }), '? needs-admin'],
  ])('%s %#: %s', (name, pc, expected) => {
    expect(askFact(name, pc)).toBe(expected)
  })
})

describe('services that start something else', () => {
  const service = firstOf(pcFacts.services)
  const services = (more: Partial<typeof service>) => ({
    services: known([{ ...service, ...more }]),
  })
  const trusted = valueOf(service.signature)
  const foreign = known({ ...trusted, signer: { commonName: 'Evil', organization: 'Evil' } })
  const setUp = valueOf(service.setUp)
  const starting = (name: string) => known({ ...setUp, program: `C:\\Tools\\${name}` })
  const somebodys = {
    ...{ signature: foreign, keyName: 'x', displayName: 'A service' },
    setUp: starting('x.exe'),
  }
  const planted = (isThere: boolean) =>
    known({ ...setUp, earlierPrograms: [{ path: 'C:\\Program.exe', isThere }] })
  const plantedFor = (imagePath: string) =>
    known({ ...valueOf(planted(true)), imagePath, program: 'C:\\Program.exe' })

  test.each<[FactName, Partial<PcFacts>, string]>([
    ['service.isForeign', {}, 'no'],
    ['service.isForeign', services({ signature: foreign }), 'yes Apple Mobile Device Service'],
    ['service.isForeign', services({ ...somebodys, keyName: 'Bonjour Service' }), 'no'],
    ['service.isForeign', services({ ...somebodys, keyName: 'Spooler' }), 'no'],
    ['service.isForeign', services({ ...somebodys, keyName: 'usbmuxd' }), 'no'],
    // Whatever its key is called: by the name that Windows shows, or by the program that it starts.
    ['service.isForeign', services({ ...somebodys, displayName: 'iPod-Dienst' }), 'yes x'],
    ['service.isForeign', services({ ...somebodys, displayName: 'Apple MobileDevice' }), 'yes x'],
    ...['AppIe Mobi1e Device Service', 'Apple\u200b Mobile Device', 'APPLE_MOBILE_DEVICE'].map(
      (displayName) =>
        ['service.isForeign', services({ ...somebodys, displayName }), 'yes x'] as const satisfies [
          FactName,
          Partial<PcFacts>,
          string,
        ],
    ),
    ...['usbmuxd', 'Apple Mobile', 'Mobile Device Service', 'iPod', 'Ipod Services Ltd'].map(
      (displayName) =>
        ['service.isForeign', services({ ...somebodys, displayName }), 'no'] as const satisfies [
          FactName,
          Partial<PcFacts>,
          string,
        ],
    ),
    ['service.isForeign', services({ ...somebodys, displayName: 'Bonjour Service' }), 'no'],
    ['service.isForeign', services({ ...somebodys, setUp: starting('iPodService.exe') }), 'yes x'],
    ['service.isForeign', services({ ...somebodys, setUp: starting('mDNSResponder.exe') }), 'no'],
    ['service.isForeign', services({ ...somebodys, setUp: starting('iPodService2.exe') }), 'no'],
    ['service.isForeign', services({ keyName: 'x', setUp: starting('iPodService.exe') }), 'no'],
    ['service.isForeign', services({ signature: foreign, isProgramThere: known(false) }), 'no'],
    ['service.isForeign', services({ signature: skipped('cancelled') }), '? not-checked'],
    ['service.isForeign', services({ setUp: hidden }), '? needs-admin'],
    ['service.isPlanted', services({ setUp: planted(true) }), 'yes Apple Mobile Device Service'],
    ['service.isPlanted', services({ setUp: planted(false) }), 'no'],
    [
      'service.isPlanted',
      services({ setUp: planted(true), keyName: 'bonjour service' }),
      'yes bonjour service',
    ],
    // Of another key name it is Apple's by its signer, or by where it was meant to lead.
    [
      'service.isPlanted',
      services({ setUp: planted(true), keyName: 'AppleOSSMgr', maker: 'apple' }),
      'yes AppleOSSMgr',
    ],
    ...[
      'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\new service.exe -k',
      'C:\\Program Files\\Other folder\\mDNSResponder.exe',
    ].map(
      (path) =>
        [
          'service.isPlanted',
          services({ setUp: plantedFor(path), keyName: 'Later', maker: 'other' }),
          'yes Later',
        ] as const satisfies [FactName, Partial<PcFacts>, string],
    ),
    [
      'service.isPlanted',
      services({
        setUp: plantedFor('C:\\Program Files\\Print server\\spool.exe'),
        ...{ keyName: 'Spooler', displayName: 'Print Spooler', maker: 'other' },
      }),
      'no',
    ],
    ['service.isPlanted', services({ ...somebodys, setUp: hidden, maker: 'other' }), 'no'],
    ['service.isPlanted', services({ setUp: hidden }), '? needs-admin'],
  ])('%s %#: %s', (name, pc, expected) => {
    expect(askFact(name, pc)).toBe(expected)
  })
})

describe('programs of other companies', () => {
  const maker = firstOf(pcFacts.otherMakers)
  const running = (more: Partial<typeof maker>) => ({ otherMakers: known([{ ...maker, ...more }]) })

  test('count while they run', () => {
    expect(askFact('filter.isRunning')).toMatch(/^yes AdGuard/)
    expect(askFact('filter.isRunning', running({ isRunning: false }))).toBe('no')
    expect(askFact('filter.isRunning', running({ id: 'nobody-knows' }))).toBe('no')
    expect(askFact('filter.isRunning', { otherMakers: hidden })).toBe('? needs-admin')
    expect(askFact('usb.isTaken')).toBe('no')
  })
})
