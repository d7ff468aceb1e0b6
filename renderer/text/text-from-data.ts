/** Words of something that data names by a code. */
import type { Words } from '../../shared/text/texts.ts'

/** @param otherwise what to show when the data is newer than the texts. */
export function textFromData(
  words: Words,
  key: string,
  otherwise: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words.has(key) ? words.t(key, values) : otherwise
}
