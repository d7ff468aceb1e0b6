import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beginsUnknown,
  expandFolders,
  fileNameOf,
  hasVariable,
  programOfCommand,
  startedBy,
} from '../../../shared/judge/read-command.ts'
import { failed, known } from '../../../shared/model/probe.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'
import { yardsticksOf } from '../../fixtures/yardstick.ts'

const helper = 'C:\\Program Files\\iTunes\\iTunesHelper.exe'

describe('the program of a command line', () => {
  test.each([
    [`"${helper}"`, helper],
    [`"${helper}" -silent "another.exe"`, helper],
    [`  "${helper}"`, helper],
    [`"${helper}`, helper],
    [helper, helper],
    [`${helper} /quiet -x`, helper],
    ['C:\\PROGRA~1\\QUICKT~1\\QTTASK.EXE\t-atboottime', 'C:\\PROGRA~1\\QUICKT~1\\QTTASK.EXE'],
    ['C:\\Tools\\run.exe C:\\iTunes\\iTunesHelper.exe', 'C:\\Tools\\run.exe'],
    ['C:\\old.exe\\iTunesHelper.exe -x', 'C:\\old.exe\\iTunesHelper.exe'],
    ['iTunesHelper', 'iTunesHelper'],
    ['"C:\\Program Files\\iTunes\\iTunesHelper"', 'C:\\Program Files\\iTunes\\iTunesHelper'],
    ['C:\\Program Files\\iTunes\\iTunesHelper /x', null],
    ['', null],
    ['   ', null],
    ['""', null],
    ['" "', null],
    ['"'.repeat(3), null],
    ['x'.repeat(32_768), null],
  ])('%j starts %j', (command, program) => {
    expect(programOfCommand(command)).toBe(program)
  })

  const pathPart = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.replace(/["\\/\t\p{Cc}]/gu, '_').trim())
    .filter((text) => text !== '' && !/\.exe/i.test(text))
  const programPath = fc
    .array(pathPart, { minLength: 1, maxLength: 6 })
    .map((parts) => `C:\\${parts.join('\\')}.exe`)

  test('quotes bring back what they hold, whatever follows them', () => {
    fc.assert(
      fc.property(programPath, fc.string(), (path, rest) => {
        expect(programOfCommand(`"${path}" ${rest}`)).toBe(path)
      }),
    )
  })

  test('without quotes, blanks in folders are no end', () => {
    fc.assert(
      fc.property(
        programPath,
        fc.constantFrom('', ' -x', '\t/y "z.exe"', ' a.exe'),
        (path, rest) => {
          expect(programOfCommand(path + rest)).toBe(path)
        },
      ),
    )
  })

  test('any text gives a part of itself or nothing, and takes no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const program = programOfCommand(text)
        if (program !== null) expect(text).toContain(program)
      }),
    )
    const long = [' ', '.exe', '%', '"', '\\', '.ex'].map((part) => part.repeat(8_000))
    const took = yardsticksOf(() => {
      for (const text of long) {
        programOfCommand(text)
        expandFolders(text, itunesPlaces)
        fileNameOf(text)
        hasVariable(text)
      }
    })
    expect(took).toBeLessThan(10)
  })
})

describe('variables', () => {
  test.each([
    ['%ProgramFiles%\\iTunes\\x.exe', 'C:\\Program Files\\iTunes\\x.exe'],
    ['"%PROGRAMFILES(x86)%\\a"', '"C:\\Program Files (x86)\\a"'],
    ['%CommonProgramW6432%\\a', 'C:\\Program Files\\Common Files\\a'],
    ['%LOCALAPPDATA%\\a', '%LOCALAPPDATA%\\a'],
    ['100 % and 50 %', '100 % and 50 %'],
    ['%constructor%%__proto__%', '%constructor%%__proto__%'],
  ])('%j becomes %j', (text, expanded) => {
    expect(expandFolders(text, itunesPlaces)).toBe(expanded)
  })

  test('what this PC does not tell stays a variable', () => {
    const knownFolders = { ...itunesPlaces.knownFolders, ProgramFiles: known(null) }
    expect(expandFolders('%ProgramFiles%\\a', { knownFolders })).toBe('%ProgramFiles%\\a')
    expect(hasVariable('%ProgramFiles%\\a')).toBe(true)
    expect(hasVariable('C:\\50 % off\\a.exe')).toBe(false)
  })

  test('text without a percent sign is never changed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll('%', '')
        expect(expandFolders(plain, itunesPlaces)).toBe(plain)
      }),
    )
  })
})

