import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { expectedFolders, locateProgram } from '../../../../shared/judge/trust/expected-folders.ts'
import type { Places } from '../../../../shared/model/places.ts'
import { denied, known } from '../../../../shared/model/probe.ts'
import { itunesPlaces as pc } from '../../../fixtures/itunes-pc.ts'

const { processes: catalogue } = readCatalogue()
const entryOf = (name: string) => catalogue.find(({ imageName }) => imageName === name)!
const helper = entryOf('iTunesHelper.exe')
const backup = entryOf('AppleMobileBackup.exe')
const device = entryOf('AppleMobileDeviceProcess.exe')

const packageName = 'AppleInc.AppleDevices_1.1540.24088.0_x64__nzyj5cx40ttqa'
const store = (folder: string): Places => ({
  ...pc,
  storePackages: known([
    {
      fullName: packageName,
      familyName: 'AppleInc.AppleDevices_nzyj5cx40ttqa',
      folder: known(folder),
    },
  ]),
})
const where = (entry: typeof helper, path: string, knowledge = pc) => {
  const answer = locateProgram(entry, known(path), knowledge)
  return answer.state === 'expected' ? answer.way : answer.state
}

describe('a path is compared as Windows compares it', () => {
  test.each([
    'C:\\Program Files\\iTunes\\iTunesHelper.exe',
    'c:\\PROGRAM FILES\\itunes\\ITUNESHELPER.EXE',
    'C:/Program Files/iTunes/iTunesHelper.exe',
    '\\\\?\\C:\\Program Files\\iTunes\\iTunesHelper.exe',
    '\\??\\C:\\Program Files\\iTunes\\iTunesHelper.exe',
    'C:\\Program Files\\\\iTunes\\.\\iTunesHelper.exe',
    'C:\\Program Files\\Other\\..\\iTunes\\iTunesHelper.exe',
    'C:\\Program Files (x86)\\iTunes\\iTunesHelper.exe',
  ])('%j is expected', (path) => {
    expect(where(helper, path)).toBe('listed')
  })

  test.each([
    'D:\\Program Files\\iTunes\\iTunesHelper.exe',
    'C:\\Program Files\\iTunes\\Plug-ins\\iTunesHelper.exe',
    'C:\\Program Files\\iTunesHelper.exe',
    'C:\\Users\\me\\AppData\\Local\\Temp\\iTunesHelper.exe',
    // A folder that only looks like Program Files: its name ends in a blank or a dot.
    'C:\\Program Files \\iTunes\\iTunesHelper.exe',
    'C:\\Program Files.\\iTunes\\iTunesHelper.exe',
    'C:\\Program Files\\iTunes \\iTunesHelper.exe',
    'C:\\Program Fıles\\iTunes\\iTunesHelper.exe',
    'C:\\Program Files\\ıTunes\\iTunesHelper.exe',
    '\\\\server\\share\\Program Files\\iTunes\\iTunesHelper.exe',
    '\\\\?\\UNC\\server\\share\\iTunes\\iTunesHelper.exe',
    '\\\\?\\C:\\Program Files\\Other\\..\\iTunes\\iTunesHelper.exe',
  ])('%j is not', (path) => {
    expect(where(helper, path)).toBe('unexpected')
  })

  test.each([
    ['C:\\PROGRA~1\\iTunes\\iTunesHelper.exe', 'short-name'],
    ['\\\\?\\GLOBALROOT\\Device\\HarddiskVolume9\\iTunes\\iTunesHelper.exe', 'no-drive-path'],
    ['\\Device\\HarddiskVolume3\\Program Files\\iTunes\\iTunesHelper.exe', 'no-drive-path'],
    ['', 'no-drive-path'],
    ['iTunesHelper.exe', 'odd-path'],
    ['C:\\Program Files\\iTunes\\iTunesHelper.exe:stream', 'odd-path'],
  ])('%j cannot be told: %s', (path, reason) => {
    expect(locateProgram(helper, known(path), pc)).toEqual({ state: 'unknown', reason })
  })
})

test('both folders for common files are right, whichever one the file was seen in', () => {
  for (const root of ['C:\\Program Files', 'C:\\Program Files (x86)']) {
    const path = `${root}\\Common Files\\Apple\\Mobile Device Support\\AppleMobileBackup.exe`
    expect(where(backup, path)).toBe('listed')
  }
})

test('32-bit Windows has no (x86) folders, and loses nothing by that', () => {
  const old: Places = {
    ...pc,
    knownFolders: {
      ProgramFiles: known('C:\\Program'),
      CommonProgramFiles: known('C:\\Program\\Delade filer'),
      'ProgramFiles(x86)': known(null),
      'CommonProgramFiles(x86)': known(null),
    },
  }
  const updater = entryOf('SoftwareUpdate.exe')
  expect(where(updater, 'C:\\Program\\Apple Software Update\\SoftwareUpdate.exe', old)).toBe(
    'listed',
  )
  const path = 'C:\\Program\\Delade filer\\Apple\\Mobile Device Support\\AppleMobileBackup.exe'
  expect(where(backup, path, old)).toBe('listed')
  expect(expectedFolders(backup, old).reason).toBeNull()
})

