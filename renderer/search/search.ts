/** Which catalogue processes does a search mean? By name, by what they do, or by a pasted path. */
import type { CatalogueProcess } from '../../shared/catalogue/schema.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { Words } from '../../shared/text/texts.ts'

/** Small letters without accents: `Sök` finds `sok`, and `SOK` finds `sök`. Never by locale: an I is an I in Turkey too. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * What is looked for in a pasted text. From `"C:\Program Files\iTunes\iTunesHelper.exe" -hidden` that is `iTunesHelper.exe`;
 * a text that is no path stays as it is.
 */
export function nameInQuery(query: string): string {
  const text = query.trim()
  const isPath = /^"?[a-z]:[\\/]|\\|^["']?\//i.test(text)
  if (!isPath) return text.replace(/^"(.*)"$/, '$1').trim()
  const program = /([^\\/"]+\.exe)(?=["\s]|$)/i.exec(text)
  if (program?.[1] !== undefined) return program[1].trim()
  const parts = text.split(/[\\/"]+/).filter((part) => part !== '')
  return parts.at(-1)?.trim() ?? ''
}

/** The processes that hold every word of the query, in catalogue order; all of them for an empty query. */
export function searchProcesses(
  processes: readonly CatalogueProcess[],
  query: string,
  words: Words,
): readonly CatalogueProcess[] {
  const wanted = fold(nameInQuery(query))
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return processes
  return processes.filter((process) => {
    const { name, summary, what } = wordsOfProcess(words, process.id)
    const text = fold([process.imageName, name, summary, what].join('\n'))
    return wanted.every((word) => text.includes(word))
  })
}
