/** What real PCs wrote into their registries, written into this one: do the readers make of it what it was there? */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { pcPackages } from '../../../electron/sources/pc-packages.ts'
import { pcStartup } from '../../../electron/sources/pc-startup.ts'
import { readAppleDrivers } from '../../../electron/win32/devices/apple-drivers.ts'
import { readAppleDevices } from '../../../electron/win32/devices/apple-devices.ts'
import { readRunKeys } from '../../../electron/win32/startup/autostart.ts'
import { readNameProvider } from '../../../electron/win32/network/name-provider.ts'
import { known, type Probe } from '../../../shared/model/probe.ts'
import {
  appleSetupFile,
  broughtAlong,
  iPhoneNodes,
  iPhoneOfWinUsb,
  runEntries,
  winsock,
} from '../../fixtures/recorded-registry.ts'
import { isWine } from './programs.ts'
import { deleteKeys, number, text, texts, writeKeys, type Values } from './registry-file.ts'

const HKLM = 'HKEY_LOCAL_MACHINE'
const control = `${HKLM}\\System\\CurrentControlSet`
const current = 'Software\\Microsoft\\Windows\\CurrentVersion'

const asking = { signal: new AbortController().signal }

function value<T>(probe: Probe<T>): T {
  if (probe.state !== 'known') assert.fail(JSON.stringify(probe))
  return probe.value
}

/** Taken away at once: all files of this folder run in one process and one registry. */
async function withKeys(keys: Readonly<Record<string, Values>>, use: () => Promise<void>) {
  await writeKeys(keys)
  try {
    await use()
  } finally {
    await deleteKeys(Object.keys(keys).reverse())
  }
}

