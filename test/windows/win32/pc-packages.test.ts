/** Installations as this test notes them in a real registry: does each come out as it was written, of both views and hives? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { pcNeededFiles, pcPackages } from '../../../electron/sources/pc-packages.ts'
import { loadKoffi, type Native } from '../../../electron/win32/bridge/load-koffi.ts'
import { readIsInstalling } from '../../../electron/win32/installed/installer-state.ts'
import type { InstalledPackage } from '../../../shared/model/pc-facts.ts'
import { isWine, program } from './programs.ts'

const run = promisify(execFile)
const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall'
const keys = {
  wide: `HKLM\\SOFTWARE\\${uninstall}`,
  narrow: `HKLM\\SOFTWARE\\WOW6432Node\\${uninstall}`,
  own: `HKCU\\Software\\${uninstall}`,
} as const

const sources = liveSources('en')
const asking = { signal: new AbortController().signal }
const packages = pcPackages(sources)
const known = (value: unknown) => ({ state: 'known', value })

async function read(): Promise<readonly InstalledPackage[]> {
  const found = await packages(asking)
  if (found.state !== 'known') assert.fail(JSON.stringify(found))
  return found.value
}

// A PC's own installations are nobody's to write to: only those of a Wine prefix are.
if (isWine) {
  let folder = ''
  const added: string[] = []

  async function entry(key: string, values: Readonly<Record<string, string>>) {
    added.push(key)
    for (const [name, data] of Object.entries(values)) {
      await run('reg', ['add', key, '/v', name, '/d', data, '/f'])
    }
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pc packages '))
    await mkdir(join(folder, 'Bonjour'))
    await copyFile(
      program('genuine', 'AppleMobileDeviceService.exe'),
      join(folder, 'AppleMobileDeviceService.exe'),
    )
    await entry(`${keys.wide}\\{11111111-2222-3333-4444-555566667777}`, {
      DisplayName: 'iTunes',
      Publisher: 'Apple Inc.',
      DisplayVersion: '12.9.5.5',
      InstallLocation: join(folder, 'gone'),
    })
    await entry(`${keys.narrow}\\{AAAAAAAA-2222-3333-4444-555566667777}`, {
      DisplayName: 'Stöd för Åsa',
      Publisher: 'Apple Inc.',
      DisplayVersion: '17.0',
      InstallLocation: folder,
    })
    // The upgrade code of Apple Mobile Device Support, and the product of above, as Windows Installer packs them.
    const upgrade =
      'HKLM\\SOFTWARE\\Classes\\Installer\\UpgradeCodes\\E6560FC58B3FBD11AB1808E4658D5939'
    await entry(upgrade, { AAAAAAAA222233334444555566667777: '' })
    await entry(`${keys.wide}\\Bonjour`, {
      DisplayName: 'Bonjour',
      Publisher: 'Apple Inc.',
      InstallLocation: join(folder, 'Bonjour'),
    })
    await entry(`${keys.own}\\iCloud`, { DisplayName: 'iCloud Outlook', Publisher: 'Apple Inc.' })
    await entry(`${keys.narrow}\\Support`, {
      DisplayName: 'Apple Application Support (32-bit)',
      Publisher: 'Apple Inc.',
      InstallLocation: 'relative\\folder',
    })
    await entry(`${keys.wide}\\Odd`, { DisplayName: 'Apple \u202Egnp ☠', Publisher: 'APPLE INC' })
    await entry(`${keys.wide}\\Foreign`, { DisplayName: 'Pineapple', Publisher: 'Fruit Ltd' })
    await entry(`${keys.wide}\\Orchard`, {
      DisplayName: 'Orchard',
      Publisher: 'Apple Orchard Games',
    })
    // What the installer's own records say goes before what the entry calls its publisher.
    await entry(`${keys.wide}\\{BBBBBBBB-2222-3333-4444-555566667777}`, {
      DisplayName: 'Mobile support',
      Publisher: 'Our company',
    })
    await entry(upgrade, { BBBBBBBB222233334444555566667777: '' })
  })
  after(async () => {
    for (const key of added) await run('reg', ['delete', key, '/f']).catch(() => undefined)
    await rm(folder, { recursive: true })
  })

  test('each entry has its name, version, view, folder and the version of its main program', async () => {
    const found = new Map((await read()).map((one) => [one.name, one]))
    assert.deepEqual(found.get('iTunes'), {
      id: 'itunes',
      name: 'iTunes',
      version: '12.9.5.5',
      bits: 64,
      hive: 'HKLM',
      folder: join(folder, 'gone'),
      isFolderThere: known(false),
      fileVersion: null,
    })
    const support = found.get('Stöd för Åsa')
    assert.equal(support?.id, 'apple-mobile-device-support')
    assert.equal(support.bits, 32)
    assert.equal(support.folder, folder)
    assert.deepEqual(support.isFolderThere, known(true))
    assert.ok(support.fileVersion !== null, 'the version of its main program')
    assert.deepEqual(
      ['Bonjour', 'iCloud Outlook', 'Apple Application Support (32-bit)', 'Apple \u202Egnp ☠'].map(
        (name) => [found.get(name)?.id, found.get(name)?.hive, found.get(name)?.version],
      ),
      [
        ['bonjour', 'HKLM', null],
        ['icloud', 'HKCU', null],
        ['apple-application-support', 'HKLM', null],
        ['other', 'HKLM', null],
      ],
    )
    assert.deepEqual(found.get('iCloud Outlook')?.isFolderThere, known(null))
    assert.deepEqual(found.get('Apple Application Support (32-bit)')?.isFolderThere, {
      state: 'failed',
      reason: 'unreadable',
    })
    assert.equal(found.has('Pineapple'), false)
    assert.equal(found.has('Orchard'), false)
    assert.equal(found.get('Mobile support')?.id, 'apple-mobile-device-support')
  })

  test('files that a package cannot do without are looked for, and only of packages that are here', async () => {
    const files = await pcNeededFiles(sources, packages)(asking)
    const told = new Map(files.map(({ path, isThere, packageId }) => [path, [packageId, isThere]]))
    const provider = join(folder, 'Bonjour', 'mdnsNSP.dll')
    assert.deepEqual(told.get(provider), ['bonjour', known(false)])
    await writeFile(provider, 'x')
    const after = await pcNeededFiles(sources, packages)(asking)
    assert.deepEqual(after.find(({ path }) => path === provider)?.isThere, known(true))
    assert.deepEqual(
      told.get(
        'C:\\Program Files\\Common Files\\Apple\\Apple Application Support\\CoreFoundation.dll',
      ),
      ['itunes', known(false)],
    )
    const key = `${keys.wide}\\{11111111-2222-3333-4444-555566667777}`
    await run('reg', ['add', key, '/v', 'DisplayVersion', '/d', '12.13.11.1', '/f'])
    const newer = await pcNeededFiles(sources, packages)(asking)
    assert.ok(!newer.some(({ packageId }) => packageId === 'itunes'))
  })

  test('values of a wrong type, of a megabyte and without an end spoil their own entry alone', async () => {
    const key = `${keys.wide}\\Wrong`
    await entry(key, { DisplayName: 'Apple Wrong', Publisher: 'Apple Inc.' })
    await run('reg', ['add', key, '/v', 'DisplayVersion', '/t', 'REG_DWORD', '/d', '7', '/f'])
    await run('reg', ['add', key, '/v', 'InstallLocation', '/t', 'REG_BINARY', '/d', 'ff', '/f'])
    const file = join(folder, 'long.reg')
    const hkey = key.replace('HKLM', 'HKEY_LOCAL_MACHINE')
    const text = [
      'Windows Registry Editor Version 5.00',
      '',
      `[${hkey} 2]`,
      `"DisplayName"="${'Apple'.repeat(200_000)}"`,
      '"Publisher"="Apple Inc."',
      // Without its end.
      '"DisplayVersion"=hex(1):31,00,32',
      '',
    ].join('\r\n')
    await writeFile(file, `\ufeff${text}`, 'utf16le')
    await run('reg', ['import', file])
    added.push(`${key} 2`)
    const found = await read()
    const wrong = found.find(({ name }) => name === 'Apple Wrong')
    assert.deepEqual([wrong?.version, wrong?.folder], [null, null])
    assert.deepEqual(found.find(({ name }) => name === '')?.version, '1')
    assert.ok(found.some(({ name }) => name === 'iTunes'))
  })
}

test('Windows Installer is at work while it holds its mutex, and not when it has let go', () => {
  const koffi = loadKoffi()
  if (!koffi.ok) throw new Error(koffi.failure.detail)
  const library = koffi.value.load('kernel32.dll')
  const P = 'void *'
  const CreateMutexW = library.func('CreateMutexW', P, [P, 'int32', 'str16']) as Native<
    [null, number, string],
    bigint
  >
  const ReleaseMutex = library.func('ReleaseMutex', 'int32', [P]) as Native<[bigint], number>
  const CloseHandle = library.func('CloseHandle', 'int32', [P]) as Native<[bigint], number>
  const name = 'Local\\Process Inspector Test _MSIExecute'
  assert.deepEqual(readIsInstalling(name), known(false))
  const mutex = CreateMutexW(null, 1, name)
  assert.deepEqual(readIsInstalling(name), known(true))
  ReleaseMutex(mutex)
  assert.deepEqual(readIsInstalling(name), known(false))
  CloseHandle(mutex)
})
