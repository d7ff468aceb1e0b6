/** Claims that nobody can look up are shown as low, and counted. */
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { mergeEvidence, shownConfidence } from '../../../shared/catalogue/confidence.ts'
import type { Evidence } from '../../../shared/model/evidence.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { readErrors } from '../../../shared/catalogue/errors.ts'
import { readHostsLines } from '../../../shared/catalogue/hosts-lines.ts'
import { betterWays, myths } from '../../../shared/catalogue/myths.ts'
import { readOtherPrograms } from '../../../shared/catalogue/other-programs.ts'
import { readPorts } from '../../../shared/catalogue/ports.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const { processes, statements, sources } = readCatalogue()

/** Every object that carries sources and a confidence, wherever it lies. */
function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(evidenceIn)
  return 'sources' in value && 'confidence' in value ? [value as Evidence, ...below] : below
}

const withoutAddress = (value: unknown): number =>
  evidenceIn(value).filter(({ sources: keys }) => keys.every((key) => !sources[key]?.url)).length

const withAddress = { sources: ['BONJ', 'PUBLIC-CODE'], confidence: '2+' } as const
const without = { sources: ['PUBLIC-CODE'], confidence: '2+' } as const

test('a claim without a source that has an address is low, however many say so', () => {
  expect(shownConfidence(withAddress, sources)).toBe('2+')
  expect(shownConfidence(without, sources)).toBe('low')
  expect(shownConfidence({ sources: ['NOT-KNOWN'], confidence: 'certain' }, sources)).toBe('low')
})

test('claims are put together by the degree in which they are shown', () => {
  expect(mergeEvidence([withAddress, without, undefined, without], sources)).toEqual([
    { shown: '2+', sources: ['BONJ', 'PUBLIC-CODE'] },
    { shown: 'low', sources: ['PUBLIC-CODE'] },
  ])
})

/** Fewer is better: lower the number when an address was found, and never raise it without a reason. */
describe('The claims without an address are counted', () => {
  test.each([
    ['processes', processes, 96],
    ['other programs', readOtherPrograms(), 44],
    ['statements', statements, 0],
    ['tips and better ways', [myths, betterWays], 12],
    ['servers', readEndpoints(), 2],
    ['ports', readPorts(), 1],
    ['hosts lines and errors', [readHostsLines(), readErrors()], 60],
  ])('%s', (_, data, most) => {
    expect(withoutAddress(data)).toBeLessThanOrEqual(most)
  })
})

test('a low degree has its words in every language', () => {
  for (const language of supportedLanguages) {
    expect(wordsIn(language).has('confidence.low')).toBe(true)
  }
})
