/** Are devices, drivers, policies, proxies, networks and name providers read as they stand in a real registry, whatever stands there? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { readNetworkFacts } from '../../../electron/sources/pc-network.ts'
import { readAppleDrivers } from '../../../electron/win32/devices/apple-drivers.ts'
import { readBackupFolders } from '../../../electron/win32/devices/backup-folders.ts'
import { readSystemDriveFree } from '../../../electron/win32/files/free-space.ts'
import { readPairingFolder } from '../../../electron/win32/devices/pairing-folder.ts'
import { readNetwork } from '../../../electron/win32/network/network-adapters.ts'
import { findOtherMakers } from '../../../electron/win32/installed/other-makers.ts'
import { listServices } from '../../../electron/win32/processes/services.ts'
import { readAppleDevices } from '../../../electron/win32/devices/apple-devices.ts'
import {
  readDevicePresence,
  type DevicePresence,
} from '../../../electron/win32/devices/device-presence.ts'
import { readDriverPolicies } from '../../../electron/win32/devices/driver-policies.ts'
import { readLetIn } from '../../../electron/win32/network/let-in.ts'
import { readNameProvider } from '../../../electron/win32/network/name-provider.ts'
import { readNetworkCategory } from '../../../electron/win32/network/network-category.ts'
import { readMachineProxy, readUserProxy } from '../../../electron/win32/network/proxy-settings.ts'
import { readWindowsFacts } from '../../../electron/win32/installed/windows-facts.ts'
import type { AppleDevice } from '../../../shared/model/pc-facts.ts'
import { known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { isWine } from './programs.ts'
import {
  bytes,
  deleteKeys,
  longestBlockMs,
  number,
  text,
  texts,
  writeKeys,
  type Values,
} from './registry-file.ts'

const run = promisify(execFile)

function value<T>(probe: Probe<T>): T {
  if (probe.state !== 'known') assert.fail(JSON.stringify(probe))
  return probe.value
}

const HKLM = 'HKEY_LOCAL_MACHINE'
const tree = `${HKLM}\\System\\CurrentControlSet\\Enum\\USB`
const classes = `${HKLM}\\System\\CurrentControlSet\\Control\\Class`

const made: string[] = []
async function make(keys: Readonly<Record<string, Values>>): Promise<void> {
  made.push(...Object.keys(keys))
  await writeKeys(keys)
}

after(async () => {
  await deleteKeys(made.reverse())
})

const usb = '{88bae032-5a81-49f0-bc3d-a4ff138216d6}'
const portable = '{eec5ad98-8080-425f-922a-dabf3de3f69a}'

/** The nodes that an iPhone of today makes: itself, its pictures, and what Apple's programs speak to. */
const phone = (serial: string, prefix: string): Record<string, Values> => ({
  [`${tree}\\VID_05AC&PID_12A8\\${serial}`]: {
    Service: text('usbccgp'),
    ClassGUID: text('{36fc9e60-c465-11cf-8056-444553540000}'),
    Driver: text('{36fc9e60-c465-11cf-8056-444553540000}\\0007'),
    ParentIdPrefix: text(prefix),
    LowerFilters: texts('AppleLowerFilter'),
    ConfigFlags: number(0),
  },
  [`${tree}\\VID_05AC&PID_12A8&MI_00\\${prefix}&0000`]: {
    Service: text('WUDFWpdMtp'),
    ClassGUID: text(portable),
    Driver: text(`${portable}\\0002`),
    FriendlyName: text('Greta’s iPhone'),
  },
  [`${tree}\\VID_05AC&PID_12A8&MI_01\\${prefix}&0001`]: {
    Service: text('WINUSB'),
    ClassGUID: text(usb),
    Driver: text(`${usb}\\0003`),
  },
  [`${classes}\\{36fc9e60-c465-11cf-8056-444553540000}\\0007`]: {
    DriverDesc: text('Apple Mobile Device USB Composite Device'),
    ProviderName: text('Apple, Inc.'),
    InfPath: text('oem41.inf'),
  },
  [`${classes}\\${portable}\\0002`]: {
    DriverDesc: text('Apple iPhone'),
    ProviderName: text('Microsoft'),
    InfPath: text('wpdmtp.inf'),
  },
  [`${classes}\\${usb}\\0003`]: {
    DriverDesc: text('Apple Mobile Device USB Device'),
    ProviderName: text('Apple, Inc.'),
    InfPath: text('oem42.inf'),
  },
  [`${HKLM}\\System\\DriverDatabase\\DriverInfFiles\\oem42.inf`]: {
    Active: text('appleusb.inf_amd64_7b1d9e9c1d0c1f4a'),
  },
})

