/** What does the program call something that is named by a code in its data, such as an edition or a reason? */
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
