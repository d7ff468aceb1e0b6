/** What the program tells of services, start-up and installations, beside what Windows's own sc, wmic and reg say of the same ones. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { pcPackages } from '../../../electron/sources/pc-packages.ts'
import { pcServices } from '../../../electron/sources/pc-services.ts'
import { pcStartup } from '../../../electron/sources/pc-startup.ts'
import { readAppleDrivers } from '../../../electron/win32/devices/apple-drivers.ts'
import { readRunKeys } from '../../../electron/win32/startup/autostart.ts'
import { listServices } from '../../../electron/win32/processes/services.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { isWine } from './programs.ts'
import { deleteKeys, number, text, writeKeys } from './registry-file.ts'

const run = promisify(execFile)
const HKLM = 'HKEY_LOCAL_MACHINE'
const servicesKey = `${HKLM}\\System\\CurrentControlSet\\Services`
const version = 'Software\\Microsoft\\Windows\\CurrentVersion'

const asking = { signal: new AbortController().signal }
const standIn = process.env['INSPECTOR_SERVICE']

function value<T>(probe: Probe<T>): T {
  if (probe.state !== 'known') assert.fail(JSON.stringify(probe))
  return probe.value
}

/** A table of columns of a fixed width, as UTF-16. */
async function wmic(path: string, ...columns: readonly string[]) {
  const args = ['path', path, 'get', columns.join(',')]
  const { stdout } = await run('wmic', args, { encoding: 'utf16le' })
  const [head = '', ...rows] = stdout
    .replace(/^\uFEFF/, '')
    .split(/\r*\n/)
    .filter((line) => line.trim() !== '')
  const starts = [...head.matchAll(/\S+/g)].map(({ index }) => index)
  const names = head.trim().split(/\s+/)
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, at) => [name, row.slice(starts[at], starts[at + 1]).trim()] as const),
    ),
  )
}

/** `    Start    REG_DWORD    0x3`. Undefined where there is no such value. Signs beyond ASCII come as question marks. */
async function reg(key: string, name: string): Promise<string | undefined> {
  const { stdout } = await run('reg', ['query', key, '/v', name]).catch(() => ({ stdout: '' }))
  return /^\s+.*?\s{4}REG_\w+\s{4}(.*?)\r*$/m.exec(stdout)?.[1]
}

async function sc(keyName: string) {
  const { stdout } = await run('sc', ['query', keyName])
  const numberOf = (name: string) => Number(new RegExp(`${name}\\s*:\\s*(\\d+)`).exec(stdout)?.[1])
  return {
    state: /STATE\s*:\s*\d+\s+(\w+)/.exec(stdout)?.[1],
    code: numberOf('WIN32_EXIT_CODE'),
    ownCode: numberOf('SERVICE_EXIT_CODE'),
  }
}

const scStates: Readonly<Record<string, string>> = {
  ...{ running: 'RUNNING', stopped: 'STOPPED', paused: 'PAUSED' },
  ...{ 'start-pending': 'START_PENDING', 'stop-pending': 'STOP_PENDING' },
}
/** Wine's has no word for a service that is paused. */
const wmicStates: Readonly<Record<string, string>> = {
  ...{ running: 'Running', stopped: 'Stopped', paused: 'Unknown' },
  ...{ 'start-pending': 'Start Pending', 'stop-pending': 'Stop Pending' },
}
const wmicModes: Readonly<Record<string, string>> = {
  ...{ automatic: 'Auto', manual: 'Manual', disabled: 'Disabled' },
  ...{ boot: 'Boot', system: 'System' },
}
const startNumbers: Readonly<Record<string, string>> = {
  ...{ automatic: '0x2', manual: '0x3', disabled: '0x4' },
}

/** Names beyond ASCII are for another test: sc writes none of them. With the words that the stand-in obeys, the state that it comes to, and what sc is told beside its command line. */
const made = [
  ['Inspector T right', '', 'RUNNING', ['start=', 'auto']],
  ['Inspector T manual', '', null, ['start=', 'demand']],
  ['Inspector T disabled', '', null, ['start=', 'disabled']],
  ['Inspector T paused', ' pauses', 'PAUSED', ['start=', 'demand']],
  ['Inspector T failed', ' fails', 'STOPPED', ['start=', 'demand']],
  ['Inspector T hanging', ' hangs', 'START_PENDING', ['start=', 'demand']],
  ['Inspector T other', '', null, ['start=', 'demand', 'obj=', 'NT AUTHORITY\\NetworkService']],
  ['Inspector T %x% (1) & <b>', '', null, ['start=', 'demand', 'DisplayName=', 'Ö "q" 音']],
] as const

