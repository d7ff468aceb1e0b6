/** Under which other names does Windows show a process of the catalogue? */
import type { CatalogueProcess } from '../catalogue/schema.ts'
import { wordsOfProcess } from '../text/process-words.ts'
import type { Words } from '../text/texts.ts'
import { squeeze } from './fold.ts'

/**
 * Its services, the description in its file, its entry among the programs that start with Windows, and what we call it.
 * @param languages the names in all of these.
 */
export function otherNamesOf(
  { id, service, displayNames, autostart, versionInfo }: CatalogueProcess,
  languages: readonly Words[],
): readonly string[] {
  const names = [
    ...(service?.keyNames ?? []),
    ...(displayNames?.names ?? []),
    ...languages.map((words) => wordsOfProcess(words, id).name),
    versionInfo?.fileDescription,
    autostart?.valueName,
  ]
  return [...new Set(names.filter((name) => name !== undefined))]
}

/** Whether the text is one of these names, whatever its case, blanks and dots. */
export function isOtherNameOf(
  entry: CatalogueProcess,
  text: string,
  languages: readonly Words[],
): boolean {
  const asked = squeeze(text)
  return asked !== '' && otherNamesOf(entry, languages).some((name) => squeeze(name) === asked)
}
