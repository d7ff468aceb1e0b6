/** What only the logs of FRST write: the program that started another, and a list of what is installed. */
import { findPackage, type OtherProgram } from '../../catalogue/other-programs.ts'

/** FRST writes the program that started another before it. */
export const withoutParent = (line: string): string =>
  line.replace(/^\([^()]{1,300}(?:\([^()]{1,40}\)[^()]{0,300})?\s->\)\s+(?=\S)/u, '')

const installedRow = /^(.{2,80}?)\s{1,3}\((?:HKLM|HKU|HKCU)[^()]{0,300}\)(?:\s|$)/u

/** A row of FRST's list of installed programs. */
export function installedPackage(
  line: string,
): { readonly text: string; readonly other: OtherProgram } | undefined {
  const text = installedRow.exec(line)?.[1]
  if (text === undefined) return undefined
  const other = findPackage(text)
  return other === undefined ? undefined : { text, other }
}
