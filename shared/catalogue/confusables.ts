/**
 * Letters that a sign is drawn like. Unicode's table, through a kept library; loaded only where a sign beyond ASCII
 * asks for it.
 */
import { isAscii } from './ascii.ts'

let text: string | undefined
let table: Readonly<Record<string, string>> | undefined

/** Must have ended before names are compared that hold other signs than ASCII. At once for all others. */
export async function readyToCompare(names: Iterable<string>): Promise<void> {
  if (text !== undefined) return
  for (const name of names) {
    if (isAscii(name)) continue
    // The table is large, and most PCs have no process that needs it. The library's own way puts all of it into one
    // regular expression, which takes longer than a look at the PC.
    // As text: many PCs are read with the table at hand, and it is a table only where a sign asks for it.
    const library = await import('unhomoglyph/data.json?raw')
    text = library.default
    return
  }
}

/** @throws where `readyToCompare` was not waited for: an answer without the table would be a guess. */
export function drawnLike(name: string): string {
  if (text === undefined) throw new Error('readyToCompare comes before names are compared')
  const known = (table ??= JSON.parse(text) as Readonly<Record<string, string>>)
  return Array.from(name, (sign) => (Object.hasOwn(known, sign) ? known[sign] : sign)).join('')
}
