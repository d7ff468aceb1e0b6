/** Is a row of each tool taken apart by its shape, and is what names no program left aside? */
import { describe, expect, test } from 'vitest'
import { isFurniture, readRow } from '../../../../shared/search/lines/read-row.ts'

const whole = (...cells: readonly string[]) => ({ cells, isCut: false })

describe('a row', () => {
  test.each([
    ['iTunes.exe  1204 Services  0  9,712 K', whole('iTunes.exe')],
    ['AppleMobileDevice.  12 Console  1  9 876 kB', whole('AppleMobileDevice.')],
    ['iTunes.exe 1204', whole('iTunes.exe')],
    ['my program  1204', whole('my program')],
    ['iTunes  REG_SZ  "C:\\x.exe"', whole('"C:\\x.exe"', 'iTunes')],
    ['iTunes  REG_EXPAND_SZ  %x%', whole('%x%', 'iTunes')],
    ['12 34 56 78 90 two words', whole('two words')],
    ['4312 chrome', whole('chrome')],
    ['Running  Bonjour Service  Bonjour', whole('Bonjour Service', 'Bonjour')],
    ['Stopped  AppleMobile...  Apple Mobile Device', whole('Apple Mobile Device')],
    ['Image Path : "C:\\x.exe",', whole('C:\\x.exe')],
    ['DISPLAY_NAME: Bonjour', whole('Bonjour')],
    ['| a | b.exe | c |', whole('b.exe', 'a', 'c')],
    ['"a.exe","12","b"', whole('a.exe', 'b')],
    ['"a.exe";"12";"b"', whole('a.exe', 'b')],
    ['x,12,a.exe', whole('a.exe', 'x')],
    ['`a.exe`\t12', whole('a.exe')],
  ])('%s', (line, row) => {
    expect(readRow(line)).toEqual(row)
  })

  test('of a window has its programs first, and no more than six cells', () => {
    const row = readRow('one\ttwo\ta.exe\tthree\tfour\tb.exe\tc.exe\tfive')
    expect(row?.cells).toEqual(['a.exe', 'b.exe', 'one', 'two', 'three'])
  })

  test('of tasklist is cut where it has 25 letters and no ending', () => {
    const rest = '  12 Services  0  9,712 K'
    expect(readRow(`${'a'.repeat(25)}${rest}`)).toEqual({ cells: ['a'.repeat(25)], isCut: true })
    for (const name of ['a'.repeat(24), 'a'.repeat(26), `${'a'.repeat(21)}.exe`]) {
      expect(readRow(`${name}${rest}`)).toEqual(whole(name))
    }
    expect(readRow(`${'a'.repeat(25)}  12`)).toMatchObject({ isCut: true })
  })

  test.each([
    '29 items could not be synced',
    '12 34 56 78 two words',
    'What is iTunes?',
    'pid : 12',
    'Name :',
    'a, b and c.exe',
    '1204  Services',
    '--- 12 Services 0 9 K',
    '\t12\t13',
    'C:\\x 12',
  ])('%s is none of several cells', (line) => {
    expect(readRow(line)?.cells.length ?? 0).toBeLessThan(2)
  })
})

describe('what names no program', () => {
  test.each([
    ...[
      '======',
      '12 34',
      '#TYPE System.Diagnostics.Process',
      'Image Name  PID',
      'Name\tPID',
      'ProcessId',
      'pid',
    ],
    ...['Name,Path', 'Handles  NPM(K)', '(STOPPABLE, NOT_PAUSABLE)', 'ACCEPTS_SHUTDOWN'],
    ...['Handle count : 4', 'STATE              : 4  RUNNING', 'Type = x'],
    ...['User\tStatus\tCPU', 'PID;Anything', '1A4: File  (R-D)   x', 'Key\tHKLM', 'Mutant\tx'],
  ])('%s', (line) => {
    expect(isFurniture(line, undefined)).toBe(true)
  })

  test.each([
    ...['iTunes.exe', 'Bonjour Service', 'Name : iTunes.exe', 'Image Name: x', 'iTunes  REG_SZ  x'],
    ...['What is this?', 'Key of my car', 'name.exe\tstatus.exe', 'a,b', 'Path 1\tCommand 2'],
  ])('%s does', (line) => {
    expect(isFurniture(line, undefined)).toBe(false)
  })

  test('what stands above a drawn line is a heading', () => {
    expect(isFurniture('Whatever', '------  ----')).toBe(true)
    expect(isFurniture('Whatever', '| --- |')).toBe(true)
    for (const next of ['--', 'x ---', '']) expect(isFurniture('Whatever', next)).toBe(false)
  })

  test.each([
    ['"Värdnamn","Uppgift","Körs"', '"PC-1","\\\\x","C:\\\\x\\\\y.exe -task"', true],
    ['Nivå\tDatum och tid\tKälla', 'Fel\t2026-11-22 20:15\tSCM\t7034', true],
    ['"a","b"', '"1","2"', false],
    ['"armsvc","läuft","Anna"', '"foo","läuft","Anna"', false],
    ['"a","b","12"', '"a","b","12"', false],
    ['"x.exe","b","c"', '"y.exe","b","4"', false],
    ['one\ttwo\tthree', '4\t5', false],
  ])('words in cells are a heading over data, in any language: %s', (line, next, isIt) => {
    expect(isFurniture(line, next)).toBe(isIt)
  })
})
