/** Is data held against a schema up to the first fault, its place said, and what the schema does not know kept aside? */
import { describe, expect, test } from 'vitest'
import { createShapeReader } from '../../../../shared/report/read/read-shape.ts'

const read = (schema: object, data: unknown) => {
  const found = createShapeReader(schema)(data)
  return typeof found === 'string' ? `fault ${found}` : found.value
}
const noted = (schema: object, data: unknown) => {
  const found = createShapeReader(schema)(data)
  if (typeof found === 'string') throw new Error(found)
  return [found.unknownCount, ...found.unknown.map(({ path, value }) => [path.join('.'), value])]
}
const object = (properties: object, required: readonly string[] = []) => ({
  ...{ type: 'object', properties, required },
})
const within = (schema: object) => object({ a: schema }, ['a'])

test('what every object has is nothing that stands in the data', () => {
  const schema = object({ toString: {}, a: { type: 'string' } })
  expect(Object.keys(read(schema, { a: 'x' }) as object)).toEqual(['a'])
  expect(read(object({ valueOf: {} }, ['valueOf']), {})).toBe('fault valueOf')
})

describe('one value', () => {
  test.each([
    ['string', 'x', [1, null, true, [], {}]],
    ['number', 1.5, ['1', null, true, [], {}]],
    ['integer', 3, [1.5, 2 ** 53, '3', null]],
    ['boolean', false, [0, 'false', null]],
    ['null', null, [0, '', false, undefined]],
  ])('%s', (type, good, wrong) => {
    expect(read({ type }, good)).toBe(good)
    for (const one of wrong) expect(read(within({ type }), { a: one })).toBe('fault a')
  })

  test('a number at both of its bounds, and none beyond', () => {
    const schema = within({ type: 'integer', minimum: 0, maximum: 9 })
    for (const a of [0, 9]) expect(read(schema, { a })).toEqual({ a })
    for (const a of [-1, 10]) expect(read(schema, { a })).toBe('fault a')
    expect(read({ type: 'number' }, -1e300)).toBe(-1e300)
  })

  test('a text by its pattern, of fewer than 100 letters', () => {
    const schema = within({ type: 'string', pattern: '^x+$' })
    expect(read(schema, { a: 'x'.repeat(99) })).toEqual({ a: 'x'.repeat(99) })
    for (const a of ['y', 'x'.repeat(100)]) expect(read(schema, { a })).toBe('fault a')
    expect(read({ type: 'string' }, 'y'.repeat(100))).toHaveLength(100)
  })

  test('one of the words, and a constant', () => {
    expect(read({ enum: ['a', 'b'] }, 'b')).toBe('b')
    expect(read(within({ enum: ['a', 'b'] }), { a: 'c' })).toBe('fault a')
    expect(read({ const: 1 }, 1)).toBe(1)
    expect(read(within({ const: 1 }), { a: 2 })).toBe('fault a')
  })

  test('several types, and what is nullable', () => {
    const schema = within({ type: ['string', 'null'] })
    expect([read(schema, { a: 'x' }), read(schema, { a: null })]).toEqual([{ a: 'x' }, { a: null }])
    expect(read(schema, { a: 1 })).toBe('fault a')
    const either = within({ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] })
    for (const a of ['x', 1, null]) expect(read(either, { a })).toEqual({ a })
    expect(read(either, { a: true })).toBe('fault a')
    const strict = within({ anyOf: [{ type: 'string' }, { type: 'number' }] })
    expect(read(strict, { a: null })).toBe('fault a')
    const only = within({ anyOf: [{ type: 'string' }] })
    expect(read(only, { a: null })).toBe('fault a')
  })
})