if (isWine) {
  test('an iPhone with Apple’s newer driver, its pictures and its own part, is one device', async () => {
    const { pictures, stack, name } = iPhoneNodes
    const [service, filter] = stack
    const classes = `${control}\\Control\\Class`
    // Its own serial number is on no page; the prefix is that of its pictures.
    const itself = `${control}\\Enum\\USB\\VID_05AC&PID_12A8\\INSPECTORRECORDED`
    const composite = '{36fc9e60-c465-11cf-8056-444553540000}\\0099'
    const winUsb = '{88bae032-5a81-49f0-bc3d-a4ff138216d6}\\0099'
    const prefix = '6&3207768b&1'
    const mux = `${control}\\Enum\\USB\\VID_05AC&PID_12A8&MI_01\\${prefix}&0001`
    await withKeys(
      {
        [itself]: {
          Service: text(service),
          Driver: text(composite),
          LowerFilters: texts(filter),
          ParentIdPrefix: text(prefix),
        },
        [`${control}\\Enum\\${pictures.id}`]: {
          ClassGUID: text(pictures.classGuid),
          Driver: text(pictures.driver),
          ConfigFlags: number(pictures.configFlags),
          DeviceDesc: text(pictures.description),
        },
        [mux]: { Service: text(iPhoneOfWinUsb.service), Driver: text(winUsb) },
        [`${classes}\\${composite}`]: {
          DriverDesc: text(name),
          ProviderName: text('Apple, Inc.'),
          InfPath: text('appleusb.inf'),
        },
        [`${classes}\\${winUsb}`]: {
          DriverDesc: text(iPhoneOfWinUsb.name),
          ProviderName: text('Apple, Inc.'),
          InfPath: text('appleusb.inf'),
        },
      },
      async () => {
        const present = new Set(
          [itself, `${control}\\Enum\\${pictures.id}`, mux].map((key) =>
            key.slice(`${control}\\Enum\\`.length).toUpperCase(),
          ),
        )
        const devices = value(
          await readAppleDevices(undefined, () =>
            Promise.resolve(known({ ids: present, problemOf: () => 0, hubsBefore: () => 0 })),
          ),
        )
        assert.deepEqual(
          devices.filter(({ isPresent }) => isPresent),
          [
            {
              ...{ kind: 'iphone', isPresent: true, class: 'winusb' },
              ...{ driverName: iPhoneOfWinUsb.name, provider: 'Apple, Inc.', inf: 'appleusb.inf' },
              ...{ problemCode: 0, hubsBetween: 0 },
            },
          ],
        )
      },
    )
  })

  test('Apple’s setup file in a driver store gives the version that it states', async () => {
    const store = await mkdtemp(join(tmpdir(), 'recorded store '))
    try {
      for (const folder of ['usbaapl.inf_amd64_0f', 'usbaapl.inf_amd64_1e']) {
        await mkdir(join(store, folder))
      }
      const file = join(store, 'usbaapl.inf_amd64_0f', 'usbaapl.inf')
      await writeFile(file, appleSetupFile.head.join('\r\n'), 'latin1')
      const found = value(await readAppleDrivers(undefined, store))
      assert.deepEqual(
        found.find((one) => one.name === 'usbaapl'),
        { name: 'usbaapl', version: appleSetupFile.version, isInStore: true, isService: false },
      )
    } finally {
      await rm(store, { recursive: true })
    }
  })

  test('the list of name providers is the one that Winsock’s parameters name', async () => {
    const parameters = `${control}\\Services\\WinSock2\\Parameters`
    // Before those that other files of this process leave until the end.
    const entries = `${parameters}\\NameSpace_Catalog5\\Catalog_Entries64\\000000000000`
    const library = 'C:\\Program Files (x86)\\Bonjour\\mdnsNSP.dll'
    await writeKeys({
      [parameters]: Object.fromEntries(
        Object.entries(winsock.values).map(([name, data]) => [name, text(data)]),
      ),
    })
    await withKeys({ [entries]: { LibraryPath: text(library) } }, async () => {
      assert.equal(value(await readNameProvider())?.path, library)
    })
  })

  test('packages that another company’s installer brought along are Apple’s, and its own is not', async () => {
    const uninstall = `${HKLM}\\${current}\\Uninstall`
    const { entries, publisher, other } = broughtAlong
    const [otherKey, otherName, otherMaker] = other
    await withKeys(
      {
        ...Object.fromEntries(
          entries.map(([key, name, version]) => [
            `${uninstall}\\${key}`,
            {
              DisplayName: text(name),
              DisplayVersion: text(version),
              Publisher: text(publisher),
            },
          ]),
        ),
        [`${uninstall}\\${otherKey}`]: {
          DisplayName: text(otherName),
          Publisher: text(otherMaker),
        },
      },
      async () => {
        const found = value(await pcPackages(liveSources('en'))(asking))
        const told = new Map(found.map(({ name, id, version }) => [name, [id, version]]))
        assert.deepEqual(
          entries.map(([, name]) => told.get(name)),
          [
            ['apple-mobile-device-support', '15.6.0.32'],
            ['bonjour', '3.1.0.1'],
            ['other', '12.11.3.7'],
          ],
        )
        assert.equal(told.has(otherName), false)
      },
    )
  })

  test('entries of Run keys are told as they were written, with where they lead', async () => {
    const key = `${HKLM}\\${current}\\Run`
    const named = runEntries.map(({ name, command }, at) => [`${name} R${String(at)}`, command])
    await writeKeys({
      [key]: Object.fromEntries(named.map(([name = '', command = '']) => [name, text(command)])),
    })
    try {
      const sources = liveSources('en')
      const { items } = await pcStartup({
        ...sources,
        autostart: ({ signal }) => readRunKeys(signal),
      })(asking)
      for (const [name = '', command = ''] of named) {
        const item = items.find((one) => one.place === 'run-key' && one.name === name)
        assert.ok(item, name)
        assert.equal(value(item.command), command)
        assert.equal(item.target, command.replace(/^"([^"]+)".*$/, '$1'))
        assert.deepEqual(item.isTargetThere, known(false))
        assert.equal(item.maker, 'unknown')
      }
    } finally {
      await writeKeys({ [key]: Object.fromEntries(named.map(([name = '']) => [name, '-'])) })
    }
  })
}
