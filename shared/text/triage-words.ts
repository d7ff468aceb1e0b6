/** The words of a pasted list: one verdict a line, and what the list cannot know. */
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { PastedList } from '../catalogue/what-is.ts'
import { label } from './label.ts'
import type { Words } from './texts.ts'
import { briefAnswer, titleOfAnswer } from './what-is-words.ts'

export function triageWords(
  words: Words,
  { rows, leftOut }: PastedList,
  catalogue: Catalogue,
): readonly string[] {
  const { t } = words
  return [
    t('triage.title', { count: rows.length }),
    t('triage.hint'),
    ...rows.map(({ answer, knows }) => {
      const title = label(words, titleOfAnswer(words, answer, catalogue))
      return `- ${title} ${briefAnswer(words, answer, catalogue)} (${t(`triage.knows.${knows}`)})`
    }),
    ...(leftOut > 0 ? [t('triage.leftOut', { count: leftOut })] : []),
  ]
}