describe('words of another version', () => {
  const open = { anyOf: [{ enum: ['a', 'b'] }, { type: 'string' }] }

  test('stay where any text may stand, and are noted', () => {
    expect(read(open, 'a')).toBe('a')
    expect(noted(open, 'a')).toEqual([0])
    expect(read(open, 'c')).toBe('c')
    expect(noted(within(open), { a: 'c' })).toEqual([1, ['a', 'c']])
    expect(read(within(open), { a: 1 })).toBe('fault a')
    // What its own words are is no word of another version.
    const patterned = { anyOf: [{ enum: ['a'] }, { type: 'number' }] }
    expect(read(within(patterned), { a: 'c' })).toBe('fault a')
  })

  test('become what stands for not knowing, where the schema names it', () => {
    const schema = within({ ...open, 'x-otherwise': 'not-known' })
    expect(read(schema, { a: 'c' })).toEqual({ a: 'not-known' })
    expect(noted(schema, { a: 'c' })).toEqual([1, ['a', 'c']])
  })

  test('a state that nobody knows is one of which the value is not known', () => {
    const probe = {
      oneOf: [
        object({ state: { const: 'known' }, value: { type: 'string' } }, ['state', 'value']),
        { $ref: '#/$defs/no' },
      ],
    }
    const $defs = {
      no: { oneOf: [object({ state: { const: 'denied' }, reason: { type: 'string' } })] },
    }
    const schema = { ...within(probe), $defs }
    expect(read(schema, { a: { state: 'known', value: 'x' } })).toEqual({
      a: { state: 'known', value: 'x' },
    })
    expect(read(schema, { a: { state: 'denied', reason: 'r' } })).toEqual({
      a: { state: 'denied', reason: 'r' },
    })
    const later = { a: { state: 'later', more: 1 } }
    expect(read(schema, later)).toEqual({
      a: { state: 'failed', reason: 'later', elapsedMs: 0 },
    })
    expect(noted(schema, later)).toEqual([1, ['a', later.a]])
    expect(read(schema, { a: { state: 'known', value: 1 } })).toBe('fault a.value')
    for (const state of [5, undefined]) expect(read(schema, { a: { state } })).toBe('fault a.state')
    for (const a of [null, [], 'known']) expect(read(schema, { a })).toBe('fault a')
  })

  test('a kind that nobody knows does not fit: only of a detail that may be missing it is known what that means', () => {
    const kinds = within({
      oneOf: [object({ kind: { const: 'a' } }), object({ kind: { const: 'b' } })],
    })
    expect(read(kinds, { a: { kind: 'b' } })).toEqual({ a: { kind: 'b' } })
    expect(read(kinds, { a: { kind: 'c' } })).toBe('fault a.kind')
    const unmarked = within({ oneOf: [{ type: 'string' }, { type: 'number' }] })
    expect(read(unmarked, { a: 1 })).toEqual({ a: 1 })
  })
})

describe('objects and lists', () => {
  test('the place of the first fault is said, however deep', () => {
    const schema = object({
      a: { type: 'string' },
      list: { type: 'array', items: object({ x: { type: 'number' } }, ['x']) },
    })
    expect(read(schema, { a: 'y', list: [{ x: 1 }, { x: 2 }] })).toEqual({
      ...{ a: 'y', list: [{ x: 1 }, { x: 2 }] },
    })
    expect(read(schema, { a: 'y', list: [{ x: 1 }, {}] })).toBe('fault list.1.x')
    expect(read(schema, { a: 'y', list: [{ x: 1 }, { x: 'z' }] })).toBe('fault list.1.x')
    expect(read(schema, { a: 'y', list: {} })).toBe('fault list')
    expect(read(schema, { a: 'y', list: [{ x: 1 }, 5] })).toBe('fault list.1')
  })

  test('defaults are put in, what may be missing stays away, and nothing is inherited', () => {
    const schema = object({ a: { type: 'string', default: 'x' }, b: { type: 'string' } })
    expect(read(schema, {})).toEqual({ a: 'x' })
    expect(read(within({ type: 'object' }), { a: {} })).toEqual({ a: {} })
    expect(read(object({ toString: { type: 'string' } }, ['toString']), {})).toBe('fault toString')
  })

  test('keys that nobody knows are left out and noted with their place', () => {
    const schema = within(object({ x: { type: 'number' } }))
    expect(read(schema, { a: { x: 1, y: 2 }, z: 3 })).toEqual({ a: { x: 1 } })
    expect(noted(schema, { a: { x: 1, y: 2 }, z: 3 })).toEqual([2, ['a.y', 2], ['z', 3]])
  })

  test('a record takes the keys that it names', () => {
    const schema = within({
      ...{ type: 'object', propertyNames: { enum: ['p', 'q'] } },
      additionalProperties: { type: 'number' },
    })
    expect(read(schema, { a: { p: 1, q: 2 } })).toEqual({ a: { p: 1, q: 2 } })
    expect(read(schema, { a: { p: 'x' } })).toBe('fault a.p')
    expect(read(schema, { a: { r: 1, p: 2 } })).toEqual({ a: { p: 2 } })
    expect(noted(schema, { a: { r: 1, p: 2 } })).toEqual([1, ['a.r', 1]])
    for (const a of [null, [], 1]) expect(read(schema, { a })).toBe('fault a')
  })

  test('10,000 unknown things are kept, and all are counted', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`k${at}`, at]))
    const found = createShapeReader(object({}))(many)
    if (typeof found === 'string') throw new Error(found)
    expect([found.unknown.length, found.unknownCount]).toEqual([10_000, 10_001])
  })

  test('an attempt that failed leaves no trace in the place of a later fault', () => {
    const schema = object({
      a: { anyOf: [object({ x: { type: 'number' } }, ['x']), { type: 'array', items: {} }] },
      b: { type: 'number' },
    })
    expect(read(schema, { a: [1], b: 'x' })).toBe('fault b')
    expect(read(schema, { a: { x: 'y' }, b: 1 })).toBe('fault a')
  })
})
