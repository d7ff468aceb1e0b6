/** In which language does the window speak just now? */
import { createContext, useContext } from 'react'
import { wordsIn, type Words } from '../../shared/text/texts.ts'

export const WordsContext = createContext<Words>(wordsIn('en'))

export function useWords(): Words {
  return useContext(WordsContext)
}
