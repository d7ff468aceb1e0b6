/** What does a screen reader hear when an answer comes? One or two short sentences, whatever is drawn. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { WhatIsAnswer } from '../../shared/model/what-is.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { meantEntry } from './meant-entry.ts'
import { runningWords } from './running-words.ts'
import { isWorthAWarning } from './worth-a-warning.ts'

export function spokenAnswer(words: Words, answer: WhatIsAnswer, catalogue: Catalogue): string {
  const { t } = words
  if (answer.name === '') return t('whatIs.nothing.title')
  const { entry, askedAs } = meantEntry(answer, catalogue, words)
  if (entry) {
    return t('whatIs.spoken.entry', {
      name: entry.imageName,
      summary: wordsOfProcess(words, entry.id).summary,
      status: askedAs === null ? runningWords(words, answer.running) : '',
    })
  }
  const { suggestions, lookAlike, running } = answer
  const first = catalogue.processes.find(({ id }) => id === suggestions[0]?.entryId)
  const said = [
    lookAlike !== null && isWorthAWarning(answer)
      ? t('whatIs.lookAlike.title', { name: lookAlike.resembles })
      : '',
    first === undefined
      ? t('whatIs.spoken.foreign', {
          name: shortText(answer.name, 80),
          status: runningWords(words, running),
        })
      : t('whatIs.spoken.suggest', { count: suggestions.length, name: first.imageName }),
  ]
  return said.filter((one) => one !== '').join('. ')
}