if (isWine && standIn !== undefined) {
  describe('beside Windows’s own tools', () => {
    test('every service is told as sc, wmic and reg tell it', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'pc tools '))
      const file = join(folder, 'Apple', 'stand in.exe')
      await mkdir(join(folder, 'Apple'))
      await copyFile(standIn, file)
      try {
        for (const [keyName, words, state, more] of made) {
          await run('sc', ['create', keyName, 'binPath=', `"${file}"${words}`, ...more])
          if (state === null) continue
          await run('sc', ['start', keyName]).catch(() => undefined)
          while ((await sc(keyName)).state !== state) await delay(50)
        }
        const gone = 'Inspector T gone'
        await run('sc', ['create', gone, 'binPath=', join(folder, 'Apple', 'gone.exe')])
        const found = new Map(
          value(await pcServices(liveSources('en'))(asking)).map((one) => [one.keyName, one]),
        )
        const rows = new Map(
          (await wmic('Win32_Service', 'Name', 'ProcessId', 'StartMode', 'State')).map((row) => [
            row['Name'] ?? '',
            row,
          ]),
        )
        for (const keyName of [...made.map(([name]) => name), gone]) {
          const one = found.get(keyName)
          assert.ok(one, keyName)
          const state = value(one.state)
          const setUp = value(one.setUp)
          const told = await sc(keyName)
          assert.equal(told.state, scStates[state], keyName)
          assert.deepEqual(value(one.lastExit), { code: told.code, ownCode: told.ownCode }, keyName)
          const row = rows.get(keyName)
          assert.deepEqual(
            [row?.['State'], row?.['StartMode'], Number(row?.['ProcessID'])],
            [wmicStates[state], wmicModes[setUp.startType], one.pid ?? 0],
            keyName,
          )
          const key = `${servicesKey}\\${keyName}`
          assert.deepEqual(
            [await reg(key, 'ImagePath'), await reg(key, 'ObjectName'), await reg(key, 'Start')],
            [setUp.imagePath, setUp.account, startNumbers[setUp.startType]],
            keyName,
          )
        }
      } finally {
        for (const [keyName] of [...made, ['Inspector T gone'] as const]) {
          await run('sc', ['stop', keyName]).catch(() => undefined)
          await run('sc', ['delete', keyName]).catch(() => undefined)
        }
        await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 })
      }
    })

    test('the seven states of a service are seven things, each beside what sc and reg say of it', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'pc states '))
      const file = join(folder, 'Apple', 'stand in.exe')
      await mkdir(join(folder, 'Apple'))
      await copyFile(standIn, file)
      const create = (keyName: string, ...more: readonly string[]) =>
        run('sc', ['create', keyName, 'binPath=', ...more])
      const startUntil = async (keyName: string, state: string) => {
        await run('sc', ['start', keyName]).catch(() => undefined)
        while ((await sc(keyName)).state !== state) await delay(50)
      }
      // One of Apple's names, so that it is looked at whatever its command line is.
      const [missing, unreadable] = ['Bonjour Service', 'iPod Service']
      const names = ['disabled', 'stopped', 'paused', 'hanging', 'gone'].map(
        (state) => `Inspector S ${state}`,
      )
      const [disabled = '', stopped = '', paused = '', hanging = '', gone = ''] = names
      try {
        await create(disabled, `"${file}"`, 'start=', 'disabled')
        await create(stopped, `"${file}"`, 'start=', 'demand')
        await create(paused, `"${file}" pauses`, 'start=', 'demand')
        await startUntil(paused, 'PAUSED')
        await create(hanging, `"${file}" hangs`, 'start=', 'demand')
        await startUntil(hanging, 'START_PENDING')
        await create(gone, `"${join(folder, 'Apple', 'gone.exe')}"`, 'start=', 'demand')
        await create(unreadable, `"${file}"`, 'start=', 'demand')
        await writeKeys({ [`${servicesKey}\\${unreadable}`]: { ImagePath: number(7) } })

        const found = new Map(
          value(await pcServices(liveSources('en'))(asking)).map((one) => [one.keyName, one]),
        )
        assert.equal(found.has(missing), false)
        assert.equal((await sc(missing).catch(() => ({ state: undefined }))).state, undefined)
        const told = [...names, unreadable].map((keyName) => {
          const one = found.get(keyName)
          assert.ok(one, keyName)
          return [
            one.state.state === 'known' ? one.state.value : one.state.reason,
            one.setUp.state === 'known' ? one.setUp.value.startType : one.setUp.reason,
            one.isProgramThere.state === 'known' ? one.isProgramThere.value : 'not known',
          ].join(', ')
        })
        assert.deepEqual(told, [
          'stopped, disabled, true',
          'stopped, manual, true',
          'paused, manual, true',
          'start-pending, manual, true',
          'stopped, manual, false',
          'stopped, unreadable, not known',
        ])
        assert.deepEqual(
          await Promise.all([...names, unreadable].map(async (name) => (await sc(name)).state)),
          ['STOPPED', 'STOPPED', 'PAUSED', 'START_PENDING', 'STOPPED', 'STOPPED'],
        )
        assert.equal(await reg(`${servicesKey}\\${disabled}`, 'Start'), '0x4')
        assert.equal(await reg(`${servicesKey}\\${unreadable}`, 'ImagePath'), '0x7')
        // Windows's own, which Apple's installers need.
        assert.ok([...found.keys()].some((keyName) => /^msiserver$/i.test(keyName)))
      } finally {
        for (const keyName of [...names, unreadable]) {
          await run('sc', ['stop', keyName]).catch(() => undefined)
          await run('sc', ['delete', keyName]).catch(() => undefined)
        }
        await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 100 })
      }
    })

    test('the list of services is wmic’s, drivers left out', async () => {
      const ours = value(await listServices())
      const theirs = await wmic('Win32_Service', 'Name', 'State')
      const names = new Set(theirs.map((row) => row['Name']))
      for (const { keyName } of ours) assert.ok(names.has(keyName), keyName)
      assert.ok(ours.length > 5)
    })

    test('uninstall entries of both views and the user’s own are told as reg tells them', async () => {
      const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall'
      const keys = {
        [`${HKLM}\\Software\\${uninstall}\\Inspector T 64`]: [64, 'HKLM'],
        [`${HKLM}\\Software\\Wow6432Node\\${uninstall}\\Inspector T 32`]: [32, 'HKLM'],
        [`HKEY_CURRENT_USER\\Software\\${uninstall}\\Inspector T own`]: [64, 'HKCU'],
      } as const
      const names = Object.keys(keys)
      await writeKeys(
        Object.fromEntries(
          names.map((key, at) => [
            key,
            {
              DisplayName: text(`Apple Inspector ${String(at)}`),
              Publisher: text('Apple Inc.'),
              DisplayVersion: text(`${String(at)}.7.1`),
              InstallLocation: text('C:\\Program Files\\Inspector T'),
            },
          ]),
        ),
      )
      try {
        const found = value(await pcPackages(liveSources('en'))(asking))
        for (const [key, [bits, hive]] of Object.entries(keys)) {
          const name = await reg(key, 'DisplayName')
          const one = found.find((each) => each.name === name)
          assert.ok(one, key)
          assert.deepEqual([one.bits, one.hive], [bits, hive])
          assert.equal(await reg(key, 'DisplayVersion'), one.version)
          assert.equal(await reg(key, 'InstallLocation'), one.folder)
        }
      } finally {
        await deleteKeys(names)
      }
    })

    test('Run keys of both hives and views are told as reg tells them', async () => {
      const keys = {
        [`HKEY_CURRENT_USER\\${version}\\Run`]: ['HKCU', '64-bit'],
        [`${HKLM}\\${version}\\Run`]: ['HKLM', '64-bit'],
        [`${HKLM}\\Software\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Run`]: [
          'HKLM',
          '32-bit',
        ],
      } as const
      const command = '"C:\\Program Files\\iTunes\\iTunesHelper.exe" -x'
      await writeKeys(
        Object.fromEntries(
          Object.keys(keys).map((key) => [key, { 'Inspector T iTunes': text(command) }]),
        ),
      )
      try {
        const sources = liveSources('en')
        const facts = await pcStartup({
          ...sources,
          autostart: ({ signal }) => readRunKeys(signal),
        })(asking)
        for (const [key, [hive, view]] of Object.entries(keys)) {
          const one = facts.items.find(
            (each) =>
              each.name === 'Inspector T iTunes' &&
              each.key?.hive === hive &&
              each.key.view === view,
          )
          assert.ok(one, key)
          assert.equal(await reg(key, 'Inspector T iTunes'), value(one.command))
        }
      } finally {
        for (const key of Object.keys(keys)) {
          await run('reg', ['delete', key, '/v', 'Inspector T iTunes', '/f'])
        }
      }
    })

    test('a driver that is set up as a service is one where reg finds its key', async () => {
      const key = `${servicesKey}\\USBAAPL64`
      const isThere = async () =>
        value(await readAppleDrivers()).some((one) => one.name === 'usbaapl64' && one.isService)
      assert.equal(await isThere(), (await reg(key, 'Type')) !== undefined)
      await writeKeys({ [key]: { Type: number(1), Start: number(3) } })
      try {
        assert.equal(await reg(key, 'Type'), '0x1')
        assert.equal(await isThere(), true)
      } finally {
        await deleteKeys([key])
      }
    })
  })
}
