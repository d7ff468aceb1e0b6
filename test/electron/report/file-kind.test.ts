/** Is what a file holds told by its beginning, never by its name? */
import { expect, test } from 'vitest'
import { fileKindOf, holdsMany } from '../../../electron/report/file-kind.ts'

const kind = (head: string, isWhole = true) => fileKindOf(head, isWhole).kind

test.each([
  ['', 'empty'],
  [' \r\n', 'empty'],
  ['MZ\0\u0001', 'binary'],
  ['<html>', 'html'],
  ['\n <p>', 'html'],
  ['{"v":1}\n{"v":1}\n', 'lines'],
  ['{"v":1}', 'lines'],
  ['{\n  "v": 1\n}', 'document'],
  ['[\n{"v":1},\n{"v":2}\n]', 'document'],
  ['[{"v":1}]', 'document'],
  ['{"v":1}\n\0\0\0', 'lines'],
  ['torn"}\n{"v":1}\n', 'lines'],
  ['torn\n [1]\n', 'unknown'],
  ['{"results":[{"v":1}]}', 'document'],
  ['{"value" : [1]}', 'document'],
  ['{"a":[1],"value":[1]}', 'lines'],
  ['{"v":1', 'lines'],
  ['[\n{"v":1}\n', 'lines'],
  ['[{\n"v":1}\n', 'document'],
  ['a,b\n1,2\n', 'csv'],
  // The other system's ends of lines.
  ['[\r\n{"v":1}\r\n', 'lines'],
  ['{\r\n  "v": 1\r\n}', 'document'],
  // Answers that no end of line parts.
  ['{"v":1}{"v":2}', 'document'],
  // What a collector puts in front; a quotation is none, and neither is what no engine writes.
  ['Nov 28 10:00:00 pc1 log: {"snapshot":[]}\r\n', 'lines'],
  ['Nov 28 10:00:00 pc1 log: {"colour":1}\n', 'unknown'],
  ['he wrote "see {"snapshot":[]}\n', 'unknown'],
  [`${'x'.repeat(300)}{"snapshot":[]}\n`, 'lines'],
  [`${'x'.repeat(301)}{"snapshot":[]}\n`, 'unknown'],
  [`${'# words\n'.repeat(19)}{"v":1}\n`, 'lines'],
  [`${'# words\n'.repeat(20)}{"v":1}\n`, 'unknown'],
  ['just a word', 'unknown'],
])('%j is %s', (head, expected) => {
  expect(kind(head)).toBe(expected)
})

test('of a file that goes on, a line without an end is one of a log, unless an array of answers begins in it', () => {
  expect(kind('{"v":1,"x":"', false)).toBe('lines')
  expect(kind('{"results":[{"v":', false)).toBe('document')
  expect(kind('[{"v":', false)).toBe('document')
  expect(kind('  ', false)).toBe('unknown')
  expect(kind('{\n  "v": 1,', false)).toBe('document')
  expect(kind('{"v":1}\n{"v"', false)).toBe('lines')
})

test.each([
  ['a table', 'host,path\na,b\n', true],
  ['answers of an engine', '{"snapshot":[]}\n', true],
  ['names with paths', '[{"name":"a","path":"b"}]', true],
  ['reports one a line', '{"schemaVersion":1}\n{"schemaVersion":1}\n', true],
  ['one report', '{\n  "schemaVersion": 1\n}', false],
  ['one report on one line', '{"schemaVersion":1,"rows":[]}\n', false],
  ['other JSON', '{"a":1}', false],
  ['a page that quotes an answer', '<p>"snapshot": []</p>', false],
  ['a word', 'iTunes', false],
])('%s: many PCs, or not', (_what, text, expected) => {
  expect(holdsMany(text, true)).toBe(expected)
})

test('zeros count within the first 4096 signs', () => {
  expect(kind(`${'a'.repeat(4_095)}\0`)).toBe('binary')
  expect(kind(`${'a'.repeat(4_096)}\0`)).not.toBe('binary')
})
