/** Whether a path names a folder or a program of Apple's: enough for a first look, and no proof of anything. */
import { imageNameKey } from '../catalogue/match.ts'
import { fileNameOf } from './read-command.ts'

/** Folders of Apple's, wherever they lie. */
const folderOfApple = /\\(?:Apple|Bonjour|iPod|iTunes|QuickTime|Boot Camp)\\/i

/** @param program the path of a file. @param programs Apple's, from the catalogue */
export function isAppleByPath(
  program: string,
  programs: readonly { readonly imageName: string }[],
): boolean {
  if (folderOfApple.test(program)) return true
  const name = fileNameOf(program)
  const key = imageNameKey(name)
  return programs.some(
    ({ imageName }) => imageName.length === name.length && imageNameKey(imageName) === key,
  )
}
