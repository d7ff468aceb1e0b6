import { expect, test } from 'vitest'
import english from '../../../assets/texts/en/connection-view.json' with { type: 'json' }
import swedish from '../../../assets/texts/sv/connection-view.json' with { type: 'json' }
import { readErrors } from '../../../shared/connections/errors.ts'
import { readHostsLines } from '../../../shared/connections/hosts-lines.ts'

interface Texts {
  readonly [key: string]: string | Texts
}

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort()

test('the words of the view are complete in both languages, with the same values in them', () => {
  const translated = new Map(flatten(swedish))
  const original = flatten(english)
  expect([...translated.keys()].sort()).toEqual(original.map(([key]) => key).sort())
  for (const [key, text] of original) {
    const other = translated.get(key) ?? ''
    expect(other.trim(), key).not.toBe('')
    expect(placeholders(other), key).toEqual(placeholders(text))
  }
})

test.each([
  ['en', english],
  ['sv', swedish],
])('the error numbers beside a hosts line are those of the error table (%s)', (_, texts) => {
  const ids = new Set(
    readHostsLines().purposes.flatMap(({ errors }) => errors.map(({ error }) => error)),
  )
  const rows = readErrors().filter(({ id }) => ids.has(id))
  const numbers = Object.fromEntries(rows.map(({ id, codes }) => [id, codes.join(', ')]))
  expect(texts.connectionView.errorNumbers).toEqual(numbers)
})
