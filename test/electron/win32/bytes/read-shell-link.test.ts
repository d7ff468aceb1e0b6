import { expect, test } from 'vitest'
import { readShellLink } from '../../../../electron/win32/bytes/read-shell-link.ts'
import { shellLink } from '../../../fixtures/shell-link.ts'

// Recorded: the sample of [MS-SHLLINK] 3.1, "Shortcut to a File".
const sample = Buffer.from(
  [
    '4c0000000114020000000000c0000000000000469b00080020000000d0e9eef21515c901d0e9eef21515',
    'c901d0e9eef21515c901000000000000000001000000000000000000000000000000bd0014001f50e04f',
    'd020ea3a6910a2d808002b30309d19002f433a5c00000000000000000000000000000000000000460031',
    '00000000002c3969a31000746573740000320007000400efbe2c3965a32c3969a326000000031e000000',
    '00f51e0000000000000000000074006500730074000000140048003200000000002c3969a32000612e74',
    '787400340007000400efbe2c3969a32c3969a3260000002d6e0000000096010000000000000000000061',
    '002e007400780074000000140000003c0000001c000000010000001c0000002d000000000000003b0000',
    '001100000003000000818a7a301000000000433a5c746573745c612e747874000007002e005c0061002e',
    '00740078007400070043003a005c00740065007300740060000000030000a05800000000000000636872',
    '69732d787073000000000000004078c79447fac746b3565c2dc6b6d115ec46cd7b227fdd119499001372',
    '16874a4078c79447fac746b3565c2dc6b6d115ec46cd7b227fdd11949900137216874a00000000',
  ].join(''),
  'hex',
)

test('the sample of the format’s own documentation leads where it says', () => {
  expect(readShellLink(sample)).toEqual({ target: 'C:\\test\\a.txt', arguments: '' })
})

test('letters of every language, arguments, and variables, which count first', () => {
  const target = 'C:\\Åsa 音\\iTunesHelper.exe'
  expect(readShellLink(shellLink({ target, arguments: '-x "a b"' }))).toEqual({
    target,
    arguments: '-x "a b"',
  })
  expect(readShellLink(shellLink({ target, variables: '%ProgramFiles%\\x.exe' }))).toEqual({
    target: '%ProgramFiles%\\x.exe',
    arguments: '',
  })
})

test('a shortcut that names no file says so', () => {
  expect(readShellLink(shellLink({}))).toEqual({ target: null, arguments: '' })
})

test('no cut and no changed byte breaks it or reads outside of it', () => {
  const whole = shellLink({ target: 'C:\\x.exe', variables: '%x%', arguments: '-y' })
  for (const bytes of [sample, whole]) {
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = readShellLink(bytes.subarray(0, length))
      expect(cut === null || typeof cut.arguments === 'string').toBe(true)
    }
    for (let at = 0; at < bytes.length; at += 1) {
      for (const value of [0, 0x7f, 0xff]) {
        const changed = Buffer.from(bytes)
        changed[at] = value
        readShellLink(changed)
      }
    }
  }
  expect(readShellLink(Buffer.alloc(0))).toBeNull()
  expect(readShellLink(Buffer.from('MZ'.repeat(100)))).toBeNull()
})
