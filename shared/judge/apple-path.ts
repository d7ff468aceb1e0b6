/** Whether a path names a folder or a program of Apple's: enough for a first look, and no proof of anything. */
import { readCatalogue } from '../catalogue/catalogue.ts'
import { imageNameKey } from '../catalogue/match.ts'
import { fileNameOf } from './read-command.ts'

/** Folders of Apple's, wherever they lie. */
const folderOfApple = /\\(?:Apple|Bonjour|iPod|iTunes|QuickTime|Boot Camp)\\/i

let programs: ReadonlySet<string> | undefined

/** @param program the path of a file */
export function isAppleByPath(program: string): boolean {
  if (folderOfApple.test(program)) return true
  programs ??= new Set(readCatalogue().processes.map(({ imageName }) => imageNameKey(imageName)))
  return programs.has(imageNameKey(fileNameOf(program)))
}