const serial = '00008030000A11112222333A'
const nothingPresent: DevicePresence = {
  ids: new Set(),
  problemOf: () => null,
  hubsBefore: () => null,
}

/** As Windows would tell it of a device that is plugged in: Wine has none. */
const withPhone: DevicePresence = {
  ids: new Set(
    [
      `USB\\VID_05AC&PID_12A8\\${serial}`,
      'USB\\VID_05AC&PID_12A8&MI_00\\6&2AAA&0&0000',
      'USB\\VID_05AC&PID_12A8&MI_01\\6&2AAA&0&0001',
    ].map((id) => id.toUpperCase()),
  ),
  problemOf: (id) => (id.includes('MI_00') ? 10 : 0),
  hubsBefore: () => 2,
}

if (isWine) {
  test('a device is put together from its nodes, under the name that its driver came with', async () => {
    await make(phone(serial, '6&2aaa&0'))
    const devices = value(
      await readAppleDevices(undefined, () => Promise.resolve(known(withPhone))),
    )
    assert.deepEqual(devices, [
      {
        kind: 'iphone',
        isPresent: true,
        class: 'winusb',
        driverName: 'Apple Mobile Device USB Device',
        provider: 'Apple, Inc.',
        inf: 'appleusb.inf',
        problemCode: 0,
        hubsBetween: 2,
      },
    ])
  })

  test('serial numbers and names of devices leave nothing in the answer', async () => {
    const answers = JSON.stringify([
      await readAppleDevices(undefined, () => Promise.resolve(known(withPhone))),
      await readAppleDevices(undefined, () => Promise.resolve(known(nothingPresent))),
    ])
    assert.ok(!answers.includes(serial))
    assert.ok(!/2aaa/i.test(answers))
    assert.ok(!answers.includes('Greta'))
  })

  test('devices from the past stay known, those that are alike as one; broken ones say what they can', async () => {
    const keyboard = `${tree}\\VID_05AC&PID_024F\\5&1&0&1`
    await make({
      ...phone('00008030000B11112222333B', '6&2bbb&0'),
      [`${tree}\\VID_05AC&PID_12AB\\AAAA`]: { ConfigFlags: number(0x40) },
      [`${tree}\\VID_05AC&PID_1297\\BBBB`]: {
        Service: text('USBAAPL64'),
        Driver: text(`${usb}\\0009`),
        ConfigFlags: number(1),
      },
      [`${classes}\\${usb}\\0009`]: {
        DriverDesc: number(7),
        ProviderName: text('Apple, Inc.'),
        InfPath: text('..\\..\\evil.inf'),
      },
      [`${tree}\\VID_05AC&PID_12A8\\CCCC`]: {
        Service: text('VBoxUSB'),
        Driver: text('..\\..\\Software'),
      },
      [`${tree}\\VID_05AC&PID_1281\\DDDD`]: {
        Service: number(1),
        ClassGUID: text('x'.repeat(5000)),
      },
      [`${tree}\\VID_05AC&PID_ZZZZ\\EEEE`]: {},
      [keyboard]: { Service: text('HidUsb') },
    })
    const devices = value(
      await readAppleDevices(undefined, () => Promise.resolve(known(nothingPresent))),
    )
    const brief = devices.map((one) => [one.kind, one.class, one.problemCode, one.inf].join(' '))
    assert.deepEqual(brief.sort(), [
      'ipad none 28 ',
      'iphone apple 22 ',
      'iphone foreign  ',
      'iphone winusb  appleusb.inf',
      'other none  ',
    ])
    assert.ok(devices.every(({ isPresent, hubsBetween }) => !isPresent && hubsBetween === null))
  })

  test('10,000 devices hold nobody up, and the one that is plugged in is among them', async () => {
    const keys: Record<string, Values> = {}
    for (let count = 0; count < 10_000; count += 1) {
      keys[`${tree}\\VID_05AC&PID_12AA\\SERIAL${count}`] = {}
    }
    await writeKeys(keys)
    try {
      let found: Probe<readonly AppleDevice[]> = skipped('not-checked')
      const longest = await longestBlockMs(async () => {
        found = await readAppleDevices(undefined, () => Promise.resolve(known(withPhone)))
      })
      console.log('longest block among 10,000 devices:', Math.round(longest), 'ms')
      const devices = value(found)
      assert.ok(devices.some(({ kind, isPresent }) => kind === 'iphone' && isPresent))
      assert.ok(devices.length < 20)
    } finally {
      // Here and not at the end: all files of this folder run in one process and one registry.
      await deleteKeys([`${tree}\\VID_05AC&PID_12AA`])
    }
    const after = value(
      await readAppleDevices(undefined, () => Promise.resolve(known(nothingPresent))),
    )
    assert.ok(after.length < 10)
  })

  test('a look that was cancelled says so', async () => {
    assert.deepEqual(await readAppleDevices(AbortSignal.abort()), {
      state: 'skipped',
      reason: 'cancelled',
    })
  })

  test('policies are read where they stand, what is set by policy first; a wrong kind is not taken for none', async () => {
    assert.deepEqual(value(readDriverPolicies()), {
      searchOrderConfig: null,
      excludeDriversInQualityUpdate: null,
      preventDeviceMetadata: null,
    })
    const policies = `${HKLM}\\Software\\Policies\\Microsoft\\Windows`
    const current = `${HKLM}\\Software\\Microsoft\\Windows\\CurrentVersion`
    await make({
      [`${current}\\DriverSearching`]: { SearchOrderConfig: number(1) },
      [`${policies}\\DriverSearching`]: { SearchOrderConfig: number(0) },
      [`${policies}\\WindowsUpdate`]: { ExcludeWUDriversInQualityUpdate: number(1) },
      [`${current}\\Device Metadata`]: { PreventDeviceMetadataFromNetwork: number(1) },
    })
    assert.deepEqual(value(readDriverPolicies()), {
      searchOrderConfig: 0,
      excludeDriversInQualityUpdate: 1,
      preventDeviceMetadata: 1,
    })
    await make({ [`${policies}\\WindowsUpdate`]: { ExcludeWUDriversInQualityUpdate: text('1') } })
    assert.deepEqual(readDriverPolicies(), { state: 'failed', reason: 'unreadable' })
  })

  test('the proxies of user and services are told by kind, never by address', async () => {
    const settings = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'
    const proxy = Buffer.concat([
      Buffer.from([0x28, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 10, 0, 0, 0]),
      Buffer.from('proxy:8080'),
      Buffer.alloc(4),
    ])
    assert.equal(value(readMachineProxy()), 'none')
    await make({ [`${HKLM}\\${settings}\\Connections`]: { WinHttpSettings: bytes(proxy) } })
    assert.equal(value(readMachineProxy()), 'fixed')
    await make({
      [`HKEY_CURRENT_USER\\${settings}\\Connections`]: { DefaultConnectionSettings: text('no') },
    })
    assert.deepEqual(readUserProxy(), { state: 'failed', reason: 'unreadable' })
    await run('reg', ['delete', `HKCU\\${settings}\\Connections`, '/f'])
    await make({
      [`HKEY_CURRENT_USER\\${settings}`]: { ProxyEnable: number(1), ProxyServer: text('a:1') },
    })
    made.pop()
    assert.equal(value(readUserProxy()), 'fixed')
    await run('reg', ['delete', `HKCU\\${settings}`, '/v', 'ProxyEnable', '/f'])
    await run('reg', ['delete', `HKCU\\${settings}`, '/v', 'ProxyServer', '/f'])
    assert.equal(value(readUserProxy()), 'none')
  })

  test('the category is that of the network whose way out is this one, else of the one met last', async () => {
    const list = `${HKLM}\\Software\\Microsoft\\Windows NT\\CurrentVersion\\NetworkList`
    const met = (year: number) => {
      const time = Buffer.alloc(16)
      for (const [at, part] of [year, 5, 1, 3, 10, 0, 0, 0].entries())
        time.writeUInt16LE(part, 2 * at)
      return bytes(time)
    }
    const [home, office, cafe] = ['{AAAA}', '{BBBB}', '{CCCC}']
    await make({
      [`${list}\\Profiles\\${home}`]: { Category: number(1), DateLastConnected: met(2024) },
      [`${list}\\Profiles\\${office}`]: { Category: number(2), DateLastConnected: met(2025) },
      [`${list}\\Profiles\\${cafe}`]: { Category: number(0), DateLastConnected: met(2026) },
      [`${list}\\Profiles\\{DDDD}`]: { Category: number(77), DateLastConnected: met(2030) },
      [`${list}\\Signatures\\Unmanaged\\0101`]: {
        ProfileGuid: text(home.toLowerCase()),
        DefaultGatewayMac: bytes(Buffer.from('d45d647c1d08', 'hex')),
      },
      [`${list}\\Signatures\\Managed\\0102`]: {
        ProfileGuid: text(office),
        DefaultGatewayMac: bytes(Buffer.from('6e586e706944', 'hex')),
      },
    })
    const of = async (...gateways: readonly string[]) =>
      value(await readNetworkCategory({ isConnected: true, gateways }))
    assert.equal(await of('D45D647C1D08'), 'private')
    assert.equal(await of('6E586E706944'), 'domain')
    assert.equal(await of('6E586E706944', 'D45D647C1D08'), 'private')
    assert.equal(await of('000000000000'), 'public')
    assert.equal(value(await readNetworkCategory({ isConnected: false, gateways: [] })), null)
  })

  test('rules of the firewall that let Apple’s programs in are told with their networks', async () => {
    const rules = `${HKLM}\\System\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules`
    const iTunes = '%ProgramFiles%\\iTunes\\iTunes.exe'
    const rule = (more: string) => text(`v2.30|Action=Allow|Active=TRUE|Dir=In|${more}`)
    await make({
      [rules]: {
        one: rule(`Profile=Private|App=${iTunes}|`),
        two: rule(`Profile=Domain|App=${iTunes}|`),
        off: rule(`App=${iTunes}|`).replace('Active=TRUE', 'Active=FALSE'),
        out: rule(`App=${iTunes}|`).replace('Dir=In', 'Dir=Out'),
        narrow: rule(`RA4=10.0.0.1|App=${iTunes}|`),
        bonjour: rule('App=C:\\Program Files\\Bonjour\\mDNSResponder.exe|'),
        other: rule('App=C:\\Games\\game.exe|'),
        broken: text('v2.30|Action'),
      },
    })
    assert.deepEqual(
      // Other tests of this run have rules of their own elsewhere.
      value(await readLetIn())
        .filter(({ program }) => program.startsWith('C:\\Program Files\\'))
        .sort((a, b) => (a.program < b.program ? -1 : 1)),
      [
        { program: 'C:\\Program Files\\Bonjour\\mDNSResponder.exe', categories: [] },
        { program: 'C:\\Program Files\\iTunes\\iTunes.exe', categories: ['private', 'domain'] },
      ],
    )
  })

  test('Bonjour’s library is found in the list of name providers, there or gone', async () => {
    assert.equal(value(await readNameProvider()), null)
    const catalogue = `${HKLM}\\System\\CurrentControlSet\\Services\\WinSock2\\Parameters\\NameSpace_Catalog5\\Catalog_Entries64`
    await make({
      [`${catalogue}\\000000000001`]: { LibraryPath: text('%SystemRoot%\\System32\\winrnr.dll') },
      [`${catalogue}\\000000000002`]: { LibraryPath: number(3) },
      [`${catalogue}\\000000000003`]: {
        DisplayString: text('mdnsNSP'),
        LibraryPath: text('C:\\Program Files\\Bonjour\\MDNSNSP.dll'),
      },
    })
    assert.deepEqual(value(await readNameProvider()), {
      path: 'C:\\Program Files\\Bonjour\\MDNSNSP.dll',
      isThere: { state: 'known', value: false },
    })
  })

  test('Safe Mode and LSA protection are told as Windows notes them', async () => {
    const control = `${HKLM}\\System\\CurrentControlSet\\Control`
    assert.equal(value(await readWindowsFacts()).isSafeMode, false)
    await make({
      [`${control}\\SafeBoot\\Option`]: { OptionValue: number(2) },
      [`${control}\\Lsa`]: { RunAsPPL: number(1) },
      [`${HKLM}\\Software\\Microsoft\\Windows NT\\CurrentVersion`]: {
        EditionID: text('ProfessionalN'),
      },
    })
    // These two Wine needs itself.
    made.splice(-2)
    const facts = value(await readWindowsFacts())
    assert.equal(facts.isSafeMode, true)
    assert.deepEqual(facts.isLsaProtected, { state: 'known', value: true })
    assert.equal(facts.editionId, 'ProfessionalN')
    assert.ok(Date.parse(facts.startedAtUtc ?? '') <= Date.now())
    await run('reg', ['delete', `${control}\\Lsa`, '/v', 'RunAsPPL', '/f'])
  })

  test('a program of another maker is noticed by its service, driver, process or adapter', async () => {
    await run('sc', ['create', 'PortmasterCore', 'binPath=', 'C:\\x.exe', 'start=', 'auto'])
    await make({
      [`${HKLM}\\System\\CurrentControlSet\\Services\\VBoxUSBMon`]: {
        Type: number(1),
        Start: number(1),
      },
    })
    try {
      const found = value(
        await findOtherMakers({
          services: await listServices(),
          processNames: known(['SRCDS.exe', 'srcds.exe', 'notepad.exe']),
          adapters: known([{ description: 'sing-tun Tunnel', kind: 'tunnel', isUp: true }]),
        }),
      )
      const brief = found.map((one) => [one.id, one.by, one.subject, one.isRunning].join(' '))
      assert.deepEqual(brief, [
        'portmaster service PortmasterCore false',
        'virtualbox service VBoxUSBMon false',
        'source-server process SRCDS.exe true',
        'sing-box adapter sing-tun Tunnel true',
      ])
    } finally {
      await run('sc', ['delete', 'PortmasterCore'])
    }
  })

  test('Apple’s drivers are found in the store and as services, with the newest version', async () => {
    const store = await mkdtemp(join(tmpdir(), 'store-'))
    const put = async (folder: string, name: string, content: Buffer | string) => {
      await mkdir(join(store, folder))
      await writeFile(join(store, folder, name), content)
    }
    await put(
      'usbaapl64.inf_amd64_11',
      'usbaapl64.inf',
      '[Version]\r\nDriverVer=01/01/2010,6.0.9999.65\r\n',
    )
    await put(
      'usbaapl64.inf_amd64_22',
      'usbaapl64.inf',
      Buffer.from('\ufeff[Version]\r\nDriverVer = 05/19/2017, 6.0.9999.69 ; x\r\n', 'utf16le'),
    )
    await put('appleusb.inf_amd64_33', 'appleusb.inf', 'no version')
    await put('notapple.inf_amd64_44', 'notapple.inf', 'DriverVer=01/01/2020,1.0')
    await make({
      [`${HKLM}\\System\\CurrentControlSet\\Services\\AppleLowerFilter`]: { Type: number(1) },
    })
    assert.deepEqual(value(await readAppleDrivers(undefined, store)), [
      { name: 'usbaapl64', version: '6.0.9999.69', isInStore: true, isService: false },
      { name: 'appleusb', version: null, isInStore: true, isService: false },
      { name: 'AppleLowerFilter', version: null, isInStore: false, isService: true },
    ])
    await rm(store, { recursive: true })
  })
}

