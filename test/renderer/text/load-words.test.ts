/** Does the window get the words of each language, and English when a language's file cannot be read? */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.doUnmock('../../../assets/texts/fr/window.json')
})

const load = () => import('../../../renderer/text/load-words.ts')

describe('the words of the window', () => {
  test('are English from the start, and of another language once it is loaded', async () => {
    const { loadedWords, loadWords } = await load()
    for (const language of supportedLanguages) {
      if (language === 'en') expect(loadedWords(language)?.language).toBe('en')
      else expect(loadedWords(language)).toBeUndefined()
      const words = await loadWords(language)
      expect(words.language).toBe(language)
      expect(words.t('frame.search.label')).toBe(wordsIn(language).t('frame.search.label'))
      expect(loadedWords(language)).toBe(words)
    }
  })

  test('are loaded once, however often they are asked for', async () => {
    const { loadWords } = await load()
    const [first, second] = await Promise.all([loadWords('de'), loadWords('de')])
    expect(second).toBe(first)
    expect(await loadWords('de')).toBe(first)
  })

  test('are English when the file cannot be read, and are asked for again the next time', async () => {
    vi.doMock('../../../assets/texts/fr/window.json', () => {
      throw new Error('no such file')
    })
    const { loadedWords, loadWords } = await load()
    expect((await loadWords('fr')).language).toBe('en')
    expect(loadedWords('fr')).toBeUndefined()
    vi.doUnmock('../../../assets/texts/fr/window.json')
    vi.resetModules()
    expect((await (await load()).loadWords('fr')).language).toBe('fr')
  })
})
