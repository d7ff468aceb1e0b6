/** The words of the window's language. */
import { createContext, useContext } from 'react'
import type { Words } from '../../shared/text/words.ts'
import { englishWords } from './load-words.ts'

export const WordsContext = createContext<Words>(englishWords)

export function useWords(): Words {
  return useContext(WordsContext)
}
