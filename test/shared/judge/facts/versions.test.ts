/** Are versions compared number by number? */
import { describe, expect, test } from 'vitest'
import { isBefore, readVersion } from '../../../../shared/judge/facts/versions.ts'

describe('versions', () => {
  test.each([
    ['12.10.9', [12, 10, 9]],
    [' 1,2, 3 ', [1, 2, 3]],
    ['7', [7]],
    ['1.2.3.4.5.6', [1, 2, 3, 4, 5, 6]],
    ['1.2.3.4.5.6.7', null],
    ['1234567', null],
    ['12.x', null],
    ['', null],
    [null, null],
  ])('%j', (text, numbers) => {
    expect(readVersion(text)).toEqual(numbers)
  })

  test('are compared number by number, and what is missing is a zero', () => {
    expect(isBefore([12, 9], [12, 10])).toBe(true)
    expect(isBefore([12, 10], [12, 9])).toBe(false)
    expect(isBefore([12, 10], [12, 10])).toBe(false)
    expect(isBefore([12], [12, 0, 1])).toBe(true)
    expect(isBefore([12, 0, 1], [12])).toBe(false)
  })
})
