import { expect, test } from 'vitest'
import { nextSize, zoomBy } from '../../../electron/window/zoom.ts'

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

test('each step is one of the sizes that browsers know', () => {
  const sizes = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]
  const steps = [50]
  for (let size = 50; size < 300; size = nextSize(size, 'in')) steps.push(nextSize(size, 'in'))
  expect(steps).toEqual(sizes)
})

test('asking for the size changes none, and a new one is set', () => {
  const set: number[] = []
  const page = { getZoomFactor: () => 1.1, setZoomFactor: (factor: number) => set.push(factor) }
  expect(zoomBy(page as never, 'same')).toBe(110)
  expect(set).toEqual([])
  expect(zoomBy(page as never, 'in')).toBe(125)
  expect(set).toEqual([1.25])
})
