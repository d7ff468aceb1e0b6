/** Is a path to another computer known as such, however it is written, and none of this PC's taken for one? */
import { expect, test } from 'vitest'
import { isNetworkPath } from '../../../../electron/win32/files/network-path.ts'

const devices: Readonly<Record<string, string>> = {
  'C:': '\\Device\\HarddiskVolume3',
  'F:': '\\??\\C:\\Folder',
  'G:': '\\??\\UNC\\server\\share',
  'H:': '\\??\\Z:\\folder',
  'L:': '\\??\\L:',
  'W:': '\\Device\\WebDavRedirector\\;W:00000000000abcde\\server@SSL\\dav',
  'Y:': '\\Device\\Mup\\;LanmanRedirector\\;Y:0000000000012345\\server\\share',
  'Z:': '\\Device\\LanmanRedirector\\;Z:0000000000012345\\server\\share',
}
const isNetwork = (path: string) => isNetworkPath(path, (drive) => devices[drive] ?? '')

test.each([
  '\\\\server\\share\\x.exe',
  '//server/share/x.exe',
  '\\\\?\\UNC\\server\\share\\x.exe',
  '\\\\.\\UNC\\server\\share\\x.exe',
  '\\??\\UNC\\server\\share\\x.exe',
  '\\\\?\\GLOBALROOT\\Device\\Mup\\server\\share\\x.exe',
  '\\\\?\\GLOBALROOT\\Device\\LanmanRedirector\\server\\share\\x.exe',
  'Z:\\x.exe',
  'z:\\x.exe',
  '\\\\?\\Z:\\x.exe',
  'Y:\\x.exe',
  'W:\\x.exe',
  'G:\\x.exe',
  'H:\\x.exe',
])('%s lies on another computer', (path) => {
  expect(isNetwork(path)).toBe(true)
})

test.each([
  'C:\\Program Files\\iTunes\\iTunes.exe',
  '\\\\?\\C:\\Program Files \\x.exe',
  '\\\\?\\GLOBALROOT\\Device\\HarddiskVolume9\\x.exe',
  '\\\\?\\Volume{6f1d2d4e-0000-0000-0000-100000000000}\\x.exe',
  'F:\\x.exe',
  'L:\\a drive that stands for itself.exe',
  'Q:\\no such drive.exe',
  'x.exe',
  '',
])('%s lies on this PC, or nowhere', (path) => {
  expect(isNetwork(path)).toBe(false)
})
