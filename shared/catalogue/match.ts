/** Running processes matched by their exact name. The exact, whole image name, in any case. */
import type { ListedProcess } from '../model/process.ts'
import { isAscii } from './ascii.ts'
import type { CatalogueProcess } from './schemas/catalogue-schema.ts'

/**
 * The key under which Windows treats two file names as one: upper case, letter by letter, without any locale. Catalogue
 * names are ASCII, so only a–z need folding; a Turkish dotless ı or the Kelvin sign K stays a different letter.
 */
export function imageNameKey(name: string): string {
  if (isAscii(name)) return name.toUpperCase()
  return /[a-z]/.test(name) ? name.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : name
}

/**
 * Finds every running instance of each catalogue process.
 *
 * Blanks, dots and other signs count: `AppleMobileDeviceService.exe ` is another name.
 *
 * @returns for each catalogue id that has instances, these in pid order.
 */
export function matchProcesses(
  catalogue: readonly CatalogueProcess[],
  processes: readonly ListedProcess[],
): ReadonlyMap<string, readonly ListedProcess[]> {
  const idByName = new Map(catalogue.map((entry) => [imageNameKey(entry.imageName), entry.id]))
  const outlines = new Set(catalogue.map((entry) => outline(entry.imageName)))
  const found = new Map<string, ListedProcess[]>()
  for (const listed of processes) {
    // Folding is the slow part, and nearly every name differs from all of ours at first sight.
    if (!outlines.has(outline(listed.name))) continue
    const id = idByName.get(imageNameKey(listed.name))
    if (id === undefined) continue
    const instances = found.get(id)
    if (instances === undefined) found.set(id, [listed])
    else instances.push(listed)
  }
  for (const instances of found.values()) instances.sort((a, b) => a.pid - b.pid)
  return found
}

/** The same for any two names that differ in case alone: length, and three letters with the bit that tells ASCII cases apart set. */
function outline(name: string): number {
  const { length } = name
  let sum = length
  for (const at of [0, length >> 1, length - 6]) sum = (sum * 31 + (name.charCodeAt(at) | 32)) | 0
  return sum
}

/** The catalogue process of exactly this image name, in any case. */
export function findByImageName(
  catalogue: readonly CatalogueProcess[],
  name: string,
): CatalogueProcess | undefined {
  const key = imageNameKey(name)
  return catalogue.find((entry) => imageNameKey(entry.imageName) === key)
}
