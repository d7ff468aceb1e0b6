import { describe, expect, test } from 'vitest'
import english from '../../../assets/texts/en/evidence.json' with { type: 'json' }
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { judgeAbsence } from '../../../shared/judge/absence.ts'
import type { AbsenceQuestion } from '../../../shared/judge/absence.ts'
import type { AbsenceCode, Stack, StackJudgement } from '../../../shared/model/inspection.ts'
import { denied, known, skipped } from '../../../shared/model/probe.ts'
import type {
  CatalogueService,
  Service,
  ServiceConfiguration,
  ServiceStartType,
  ServiceState,
} from '../../../shared/model/service.ts'

type ServiceHere = Service & Partial<Pick<CatalogueService, 'isProgramThere'>>

const { processes: catalogue } = readCatalogue()
const service = (
  keyName: string,
  startType: ServiceStartType | null,
  state: ServiceState = 'stopped',
): Service => ({
  keyName,
  displayName: 'x',
  state,
  pid: null,
  configuration:
    startType === null
      ? denied('needs-admin')
      : known({ startType, imagePath: 'x', account: 'LocalSystem' }),
})
const stack = (name: Stack, unknown: StackJudgement['unknown'] = []) => ({ stack: name, unknown })

function absence(imageName: string, more: Partial<AbsenceQuestion> = {}) {
  return judgeAbsence({
    entry: catalogue.find((entry) => entry.imageName === imageName)!,
    platform: 'win32',
    isListComplete: true,
    stack: stack('desktop'),
    services: known([]),
    isInstalled: known(true),
    ...more,
  })
}
const nowhere = { isInstalled: known(false) }

describe('normal reasons for not running', () => {
  test.each([
    ['AppleMobileBackup.exe', 'only-during-task'],
    ['com.apple.Outlook.client.exe', 'only-during-task'],
    ['AppleMobileDeviceHelper.exe', 'waits-for-itunes'],
    ['AMPLibraryAgent.exe', 'only-when-needed'],
    ['secd.exe', 'only-when-needed'],
    ['iCloudDrive.exe', 'waits-for-feature'],
    ['iCloudPhotos.exe', 'waits-for-feature'],
    ['ApplePhotoStreams.exe', 'waits-for-feature'],
    ['AppleSyncNotifier.exe', 'waits-for-feature'],
    ['iTunes.exe', 'not-opened'],
    ['qttask.exe', 'retired'],
    ['dotmacsyncclient.exe', 'retired'],
  ])('%s: %s', (name, code) => {
    expect(absence(name)).toEqual({ code, isNormal: true })
  })
  test('not installed, when its file is in none of its folders', () => {
    expect(absence('AppleMobileBackup.exe', nowhere).code).toBe('not-installed')
    expect(absence('iTunesHelper.exe', { ...nowhere, stack: stack('none') }).code).toBe(
      'not-installed',
    )
    expect(absence('iCloudDrive.exe', { ...nowhere, stack: stack('store') }).code).toBe(
      'not-installed',
    )
  })
  test('not installed, when the PC has no installation at all, though folders are unknown', () => {
    const unknownFolders = { isInstalled: denied('needs-admin'), stack: stack('none') }
    expect(absence('AppleMobileBackup.exe', unknownFolders).code).toBe('not-installed')
    expect(absence('iCloudHome.exe', unknownFolders).code).toBe('not-opened')
    expect(absence('iCloudServices.exe', unknownFolders).code).toBe('cannot-tell')
  })
  test("belongs to another installation than this PC's", () => {
    for (const name of ['AppleMobileDeviceService.exe', 'iTunesHelper.exe', 'mDNSResponder.exe']) {
      expect(absence(name, { ...nowhere, stack: stack('apple-devices') }).code).toBe('other-stack')
    }
    expect(absence('AppleMobileDeviceProcess.exe', nowhere).code).toBe('other-stack')
    expect(absence('AppleMobileDeviceHelper.exe', { ...nowhere, stack: stack('store') }).code) //
      .toBe('not-installed')
  })
  test('whether the Store edition brings iTunesHelper is not known, so it is not called another’s', () => {
    expect(absence('iTunesHelper.exe', { ...nowhere, stack: stack('store') }).code) //
      .toBe('not-installed')
    const unseen = { isInstalled: denied('needs-admin'), stack: stack('store') }
    expect(absence('iTunesHelper.exe', unseen).code).toBe('cannot-tell')
  })
  test('a service that starts on demand waits, and is not called stopped', () => {
    const services = known([service('iPod Service', 'manual')])
    expect(absence('iPodService.exe', { services })).toEqual({
      code: 'only-when-needed',
      isNormal: true,
    })
  })
})

