import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceBetween, type NameParts } from '../../../shared/search/difference.ts'
import { editDistance } from '../../../shared/search/edit-distance.ts'

describe('the distance of two words', () => {
  test.each([
    ['itunes', 'itunes', 0],
    ['itunse', 'itunes', 1],
    ['itune', 'itunes', 1],
    ['itunnes', 'itunes', 1],
    ['itanes', 'itunes', 1],
    ['', 'abc', 3],
    ['distnoted', 'distntoed', 1],
    ['kitten', 'sitting', 3],
  ])('%j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance)
  })

  test('is the same both ways, none for equal words, and never above the limit by more than one', () => {
    const word = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const distance = editDistance(a, b, most)
        expect(distance).toBe(editDistance(b, a, most))
        expect(distance).toBeLessThanOrEqual(most + 1)
        expect(distance === 0).toBe(a === b)
      }),
    )
  })
})

describe('the difference of two names', () => {
  test.each([
    ['iTunesHeIper.exe', 'iTunesHelper.exe', 'iTunesHe|I|per.exe', 'iTunesHe|l|per.exe'],
    ['ituneshelpr.exe', 'iTunesHelper.exe', 'ituneshelp||r.exe', 'iTunesHelp|e|r.exe'],
    ['iTunes\u200b.exe', 'iTunes.exe', 'iTunes|\u200b|.exe', 'iTunes||.exe'],
    ['a.exe.exe', 'a.exe', 'a.exe|.exe|', 'a.exe||'],
    ['same', 'same', 'same||', 'same||'],
  ])('%j against %j', (one, other, first, second) => {
    const found = differenceBetween(one, other)
    const joined = ({ start, middle, end }: NameParts) => [start, middle, end].join('|')
    expect([joined(found.first), joined(found.second)]).toEqual([first, second])
  })

  test('its parts make up both names again', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(name, name, (one, other) => {
        const { first, second } = differenceBetween(one, other)
        expect(first.start + first.middle + first.end).toBe(one)
        expect(second.start + second.middle + second.end).toBe(other)
      }),
    )
  })
})
