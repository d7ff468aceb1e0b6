/** Is each slip of the hand counted once, and is what lies too far apart given up? */
import { expect, test } from 'vitest'
import { editDistance } from '../../../shared/search/edit-distance.ts'

test.each([
  ['itunes', 'itunes', 0],
  ['itunes', 'itune', 1],
  ['itune', 'itunes', 1],
  ['itunes', 'itanes', 1],
  ['itunes', 'itnues', 1],
  ['itunes', 'ituens', 1],
  ['tiunes', 'itunes', 1],
  ['ab', 'ba', 1],
  ['abc', 'cab', 2],
  ['ca', 'abc', 3],
  ['xay', 'yax', 2],
  ['aab', 'bba', 2],
  ['ab', 'xa', 2],
  ['ab', 'bx', 2],
  ['abcd', 'badc', 2],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['', '', 0],
])('%s and %s: %i', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance)
  expect(editDistance(b, a, 9)).toBe(distance)
  // Just enough is counted, less is only too far.
  expect(editDistance(a, b, distance)).toBe(distance)
  if (distance > 0) expect(editDistance(a, b, distance - 1)).toBe(distance)
})

test('what is far apart is one more than asked for, whatever it is', () => {
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3)
  expect(editDistance('a', 'abcdefgh', 2)).toBe(3)
})