test('pairing records are counted and dated; the PC’s own identity is none of them, nor is a link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lockdown-'))
  const id = '00008030-000A11112222333A'
  await writeFile(join(folder, `${id}.plist`), 'x')
  await writeFile(join(folder, `${'a'.repeat(40)}.plist`), 'x')
  await writeFile(join(folder, 'SystemConfiguration.plist'), 'x')
  await writeFile(join(folder, 'notes.txt'), 'x')
  await utimes(
    join(folder, `${id}.plist`),
    new Date('2024-02-29T12:00:00Z'),
    new Date('2024-02-29T12:00:00Z'),
  )
  const found = value(await readPairingFolder(undefined, folder))
  assert.equal(found.records, 2)
  assert.equal(found.oldest, '2024-02-29')
  assert.match(found.newest ?? '', /^\d{4}-\d\d-\d\d$/)
  assert.deepEqual(found.isWritable, { state: 'known', value: true })
  assert.ok(!JSON.stringify(found).includes('333A'))
  await rm(folder, { recursive: true })
  assert.deepEqual(value(await readPairingFolder(undefined, folder)), {
    isThere: false,
    isReadable: false,
    isWritable: { state: 'failed', reason: 'file-missing' },
    records: null,
    oldest: null,
    newest: null,
  })
})

