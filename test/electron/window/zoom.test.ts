import { expect, test } from 'vitest'
import { nextSize } from '../../../electron/window/zoom.ts'

test('the content grows and shrinks in the steps of a browser, to an end on both sides', () => {
  expect(nextSize(100, 'in')).toBe(110)
  expect(nextSize(100, 'out')).toBe(90)
  // Whatever the settings file says.
  expect(nextSize(104, 'out')).toBe(100)
  expect(nextSize(300, 'in')).toBe(300)
  expect(nextSize(50, 'out')).toBe(50)
  expect(nextSize(250, 'reset')).toBe(100)
  expect(nextSize(125, 'same')).toBe(125)
})
