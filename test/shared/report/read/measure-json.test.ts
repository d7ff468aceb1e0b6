/** Is a JSON text measured before anything is made of it, each bound to the last one? */
import { expect, test } from 'vitest'
import { measureJson } from '../../../../shared/report/read/measure-json.ts'

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const objects = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)

test('64 levels are let through, lists or objects, one more is not', () => {
  for (const make of [deep, objects]) {
    expect(measureJson(make(64))).toBeUndefined()
    expect(measureJson(make(65))).toBe('depth')
  }
})

test('what is closed again is not deep', () => {
  expect(measureJson(`[${'[],{},'.repeat(100)}1]`)).toBeUndefined()
})

test('a text of half a million letters is let through, one more is not', () => {
  const text = (letters: number) => `["${'x'.repeat(letters)}"]`
  expect(measureJson(text(499_999))).toBeUndefined()
  expect(measureJson(text(500_000))).toBe('text')
})

test('two million values are let through, one more is not', () => {
  const values = (count: number) => `[${'0,'.repeat(count - 1)}0]`
  expect(measureJson(values(2_000_000))).toBeUndefined()
  expect(measureJson(values(2_000_001))).toBe('values')
  expect(measureJson('{},'.repeat(1_000_001))).toBe('values')
})

test('brackets and commas within a text are text, escaped quotation marks too', () => {
  expect(measureJson(`["${'[{,'.repeat(1_000)}"]`)).toBeUndefined()
  expect(measureJson(`["\\"${'['.repeat(100)}"]`)).toBeUndefined()
  expect(measureJson(`["\\\\",${deep(64)}]`)).toBe('depth')
  expect(measureJson(`["\\\\\\"${'['.repeat(100)}"]`)).toBeUndefined()
})

test('a text without an end is left to the parser', () => {
  expect(measureJson('["abc')).toBeUndefined()
  expect(measureJson(`"${'x'.repeat(500_001)}`)).toBe('text')
})
