import { expect, test } from 'vitest'
import { readServiceCommand } from '../../../../electron/win32/processes/service-command.ts'

const read = (command: string) => readServiceCommand(command, 'C:\\Windows')

test('a quoted program is the only one that is tried', () => {
  expect(read('"C:\\Program Files\\Bonjour\\mDNSResponder.exe" -server')).toEqual({
    tried: ['C:\\Program Files\\Bonjour\\mDNSResponder.exe'],
    meantAt: 0,
  })
})

test('an unquoted path with spaces is tried piece by piece, as Windows does', () => {
  expect(read('C:\\Program Files\\Common Files\\A b\\x.exe -k a.b')).toEqual({
    tried: [
      'C:\\Program.exe',
      'C:\\Program Files\\Common.exe',
      'C:\\Program Files\\Common Files\\A.exe',
      'C:\\Program Files\\Common Files\\A b\\x.exe',
      'C:\\Program Files\\Common Files\\A b\\x.exe -k',
      'C:\\Program Files\\Common Files\\A b\\x.exe -k a.b',
    ],
    meantAt: 3,
  })
})

test('what has no ending gets one, and only the disk tells which piece is meant', () => {
  expect(read('C:\\tools\\svc -k')).toEqual({
    tried: ['C:\\tools\\svc.exe', 'C:\\tools\\svc -k.exe'],
    meantAt: null,
  })
})

test('names of Windows’s own are looked for in its folder', () => {
  expect(read('svchost.exe -k imgsvc')?.tried[0]).toBe('C:\\Windows\\System32\\svchost.exe')
  expect(read('\\SystemRoot\\System32\\x.exe')?.tried).toEqual(['C:\\Windows\\System32\\x.exe'])
  expect(read('system32\\DRIVERS\\usbaapl64.sys')?.tried).toEqual([
    'C:\\Windows\\system32\\DRIVERS\\usbaapl64.sys',
  ])
  expect(read('\\??\\C:\\x\\y.exe')?.tried).toEqual(['C:\\x\\y.exe'])
})

test.each([
  ['nothing', ''],
  ['spaces alone', '  \t '],
  ['a folder of a variable that nobody knows', '%Nobody%\\x.exe'],
  ['quotes alone', '""'],
  ['a device', '\\\\.\\pipe\\x'],
  ['a sign that no path has', 'C:\\a|b.exe'],
])('no program is read out of %s', (_, command) => {
  expect(read(command)).toBeNull()
})

test('a command of thousands of words ends, and what is meant is among what is tried', () => {
  const command = `${'a '.repeat(2_000)}x.exe`
  const answer = read(`C:\\${command}`)
  expect(answer?.tried).toHaveLength(65)
  expect(answer?.tried[answer.meantAt ?? -1]).toBe(`C:\\${command}`)
})
