import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { isInAppleFolder } from '../../../shared/judge/trust/expected-folders.ts'
import { desktopFiles, storeFiles } from '../../../shared/judge/program-files.ts'
import { denied, failed, known } from '../../../shared/model/probe.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'

const entryOf = (name: string) =>
  readCatalogue().processes.find(({ imageName }) => imageName === name)!
const upper = (files: readonly string[]) => files.map((file) => file.toUpperCase())

test('the desktop edition is looked for in its ordinary folders and in recorded ones', () => {
  const places = { ...itunesPlaces, installFolders: known(['D:\\Music\\iTunes\\', '"E:\\Apps"']) }
  const { files, reason } = desktopFiles(entryOf('iTunesHelper.exe'), places)
  expect(reason).toBeNull()
  expect(upper(files)).toEqual(
    expect.arrayContaining([
      'C:\\PROGRAM FILES\\ITUNES\\ITUNESHELPER.EXE',
      'D:\\MUSIC\\ITUNES\\ITUNESHELPER.EXE',
      'E:\\APPS\\ITUNESHELPER.EXE',
    ]),
  )
})

test('a folder that could not be asked for leaves a reason behind, not a shorter answer alone', () => {
  const knownFolders = { ...itunesPlaces.knownFolders, ProgramFiles: denied('needs-admin') }
  const one = desktopFiles(entryOf('iTunesHelper.exe'), { ...itunesPlaces, knownFolders })
  expect(one.reason).toBe('needs-admin')
  const installFolders = failed('windows-error')
  const other = desktopFiles(entryOf('iTunesHelper.exe'), { ...itunesPlaces, installFolders })
  expect(other.reason).toBe('windows-error')
})

test('the Store edition is looked for in the packages that this user has', () => {
  const entry = entryOf('AppleMobileDeviceProcess.exe')
  const familyName = 'AppleInc.iTunes_nzyj5cx40ttqa'
  const fullName = 'AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa'
  const folder = `C:\\Program Files\\WindowsApps\\${fullName}`
  const storePackages = known([{ fullName, familyName, folder: known(folder) }])
  const { files, reason } = storeFiles(entry, { ...itunesPlaces, storePackages })
  expect(reason).toBeNull()
  expect(files).toContain(`${folder}\\AMDS64\\AppleMobileDeviceProcess.exe`)
  expect(storeFiles(entry, itunesPlaces)).toEqual({ files: [], reason: null })
  expect(storeFiles(entry, { ...itunesPlaces, storePackages: denied('needs-admin') })).toEqual({
    files: [],
    reason: 'needs-admin',
  })
})

test('what an installer recorded that is no folder, or a short name, is left out', () => {
  const places = { ...itunesPlaces, installFolders: known(['nonsense', '', 'D:\\MUSICS~1\\x']) }
  const entry = entryOf('iTunesHelper.exe')
  expect(desktopFiles(entry, places)).toEqual(desktopFiles(entry, itunesPlaces))
})

test('Apple’s own folder is told from others, however the path is written', () => {
  const { processes } = readCatalogue()
  const isApples = (path: string) => isInAppleFolder(path, processes, itunesPlaces)
  expect(isApples('C:\\Program Files\\iTunes\\tool.exe')).toBe(true)
  expect(isApples('c:/program files/iPod/bin/x/tool.exe')).toBe(true)
  expect(isApples('C:\\Program Files (x86)\\Bonjour\\tool.exe')).toBe(true)
  expect(isApples('C:\\Program Files\\iTunes2\\tool.exe')).toBe(false)
  expect(isApples('C:\\Program Files\\tool.exe')).toBe(false)
  for (const odd of ['', 'tool.exe', '\\Device\\x', 'C:\\a|b']) expect(isApples(odd)).toBe(false)
})
