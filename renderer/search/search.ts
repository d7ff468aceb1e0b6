/** The rows that a search means. By name, by what they do, by what a file says about itself, or by a pasted path. */
import type { CatalogueProcess } from '../../shared/catalogue/schema.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import { otherNamesOf } from '../../shared/search/known-names.ts'
import { readQuestion } from '../../shared/search/read-question.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'

/**
 * Small letters without accents: `Sök` finds `sok`, and `SOK` finds `sök`. Never by locale: an I is an I in Turkey too.
 * And the apostrophe of keyboards finds the one of printed French: `d'iPod`.
 */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}

/** What is looked for in a pasted text: the program of a path, a command line or a row; a text that is none of these stays as it is. */
export function nameInQuery(query: string): string {
  const text = query.trim()
  if (/^[\\/"'\s]*$/.test(text)) return ''
  const { files, names, shape, hasPath } = readQuestion(text.slice(0, longestSearched))
  const [file] = files
  if (file !== undefined) return file
  if (shape === 'row' || hasPath) return names[0] ?? text
  return text.replace(/^"(.*)"$/, '$1').trim()
}

/** The members whose text holds every word of the query, in their order; all of them for an empty query. */
export function searchTexts<T>(
  members: readonly T[],
  query: string,
  textOf: (member: T) => string,
): readonly T[] {
  const wanted = fold(nameInQuery(query))
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return members
  return members.filter((member) => {
    const text = fold(textOf(member))
    return wanted.every((word) => text.includes(word))
  })
}

export function textOfEntry(entry: CatalogueProcess, words: Words): string {
  const { name, summary, what } = wordsOfProcess(words, entry.id)
  return [entry.imageName, name, summary, what, ...otherNamesOf(entry, [words])].join('\n')
}

/** As it is and as it is shown: hidden signs can be pasted, and their codes typed. */
export function textOfProcess({ name, version }: ExaminedProcess): string {
  const says = version.state === 'known' ? version.value : undefined
  return [name, says?.fileDescription, says?.productName, says?.companyName]
    .filter((text) => typeof text === 'string')
    .flatMap((text) => [text.slice(0, longestSearched), shortText(text)])
    .join('\n')
}

const longestSearched = 1000
