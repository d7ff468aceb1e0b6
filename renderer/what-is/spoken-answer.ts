/** What a screen reader says when an answer comes: one or two short sentences, whatever is drawn. */
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { WhatIsAnswer } from '../../shared/catalogue/what-is.ts'
import { errorWords } from '../../shared/text/error-words.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import {
  briefAnswer,
  entryOf,
  nameOfOther,
  otherOf,
  runningWords,
} from '../../shared/text/what-is-words.ts'
import { isWorthAWarning } from './worth-a-warning.ts'

export function spokenAnswer(words: Words, answer: WhatIsAnswer, catalogue: Catalogue): string {
  const count = answer.lines.length
  const block = count > 1 ? [words.t('whatIs.spoken.block', { count })] : []
  return [...block, spokenLine(words, answer, catalogue)].join(' ')
}

function spokenLine(words: Words, answer: WhatIsAnswer, catalogue: Catalogue): string {
  const { t } = words
  const entry = entryOf(answer, catalogue)
  if (entry) {
    return t('whatIs.spoken.entry', {
      name: entry.imageName,
      summary: wordsOfProcess(words, entry.id).summary,
      status: runningWords(words, answer.running),
    })
  }
  const other = otherOf(answer)
  if (other) return `${nameOfOther(other, answer.name)}: ${briefAnswer(words, answer, catalogue)}`
  const { name, suggestions, lookAlike, running, errors } = answer
  const [error] = errors
  if (name === '' && error !== undefined) {
    const { title, meaning } = errorWords(words, error)
    return `${title}: ${meaning}`
  }
  const first = catalogue.processes.find(({ id }) => id === suggestions[0]?.entryId)
  if (first === undefined && name === '') return t('whatIs.nothing.title')
  const said = [
    lookAlike !== null && isWorthAWarning(answer)
      ? t('whatIs.lookAlike.title', { name: lookAlike.resembles })
      : '',
    first === undefined
      ? t('whatIs.spoken.foreign', {
          name: shortText(name, 80),
          status: runningWords(words, running),
        })
      : t('whatIs.spoken.suggest', { count: suggestions.length, name: first.imageName }),
  ]
  return said.filter((one) => one !== '').join('. ')
}
