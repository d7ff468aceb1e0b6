/** Elements of the rows in sight: who keeps one, who takes one over. */
import { expect, test } from 'vitest'
import { createRowSlots } from '../../../../renderer/processes/grid/row-slots.ts'

const keys = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `row ${from + index}`)

test('a row in sight keeps its element while the list moves on by a row', () => {
  const slots = createRowSlots()
  expect(slots(keys(0, 4), undefined)).toEqual([0, 1, 2, 3])
  expect(slots(keys(1, 5), undefined)).toEqual([1, 2, 3, 4])
})

test('the same rows in another order take their elements along', () => {
  const slots = createRowSlots()
  slots(['a', 'b', 'c'], undefined)
  expect(slots(['c', 'a', 'b'], undefined)).toEqual([2, 0, 1])
})

test('after a jump the elements that are there take up the new rows in their order', () => {
  const slots = createRowSlots()
  slots(keys(0, 4), undefined)
  slots(keys(1, 5), undefined)
  expect(slots(keys(100, 105), undefined)).toEqual([1, 2, 3, 4, 5])
  expect(slots(keys(4, 8), undefined)).toEqual([1, 2, 3, 4])
})

test('the chosen row keeps its element over a jump, and no other row takes it', () => {
  const slots = createRowSlots()
  slots(keys(0, 4), 'row 1')
  expect(slots(['row 1', ...keys(100, 103)], 'row 1')).toEqual([1, 0, 2, 3])
})

test('asked twice about the same rows, it says the same', () => {
  const slots = createRowSlots()
  slots(keys(0, 4), undefined)
  const once = slots(keys(50, 54), undefined)
  expect(slots(keys(50, 54), undefined)).toEqual(once)
})
