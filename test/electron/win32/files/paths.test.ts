/** Are native paths, command lines of services and package names taken apart rightly? */
import { describe, expect, it } from 'vitest'
import { drivePathOf } from '../../../../electron/win32/files/native-path.ts'
import { programOfService } from '../../../../electron/win32/processes/service-program.ts'
import { familyOf } from '../../../../electron/win32/installed/store-packages.ts'

describe('drivePathOf', () => {
  const devices = [
    { drive: 'C:', device: '\\Device\\HarddiskVolume1' },
    { drive: 'D:', device: '\\Device\\HarddiskVolume10' },
  ]
  it.each([
    ['\\Device\\HarddiskVolume1\\Windows\\explorer.exe', 'C:\\Windows\\explorer.exe'],
    ['\\device\\harddiskvolume10\\a b\\ö.exe', 'D:\\a b\\ö.exe'],
    ['\\Device\\Mup\\server\\share\\x.exe', '\\\\server\\share\\x.exe'],
    ['\\Device\\Mup\\;Z:0000000000012345\\server\\share\\x.exe', '\\\\server\\share\\x.exe'],
    [
      '\\Device\\Mup\\;LanmanRedirector\\;Z:0000000000012345\\server\\share\\x.exe',
      '\\\\server\\share\\x.exe',
    ],
    [
      '\\Device\\LanmanRedirector\\;X:0000000000012345\\server\\share\\x.exe',
      '\\\\server\\share\\x.exe',
    ],
    ['\\??\\C:\\x.exe', 'C:\\x.exe'],
    ['\\Device\\HarddiskVolume7\\x.exe', '\\\\?\\GLOBALROOT\\Device\\HarddiskVolume7\\x.exe'],
  ])('turns %s into %s', (native, expected) => {
    expect(drivePathOf(native, devices)).toBe(expected)
  })
})

describe('programOfService', () => {
  const amds = 'C:\\Program Files\\Common Files\\Apple\\AppleMobileDeviceService.exe'
  it.each([
    [`"${amds}"`, 'AppleMobileDeviceService.exe', amds],
    [`"${amds}" -start "x y"`, 'AppleMobileDeviceService.exe', amds],
    [`${amds} -start`, 'applemobiledeviceservice.exe', amds],
    [amds, 'AppleMobileDeviceService.exe', amds],
    ['%SystemRoot%\\System32\\svchost.exe -k x', 'svchost.exe', 'D:\\W\\System32\\svchost.exe'],
    ['"%windir%\\a b.exe" /s', 'a b.exe', 'D:\\W\\a b.exe'],
    ['\\SystemRoot\\System32\\x.exe', 'x.exe', 'D:\\W\\System32\\x.exe'],
    ['\\??\\C:\\x\\y.exe', 'y.exe', 'C:\\x\\y.exe'],
    ['C:\\x.exe.old\\x.exe', 'x.exe', 'C:\\x.exe.old\\x.exe'],
  ])('finds the program in %s', (commandLine, name, expected) => {
    expect(programOfService(commandLine, name, 'D:\\W')).toBe(expected)
  })

  it.each([
    ['', 'x.exe'],
    ['C:\\x.exe', ''],
    ['C:\\y.exe -run C:\\x.exe2', 'x.exe'],
    ['"C:\\y.exe" C:\\x.exe', 'x.exe'],
    ['x.exe', 'x.exe'],
    ['..\\x.exe', 'x.exe'],
    ['"', 'x.exe'],
  ])('finds none in %s for %s', (commandLine, name) => {
    expect(programOfService(commandLine, name, 'D:\\W')).toBeNull()
  })
})

describe('familyOf', () => {
  it('joins name and publisher', () => {
    expect(familyOf('AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa')).toBe(
      'AppleInc.iTunes_nzyj5cx40ttqa',
    )
  })
  it.each(['', 'AppleInc.iTunes_nzyj5cx40ttqa', '____', 'a_b_c_d_e_nzyj5cx40ttqa', '_1_x64__id'])(
    'is null for %j, which is no full name',
    (name) => {
      expect(familyOf(name)).toBeNull()
    },
  )
})