describe('reasons to act', () => {
  const amds = 'AppleMobileDeviceService.exe'
  const key = 'apple mobile device service'
  test.each([
    ['stopped', [service(key, 'automatic')], 'service-stopped'],
    ['stopped, its set-up unreadable', [service(key, null)], 'service-stopped'],
    ['disabled', [service(key, 'disabled')], 'service-disabled'],
    ['the older one, disabled', [service('Apple Mobile Device', 'disabled')], 'service-disabled'],
    [
      'the older one disabled, the newer stopped',
      [service('Apple Mobile Device', 'disabled'), service(key, 'automatic')],
      'service-stopped',
    ],
    ['gone, though its program is there', [], 'service-missing'],
  ])('the service is %s', (_, services, code) => {
    expect(absence(amds, { services: known(services) })).toEqual({ code, isNormal: false })
  })
  test('what starts at logon was turned off or has ended', () => {
    expect(absence('iTunesHelper.exe')).toEqual({ code: 'not-started', isNormal: false })
  })
  test('a disabled service of a manual kind is worth a word too', () => {
    const services = known([service('iPod Service', 'disabled')])
    expect(absence('iPodService.exe', { services }).code).toBe('service-disabled')
  })
})

describe('how a service of Apple’s stands', () => {
  const amds = 'AppleMobileDeviceService.exe'
  const one = (more: Partial<ServiceHere>, configured: Partial<ServiceConfiguration> = {}) =>
    known([
      {
        ...service('Apple Mobile Device Service', 'automatic'),
        configuration: known<ServiceConfiguration>({
          ...{ startType: 'automatic', imagePath: 'x', account: 'LocalSystem' },
          ...configured,
        }),
        ...more,
      },
    ])

  test.each<[string, ReturnType<typeof one>, AbsenceCode, boolean | null]>([
    ['paused', one({ state: 'paused' }), 'service-paused', false],
    ['being paused', one({ state: 'pause-pending' }), 'service-paused', false],
    ['starting', one({ state: 'start-pending' }), 'service-starting', null],
    ['going on', one({ state: 'continue-pending' }), 'service-starting', null],
    ['stopping', one({ state: 'stop-pending' }), 'service-stopping', null],
    ['running by now', one({ state: 'running' }), 'cannot-tell', null],
    [
      'running, and disabled for the next time',
      one({ state: 'running' }, { startType: 'disabled' }),
      ...(['service-disabled', false] as const),
    ],
    ['manual', one({}, { startType: 'manual' }), 'service-manual', false],
    [
      'without its program',
      one({ isProgramThere: known(false) }, { startType: 'disabled' }),
      ...(['service-file-gone', false] as const),
    ],
    ['with its program', one({ isProgramThere: known(true) }), 'service-stopped', false],
    [
      'with a program that nobody could ask about',
      one({ isProgramThere: denied('needs-admin') }),
      'service-stopped',
      false,
    ],
    ['of another account', one({}, { account: '.\\me' }), 'service-account-changed', false],
    [
      'of another account that ends alike',
      one({}, { account: 'PC\\MYSYSTEM' }),
      ...(['service-account-changed', false] as const),
    ],
    [
      'disabled, of another account',
      one({}, { account: '.\\me', startType: 'disabled' }),
      ...(['service-disabled', false] as const),
    ],
    ...['LocalSystem', '.\\LocalSystem', 'NT AUTHORITY\\SYSTEM', 'nt authority\\system', ''].map(
      (account): [string, ReturnType<typeof one>, AbsenceCode, boolean] => [
        `of the account ${JSON.stringify(account)}`,
        one({}, { account }),
        ...(['service-stopped', false] as const),
      ],
    ),
  ])('%s', (_what, services, code, isNormal) => {
    expect(absence(amds, { services })).toEqual({ code, isNormal })
  })

  test('nothing is wrong with iPod Service that is started when it is needed', () => {
    const ipod = (more: Partial<ServiceHere>) =>
      absence('iPodService.exe', {
        services: known([{ ...service('iPod Service', 'manual'), ...more }]),
      }).code
    expect(ipod({})).toBe('only-when-needed')
    expect(ipod({ isProgramThere: known(false) })).toBe('only-when-needed')
    expect(ipod({ state: 'paused' })).toBe('service-paused')
  })

  test('is missed only where an installation is here that relies on it', () => {
    const services = known([service('Apple Mobile Device Service', 'disabled')])
    const missed = (name: Stack, unknown: StackJudgement['unknown'] = []) =>
      absence(amds, { services, stack: stack(name, unknown) })
    expect(missed('desktop')).toEqual({ code: 'service-disabled', isNormal: false })
    expect(missed('mixed')).toEqual({ code: 'service-disabled', isNormal: false })
    expect(missed('cannot-tell')).toEqual({ code: 'service-disabled', isNormal: false })
    expect(missed('store')).toEqual({ code: 'not-needed', isNormal: true })
    expect(missed('none')).toEqual({ code: 'not-needed', isNormal: true })
    expect(missed('store', [{ input: 'folders', reason: 'x' }]).code).toBe('cannot-tell')
  })

  test('is not said to be missing where the file or the services are not known', () => {
    const services = denied('needs-admin')
    expect(absence('iPodService.exe', { services, isInstalled: known(false) }).code).toBe(
      'cannot-tell',
    )
    expect(absence(amds, { isInstalled: denied('needs-admin') }).code).toBe('not-installed')
    // Parts of iCloud are installed apart from iTunes: no installation of iTunes’s stands for them.
    expect(absence('iCloudServices.exe').code).toBe('not-started')
    expect(
      absence('AppleMobileDeviceHelper.exe', {
        isInstalled: denied('needs-admin'),
        stack: stack('store'),
      }).code,
    ).toBe('waits-for-itunes')
    expect(absence('AMPDevicesAgent.exe', { stack: stack('apple-devices') }).code).toBe(
      'waits-for-device',
    )
  })
})

