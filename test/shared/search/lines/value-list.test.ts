/** Is a list of values told from other lines, and each program's block from the next one's? */
import { expect, test } from 'vitest'
import {
  blocksIn,
  isNamingKey,
  readValue,
  tellsOfProgram,
  tellsSigner,
} from '../../../../shared/search/lines/value-list.ts'

test.each([
  ['Name : x', 'name', 'x'],
  ['Process Name=x y', 'processname', 'x y'],
  ['"Image Path" : "C:\\x"', 'imagepath', '"C:\\x"'],
  ["'Service_Name': z", 'servicename', 'z'],
  ['BINARY_PATH_NAME   : C:\\x.exe', 'binarypathname', 'C:\\x.exe'],
  ['Name:', 'name', ''],
  ['C:\\Program Files\\iTunes\\iTunes.exe:', 'path', 'C:\\Program Files\\iTunes\\iTunes.exe'],
])('%s is %s', (line, key, value) => {
  expect(readValue(line)).toEqual({ key, value })
})

test.each([
  'iTunes.exe: 4',
  'a.DLL = 3',
  'C: x',
  'no value',
  'a|b : c',
  'one two three four five six seven : x',
])('%s is none', (line) => {
  expect(readValue(line)).toBeUndefined()
})

test('keys name a program, tell of one, or say who signed it', () => {
  expect(['imagename', 'path', 'avbildningsnamn', 'pid', 'product'].map(isNamingKey)).toEqual([
    ...[true, true, true, false, false],
  ])
  expect(['imagename', 'product', 'service', 'pid'].map(tellsOfProgram)).toEqual([
    ...[true, true, true, false],
  ])
  const signs = (key: string, value: string) => tellsSigner({ key, value })
  expect([signs('verified', 'Signed'), signs('publisher', 'Apple'), signs('signer', 'x')]) //
    .toEqual([true, true, true])
  expect([signs('verified', ' n/a '), signs('signer', ''), signs('name', 'x')]).toEqual([
    ...[false, false, false],
  ])
})

test('a block ends where a key comes again, where a line is no value, and needs two lines', () => {
  const of = (keys: string) =>
    blocksIn(keys.split('').map((key) => (key === '.' ? undefined : { key, value: '' })))
  expect(of('abc')).toEqual([[0, 3]])
  expect(of('abab')).toEqual([
    [0, 2],
    [2, 4],
  ])
  expect(of('ab.cd')).toEqual([
    [0, 2],
    [3, 5],
  ])
  expect(of('aab')).toEqual([[1, 3]])
  expect(of('a.b')).toEqual([])
  expect(of('ab..ab')).toEqual([
    [0, 2],
    [4, 6],
  ])
  expect(of('')).toEqual([])
})
