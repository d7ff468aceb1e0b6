/** The window's language. */
import { useCallback, useEffect, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { languageFromTag, type Language } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/text/words.ts'
import { englishWords, loadedWords, loadWords } from './load-words.ts'

export interface LanguageChoice {
  readonly words: Words
  /** Switches as soon as the words are there; resolves to whether the choice was also saved. */
  readonly choose: (language: Language) => Promise<boolean>
}

/** The language of the first picture. @param described what the main process says, once it has answered. */
export function startLanguage(described: Language | undefined): Language {
  return described ?? languageFromTag(navigator.language) ?? 'en'
}

/** @param described what the main process says to begin with, once it has answered. */
export function useLanguage(
  bridge: InspectorBridge,
  described: Language | undefined,
): LanguageChoice {
  const [chosen, setChosen] = useState<Language>()
  const [late, setLate] = useState<Words>()
  const wanted = chosen ?? startLanguage(described)
  const words = loadedWords(wanted) ?? late ?? englishWords
  const { language } = words

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  useEffect(() => {
    // As a rule they are there: loaded before the first picture, or before the choice took hold.
    if (loadedWords(wanted) === undefined) void loadWords(wanted).then(setLate)
  }, [wanted])

  const choose = useCallback(
    async (next: Language) => {
      await loadWords(next)
      setChosen(next)
      try {
        return (await bridge.chooseLanguage(next)).ok
      } catch {
        return false
      }
    },
    [bridge],
  )
  return { words, choose }
}