test('backups are counted where they really lie, with their size and the room that is left', async () => {
  const root = await mkdtemp(join(tmpdir(), 'backups-'))
  const [appData, profile] = [join(root, 'AppData'), join(root, 'User')]
  await mkdir(profile)
  const backup = join(appData, 'Apple Computer', 'MobileSync', 'Backup')
  await mkdir(join(backup, '00008030-000A11112222333A', '00'), { recursive: true })
  await mkdir(join(backup, 'b'.repeat(40)))
  await mkdir(join(backup, 'other'))
  await writeFile(join(backup, '00008030-000A11112222333A', '00', 'part'), Buffer.alloc(70_000))
  await writeFile(join(backup, 'b'.repeat(40), 'Info.plist'), Buffer.alloc(30_000))
  const variables = { APPDATA: appData, USERPROFILE: profile }
  let folders = value(await readBackupFolders(variables))
  // The sum goes on behind the first look.
  while (folders.some(({ size }) => size.state === 'skipped')) {
    folders = value(await readBackupFolders(variables))
  }
  const [desktop, store] = folders
  assert.deepEqual(
    [desktop?.isThere, desktop?.isJunction, desktop?.backups, desktop?.size],
    [true, false, 2, { state: 'known', value: 100_000 }],
  )
  assert.ok(desktop?.freeBytes.state === 'known' && desktop.freeBytes.value > 0)
  assert.deepEqual([store?.isThere, store?.isJunction, store?.backups], [false, false, 0])
  await rm(root, { recursive: true })
})

