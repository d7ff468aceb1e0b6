/** Texts that the registry names instead of holding: `@FirewallAPI.dll,-25000`. */
import { shlwapi } from '../bridge/shlwapi.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'

const longestText = 512

/**
 * A library of Windows's own by its bare name or in the system folder, or a text of a Store package. What lies anywhere
 * else is not opened: a share would be asked for it, or a program's library loaded.
 */
const ofWindows =
  /^@(?:%SystemRoot%\\system32\\|%windir%\\system32\\)?([\w-]{1,64}\.(?:dll|exe),-\d{1,9})$/i
const ofPackage = /^@\{[\w.-]{1,128}_[\w.~-]{1,128}\?ms-resource:\/\/[\w./-]{1,256}\}$/i

/** @returns the text in the language of Windows, or what was given where it is no such reference or cannot be found. */
export function readIndirectText(text: string): string {
  const [, inWindows] = ofWindows.exec(text) ?? []
  if (inWindows === undefined && !ofPackage.test(text)) return text
  const library = shlwapi()
  const { SystemRoot: root } = process.env
  if (!library.ok || root === undefined) return text
  const source = inWindows === undefined ? text : `@${root}\\system32\\${inWindows}`
  const buffer = Buffer.alloc(2 * longestText)
  const outcome = library.value.SHLoadIndirectString(source, buffer, longestText, null)
  const found = outcome === 0 ? readTerminatedString(buffer) : ''
  return found === '' ? text : found
}
