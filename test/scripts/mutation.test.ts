/** Are the changes that mutation tries changes of what runs, each alone, and is nothing changed while none is switched on? */
import { expect, test } from 'vitest'
import { changesOf, withSwitches } from '../../scripts/mutation/changes.mjs'

/** What a text comes to as it is, and with each of its changes. */
function run(text: string): unknown[] {
  const changes = changesOf('a.ts', text).map((change, id) => ({ ...change, id }))
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const body = new Function('__changed', withSwitches(text, changes)) as (
    isOn: (asked: number) => boolean,
  ) => unknown
  return [-1, ...changes.keys()].map((on) => body((asked) => asked === on))
}

test.each([
  ['return 1 < 1', [false, true, false, true]],
  ['return true && !true', [false, true, false, true, true]],
  ["return 'a' === 'a' ? 'b' : 'c'", ['b', 'b', 'c', 'c', 'c', 'c', '', 'b']],
  ["return [3, 4].filter((n) => n > 3)[0] ?? 'no'", [4, 'no', 3, 4, 5, 3, 'no', 'no', 4]],
  ["return ' A'.trim().toLowerCase()", ['a', 'A', ' a', '']],
  ['return /a/.test("a")', [true, false, false]],
  ['return [1, 2].some((n) => n < 2)', [true, false, false, true, true, true]],
  ["const log = []\nlog.push('a')\nreturn log.join()", ['a', '', '']],
  ['if (true) return 1\nreturn 0', [1, 1, 0, 0, 2, 1]],
])('%s', (text, [usual, ...changed]) => {
  expect(run(text)).toEqual([usual, ...changed])
})

test('a type, an import, a key and what `?.` may leave out are left alone', () => {
  const text =
    "import { x } from 'm'\ntype T = 'a' | 'b'\nconst c = { 'd': x?.trim().slice() as 'e' }"
  expect(changesOf('a.ts', text)).toEqual([])
})
