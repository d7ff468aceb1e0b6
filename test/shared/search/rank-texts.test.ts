/** Is the text first that knows most of what somebody asked, and is none found by chance? */
import { expect, test } from 'vitest'
import { rankTexts } from '../../../shared/search/rank-texts.ts'

const text = (id: string, name: string, more: string) => ({
  ...{ id, name: name.split(' '), all: `${name} ${more}`.split(' ') },
})
const texts = [
  text('sync', 'sync fails', 'iphone cable music library'),
  text('backup', 'backup fails', 'iphone disk space'),
  text('install', 'installation ends', 'error msi windows'),
  text('wifi', 'wireless sync', 'network bonjour'),
]
const found = (asked: string, least = 0.5) =>
  rankTexts(asked.split(' ').filter(Boolean), texts, least).map(({ id }) => id)

test.each([
  ['backup', ['backup']],
  ['sync', ['sync', 'wifi']],
  // A rare word tells more than two that many have.
  ['bonjour', ['wifi']],
  ['sync bonjour', ['wifi']],
  ['iphone music', ['sync']],
  ['iphone', ['sync', 'backup']],
  // Forms: a beginning, a longer form, the same stem.
  ['installations', ['install']],
  ['syncing', ['sync', 'wifi']],
  ['wirelessly', ['wifi']],
  ['windowing', ['install']],
  // Slips are forgiven where no text has the word as it stands, and every word is known.
  ['bonjuor', ['wifi']],
  ['bonjuor zebra', []],
  ['zebra', []],
  ['', []],
])('%s: %j', (asked, ids) => {
  expect(found(asked)).toEqual(ids)
})

test('what is in the name counts half as much again', () => {
  const [one, other] = [text('named', 'music', 'x'), text('told', 'x', 'music')]
  expect(rankTexts(['music'], [other, one], 0.5).map(({ id }) => id)).toEqual(['named'])
  // Two words of a text outweigh the name of another.
  const two = text('two', 'x', 'music player')
  const ranked = rankTexts(['music', 'player'], [one, two, text('z', 'z', 'z')], 0.3)
  expect(ranked.map(({ id }) => id)[0]).toBe('two')
})

test('so many of the words must be known to some text', () => {
  expect(found('backup zebra', 0.5)).toEqual(['backup'])
  expect(found('backup zebra', 0.51)).toEqual([])
  expect(found('backup zebra lion', 0.5)).toEqual([])
})

test('texts that know the same are all found, in their order', () => {
  const alike = ['a', 'b', 'c'].map((id) => text(id, 'x', 'same'))
  expect(rankTexts(['same'], alike, 1).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})
