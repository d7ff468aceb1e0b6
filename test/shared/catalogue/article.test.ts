/** Every row of Apple’s article is in the product, with what the row says. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { readPorts } from '../../../shared/catalogue/ports.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn, type TextKey } from '../../../shared/text/texts.ts'
import {
  articlePorts,
  articleProcesses,
  articleServers,
  articleStatements,
} from '../../fixtures/apple-article.ts'

const { processes, editions, statements } = readCatalogue()
const swedish = wordsIn('sv')

function expectWords(text: string, wanted: readonly string[], about: string): void {
  for (const word of wanted) {
    expect(text.toLowerCase(), `${about}: ${word}`).toContain(word.toLowerCase())
  }
}

test('every server of the article is there, in its column and order, and in every language', () => {
  const rows = readEndpoints().filter(({ inArticle }) => inArticle)
  expect(rows.map(({ group, pattern }) => [group, pattern])).toEqual(articleServers)
  for (const language of supportedLanguages) {
    for (const { id } of rows)
      expect(wordsIn(language).has(`connections.endpoint.${id}`)).toBe(true)
  }
})

test('every port of the article is there with its protocol, and says what the article says', () => {
  const rows = readPorts().filter(({ inArticle }) => inArticle)
  const range = (from: number, to: number) =>
    from === to ? String(from) : `${String(from)}-${String(to)}`
  expect(rows.map(({ from, to, articleProtocol }) => [range(from, to), articleProtocol])).toEqual(
    articlePorts.map(([port, protocol]) => [port, protocol]),
  )
  for (const [index, [port, , use]] of articlePorts.entries()) {
    const text = swedish.t(`connections.port.${rows[index]?.id ?? ''}` as TextKey)
    expectWords(text, use, port)
  }
})

test('every process of the article is there, in its list and order, and says what the article says', () => {
  const article = editions.find(({ id }) => id === 'article')
  const nameOf = new Map(processes.map(({ id, imageName }) => [id, imageName]))
  const listed = (['core', 'sync'] as const).flatMap((list) =>
    (article?.[list] ?? []).map((id) => [list, nameOf.get(id)]),
  )
  expect(listed).toEqual(articleProcesses.map(([list, imageName]) => [list, imageName]))
  for (const [, imageName, use] of articleProcesses) {
    const id = processes.find((entry) => entry.imageName === imageName)?.id ?? ''
    const noteKey = `process.${id}.note`
    const text = ['what', 'ifDisabled'].map((part) => swedish.t(`process.${id}.${part}` as TextKey))
    const note = swedish.has(noteKey) ? swedish.t(noteKey) : ''
    expectWords([...text, note].join(' '), use, imageName)
  }
})

test('every statement of the article is there, disclaimer and advice included', () => {
  const ids = statements.map(({ id }) => id)
  for (const [id, says] of articleStatements) {
    expect(ids).toContain(id)
    expectWords(swedish.t(`statement.${id}` as TextKey), says, id)
  }
  // What is ours, and not the article's: the exception, which names who said so and when.
  expect(ids.filter((id) => !articleStatements.some(([known]) => known === id))).toEqual([
    'quicktime-exception',
  ])
  for (const language of supportedLanguages) {
    expectWords(wordsIn(language).t('statement.quicktime-exception'), ['US-CERT', '2016'], language)
  }
})