describe('a custom folder that the installer recorded', () => {
  const custom = (...folders: string[]): Places => ({
    ...pc,
    installFolders: known(folders),
  })
  test('is fine, with everything below it', () => {
    const knowledge = custom('"D:\\Program\\iTunes\\"')
    expect(where(helper, 'D:\\Program\\iTunes\\iTunesHelper.exe', knowledge)).toBe('installer')
    expect(where(helper, 'D:\\Program\\iTunes\\bin\\iTunesHelper.exe', knowledge)).toBe('installer')
    expect(where(helper, 'D:\\Program\\iTunes2\\iTunesHelper.exe', knowledge)).toBe('unexpected')
  })
  test('may be on a share', () => {
    const knowledge = custom('\\\\server\\apps\\iTunes')
    expect(where(helper, '\\\\SERVER\\apps\\iTunes\\iTunesHelper.exe', knowledge)).toBe('installer')
  })
  test('is not believed where it would make every place right', () => {
    for (const wide of [
      'C:\\',
      'C:',
      'C:\\Program Files',
      'C:\\Program Files\\',
      '',
      '\\\\server\\apps\\',
    ]) {
      const path = 'C:\\Program Files\\Other\\iTunesHelper.exe'
      expect(where(helper, path, custom(wide)), wide).toBe('unexpected')
    }
  })
  test('in its short form leaves the matter open', () => {
    expect(where(helper, 'D:\\My Programs\\iTunesHelper.exe', custom('D:\\MYPROG~1'))).toBe(
      'unknown',
    )
  })
})

describe("a Store package's folder", () => {
  const own = `C:\\Program Files\\WindowsApps\\${packageName}`
  test('is expected in the one WindowsApps that only Windows writes to, recorded or not', () => {
    for (const path of [`${own}\\AppleMobileDeviceProcess.exe`, `${own}\\AMDS64\\x.exe`]) {
      for (const knowledge of [pc, store(own), { ...pc, storePackages: denied('needs-admin') }]) {
        expect(locateProgram(device, known(path), knowledge)).toEqual({
          state: 'expected',
          way: 'store',
          isProtected: true,
        })
      }
    }
  })
  test('on another drive is expected when Windows recorded it', () => {
    const moved = `D:\\WindowsApps\\${packageName}`
    const path = `${moved}\\AppleMobileDeviceProcess.exe`
    expect(locateProgram(device, known(path), store(moved))).toEqual({
      state: 'expected',
      way: 'store',
      isProtected: false,
    })
    expect(where(device, path)).toBe('unexpected')
    expect(where(device, path, { ...pc, storePackages: denied('needs-admin') })).toBe('unknown')
  })
  test('is never one that the user wrote into the list of packages', () => {
    const planted = 'C:\\Users\\me\\AppleInc.AppleDevices'
    expect(where(device, `${planted}\\AppleMobileDeviceProcess.exe`, store(planted))).toBe(
      'unexpected',
    )
  })
  test.each([
    'AppleInc.AppleDevices_1.1540.24088.0_x64__8wekyb3d8bbwe',
    'NotApple.AppleDevices_1.1540.24088.0_x64__nzyj5cx40ttqa',
    'AppleInc.AppleDevices',
    'AppleInc.AppleDevices_1.1_x64__nzyj5cx40ttqa',
    `${packageName}_more`,
  ])('named %s is not one of Apple', (name) => {
    expect(where(device, `C:\\Program Files\\WindowsApps\\${name}\\x.exe`)).toBe('unexpected')
  })
})

test('what is not known about the PC is not held against the program', () => {
  const blind: Places = {
    ...pc,
    knownFolders: { ...pc.knownFolders, ProgramFiles: denied('needs-admin') },
  }
  expect(locateProgram(helper, known('E:\\x\\iTunesHelper.exe'), blind)).toEqual({
    state: 'unknown',
    reason: 'needs-admin',
  })
  const noRecord = { ...pc, installFolders: denied('needs-admin') }
  expect(where(helper, 'E:\\x\\iTunesHelper.exe', noRecord)).toBe('unknown')
  expect(locateProgram(helper, denied('needs-admin'), pc)).toEqual({
    state: 'unknown',
    reason: 'needs-admin',
  })
  const unlisted = entryOf('AMPDeviceDiscoveryAgent.exe')
  expect(locateProgram(unlisted, known('E:\\x\\AMPDeviceDiscoveryAgent.exe'), pc)).toEqual({
    state: 'unknown',
    reason: 'no-known-folder',
  })
})

test('every folder of the catalogue is one that can be expanded', () => {
  for (const entry of catalogue) {
    const wanted = entry.folders.filter(({ path }) => !path.startsWith('%StorePackage:'))
    expect(expectedFolders(entry, pc).folders.length, entry.id).toBeGreaterThanOrEqual(
      wanted.length === 0 ? 0 : 1,
    )
    for (const { path } of wanted) {
      const folder = path.replace(/^%(.+?)%/, (_, name: keyof Places['knownFolders']) => {
        const root = pc.knownFolders[name]
        return root.state === 'known' ? (root.value ?? '') : ''
      })
      expect(where(entry, `${folder}\\${entry.imageName}`), path).toBe('listed')
    }
  }
})

test('no path whatever breaks the comparison', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  fc.assert(
    fc.property(text, text, text, (path, recorded, root) => {
      const knowledge: Places = {
        ...store(recorded),
        installFolders: known([recorded, root]),
        knownFolders: { ...pc.knownFolders, ProgramFiles: known(root) },
      }
      for (const form of [path, `C:\\${path}`, `\\\\?\\${path}`, `C:\\x\\WindowsApps\\${path}`]) {
        locateProgram(helper, known(form), knowledge)
      }
    }),
  )
})
