/** Where a step of a walk is known from: its pages with their addresses, and how sure they make it. */
import { expect, test } from 'vitest'
import { sourceLines, stepSources } from '../../../shared/text/step-sources.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const pages = {
  A: { title: 'A page', url: 'https://a.example/1', kind: 'community' },
  B: { title: 'A log', kind: 'community' },
} as const

test('a step names its pages with their addresses, by how sure they make it', () => {
  const from = [
    { sources: ['A', 'B'], confidence: '2+' },
    { sources: ['A'], confidence: 'inferred' },
  ] as const
  const sources = stepSources({ from }, pages)
  expect(sourceLines(wordsIn('en'), [{ name: 'A step', sources }])).toEqual([
    'A step: Two or more independent sources agree. A page (https://a.example/1) · A log. Our own conclusion from the sources. A page (https://a.example/1).',
  ])
})

test('what nobody can look up is shown as low, and a step without sources has no line', () => {
  const sources = stepSources({ from: [{ sources: ['B', 'X'], confidence: 'certain' }] }, pages)
  expect(sources).toEqual([
    {
      confidence: 'low',
      pages: [
        { title: 'A log', url: null },
        { title: 'X', url: null },
      ],
    },
  ])
  expect(sourceLines(wordsIn('en'), [{ name: 'A step', sources: [] }])).toEqual([])
})