test('the file name is the last part, with the ending that Windows adds', () => {
  expect(fileNameOf(helper)).toBe('iTunesHelper.exe')
  expect(fileNameOf('C:/Program Files/iTunes/iTunesHelper')).toBe('iTunesHelper.exe')
  expect(fileNameOf('iTunesHelper.exe')).toBe('iTunesHelper.exe')
  expect(fileNameOf('C:\\a\\b.scr')).toBe('b.scr')
})

test.each([
  ['C:\\a.exe', false],
  ['%TEMP%\\a.exe', true],
  ['%TEMP%', true],
  ['%TEMP%x\\a.exe', true],
  ['C:\\%TEMP%\\a.exe', true],
  // In a redacted report a person's folder is its own variable.
  ['%USERPROFILE%\\a.exe', false],
  ['%userprofile%/a.exe', false],
  ['%USERPROFILE%\\%TEMP%\\a.exe', true],
  ['%PUBLIC%\\a.exe', true],
])('%j begins with what nobody could replace: %s', (path, is) => {
  const variables = { USERPROFILE: '%UserProfile%', PUBLIC: 'D:\\Public' }
  expect(beginsUnknown(path, { variables })).toBe(is)
})

test('the user’s own variables are replaced in any case, and once', () => {
  const places = { ...itunesPlaces, variables: { TEMP: 'D:\\%TMP%', TMP: 'E:\\x' } }
  expect(expandFolders('"%temp%\\a.exe" %Tmp%', places)).toBe('"D:\\%TMP%\\a.exe" E:\\x')
  const unread = { ...itunesPlaces.knownFolders, ProgramFiles: failed('windows-error') }
  expect(expandFolders('%ProgramFiles%\\a', { knownFolders: unread })).toBe('%ProgramFiles%\\a')
})

const launchers = [
  ...[
    'cmd',
    'powershell',
    'pwsh',
    'conhost',
    'explorer',
    'forfiles',
    'wscript',
    'cscript',
    'mshta',
  ],
  ...['rundll32', 'regsvr32', 'msiexec', 'start', 'python', 'pythonw', 'javaw'],
]

test.each(launchers)('what %s.exe is told to run is what starts', (launcher) => {
  expect(startedBy(`${launcher}.exe C:\\x\\a.js`)).toBe('C:\\x\\a.js')
  expect(startedBy(`"C:\\Windows\\${launcher.toUpperCase()}.EXE" /x "C:\\a b\\c.js"`)).toBe(
    'C:\\a b\\c.js',
  )
  expect(startedBy(`${launcher}.exe /x`)).toBe(`${launcher}.exe`)
})

test.each([
  ['cmd.exe /c=C:\\a.cmd', 'C:\\a.cmd'],
  ['cmd.exe /c(C:\\a.cmd', 'C:\\a.cmd'],
  ['rundll32.exe %TEMP%/a.dll,Start', '%TEMP%/a.dll'],
  ['rundll32.exe D:/a.dll;x', 'D:/a.dll'],
  ['wscript.exe xC:\\a.js', 'wscript.exe'],
  ['wscript.exe C:a.js', 'wscript.exe'],
  ['', null],
])('%j starts %j', (command, started) => {
  expect(startedBy(command)).toBe(started)
})
