/** Which language does the window speak: the saved one, the system's, or the one just chosen? */
import { useCallback, useEffect, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { languageFromTag, type Language } from '../../shared/text/languages.ts'
import { wordsIn, type Words } from '../../shared/text/texts.ts'

export interface LanguageChoice {
  readonly words: Words
  /** Switches at once; resolves to whether the choice was also saved. */
  readonly choose: (language: Language) => Promise<boolean>
}

/** @param described what the main process says to begin with, once it has answered. */
export function useLanguage(
  bridge: InspectorBridge,
  described: Language | undefined,
): LanguageChoice {
  const [chosen, setChosen] = useState<Language>()
  const language = chosen ?? described ?? languageFromTag(navigator.language) ?? 'en'

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const choose = useCallback(
    async (next: Language) => {
      setChosen(next)
      try {
        return (await bridge.chooseLanguage(next)).ok
      } catch {
        return false
      }
    },
    [bridge],
  )
  return { words: wordsIn(language), choose }
}
