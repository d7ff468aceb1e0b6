/** The other names under which Windows and its tools show a process of the catalogue. */
import type { CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import { wordsOfProcess } from '../text/process-words.ts'
import type { Words } from '../text/texts.ts'

/**
 * Its services, the description in its file, its entry among the programs that start with Windows, what a Windows of
 * another language calls it, and what we call it.
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
