/** The language to start with. */
import { languageFromTag, type Language } from '../../shared/text/languages.ts'

/** The first of the user's languages that we speak, else English. @param tags such as `sv-SE`, the best one first. */
export function preferredLanguage(tags: readonly string[]): Language {
  return tags.map(languageFromTag).find((language) => language !== undefined) ?? 'en'
}
