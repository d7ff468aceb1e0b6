import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  expandFolders,
  fileNameOf,
  hasVariable,
  programOfCommand,
} from '../../../shared/judge/read-command.ts'
import { known } from '../../../shared/model/probe.ts'
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
