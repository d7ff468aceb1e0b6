/** What is left of a name: of a tool that cuts it off, and of Windows, which shortens it to `APPLEM~1.EXE`. */
import { isFileName, squeeze } from './fold.ts'
import type { Question } from './lines/read-question.ts'

export interface Cut {
  readonly text: string
}

const dotted = /([^\s"|<>\\/*][^\t"|<>\\/*]{3,80}?)(?:\.{3}|…)/gu
const longChunks = /[^\s"|<>\\/,;:()[\]]{14,40}/gu

/** What a tool has left of a name: before three dots, at the end of a column, or simply a long beginning. */
export function cutIn(line: string, { isCut, names }: Question): Cut | undefined {
  const [first] = names
  if (isCut && first !== undefined) return { text: first }
  for (const { 1: text = '' } of line.slice(0, 500).matchAll(dotted)) {
    const cell =
      text
        .split(/\s{2,}/u)
        .at(-1)
        ?.trim() ?? ''
    if (cell.length >= 5) return { text: cell.replace(/^(?:Running|Stopped)\s/u, '') }
  }
  for (const [text] of line.slice(0, 500).matchAll(longChunks)) {
    if (/^[\p{L}\p{N}._-]+$/u.test(text) && !isFileName(text))
      return { text: text.replace(/[-_]+$/u, '') }
  }
  return undefined
}

const shortName = /([^\s\\/"~.]{1,6})~\d{1,2}\.(?:exe|dll)\b/iu

/** Windows' short name of a file: `APPLEM~1.EXE`. */
export function shortNameIn(
  line: string,
): { readonly text: string; readonly stem: string } | undefined {
  const found = shortName.exec(line)
  return found?.[1] === undefined ? undefined : { text: found[0], stem: found[1] }
}

export function isShortOf(stem: string, imageName: string): boolean {
  const long = imageName.replace(/\.exe$/i, '')
  const isLong = long.length > 8 || long.includes('.')
  return isLong && squeeze(long).startsWith(squeeze(stem))
}