describe('nobody can say', () => {
  const cannotTell = { code: 'cannot-tell', isNormal: null }
  test('on another system, or when the list had gaps', () => {
    expect(absence('iTunesHelper.exe', { platform: 'darwin' })).toEqual(cannotTell)
    expect(absence('qttask.exe', { isListComplete: false })).toEqual(cannotTell)
  })
  test('when services cannot be read', () => {
    const services = skipped('not-checked')
    expect(absence('AppleMobileDeviceService.exe', { services })).toEqual(cannotTell)
    expect(absence('iPodService.exe', { services }).code).toBe('only-when-needed')
  })
  test('when the service runs by now', () => {
    for (const state of ['running', 'unknown'] as const) {
      const services = known([service('Bonjour Service', 'automatic', state)])
      expect(absence('mDNSResponder.exe', { services })).toEqual(cannotTell)
    }
  })
  test('when another installation may be there unseen', () => {
    const half = stack('store', [{ input: 'services', reason: 'needs-admin' }])
    const question = { stack: half, isInstalled: denied('needs-admin') } as const
    expect(absence('iTunesHelper.exe', question)).toEqual(cannotTell)
  })
  test('when no source says when it runs', () => {
    const itself = stack('apple-devices')
    expect(absence('AppleMobileDeviceLauncher.exe', { stack: itself })).toEqual(cannotTell)
  })
})

test('what lies on the PC is not said to be missing, whatever the installation', () => {
  const stacks: Stack[] = ['desktop', 'store', 'apple-devices', 'mixed', 'none', 'cannot-tell']
  for (const entry of catalogue) {
    for (const name of stacks) {
      const { code } = absence(entry.imageName, { stack: stack(name) })
      expect(['not-installed', 'other-stack'], `${entry.id} ${name}`).not.toContain(code)
      expect(Object.keys(english.absence)).toContain(code)
    }
  }
})