// Wine makes no junctions: there test/electron/win32/devices/backup-folders.test.ts shows the same with links of this system.
if (!isWine) {
  test('a junction is told with its target, there or gone', async () => {
    const root = await mkdtemp(join(tmpdir(), 'backups-'))
    const [profile, disk] = [join(root, 'User'), join(root, 'Disk')]
    const variables = { USERPROFILE: profile }
    await mkdir(join(profile, 'Apple', 'MobileSync'), { recursive: true })
    await mkdir(join(disk, 'Here'), { recursive: true })
    await symlink(join(disk, 'Here'), join(profile, 'Apple', 'MobileSync', 'Backup'), 'junction')
    const [there] = value(await readBackupFolders(variables))
    assert.deepEqual(
      [there?.isThere, there?.isJunction, there?.isTargetThere],
      [true, true, { state: 'known', value: true }],
    )
    assert.match(there?.target ?? '', /Disk\\Here$/)
    await rm(disk, { recursive: true })
    const [gone] = value(await readBackupFolders(variables))
    assert.deepEqual(
      [gone?.isThere, gone?.isJunction, gone?.isTargetThere, gone?.freeBytes],
      [true, true, { state: 'known', value: false }, { state: 'failed', reason: 'file-missing' }],
    )
    assert.match(gone?.target ?? '', /Disk\\Here$/)
    await rm(root, { recursive: true })
  })
}

test('this PC’s own adapters, network and drive are told', async () => {
  const network = value(await readNetwork())
  assert.ok(network.adapters.every(({ description }) => description !== ''))
  const facts = await readNetworkFacts({ signal: new AbortController().signal })
  assert.equal(facts.adapters.state, 'known')
  assert.ok(value(await readSystemDriveFree()) > 0)
  assert.equal((await readDevicePresence()).state, 'known')
  console.log('network:', JSON.stringify(facts))
})
