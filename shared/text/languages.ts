/** The languages of the program. */
export const supportedLanguages = ['en', 'sv', 'de', 'fr', 'es'] as const

export type Language = (typeof supportedLanguages)[number]

/** The supported language that a BCP 47 tag such as `sv-SE` or `es-419` asks for, or undefined. */
export function languageFromTag(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split(/[-_]/, 1)[0]
  return supportedLanguages.find((language) => language === primary)
}
