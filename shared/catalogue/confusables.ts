/**
 * Letters that a sign is drawn like. Unicode's table, through a kept library; loaded only where a sign beyond ASCII
 * asks for it.
 */
import { isAscii } from './ascii.ts'

let table: Readonly<Record<string, string>> | undefined

/** Must have ended before names are compared that hold other signs than ASCII. At once for all others. */
export async function readyToCompare(names: Iterable<string>): Promise<void> {
  if (table !== undefined) return
  for (const name of names) {
    if (isAscii(name)) continue
    // The table is large, and most PCs have no process that needs it. The library's own way puts all of it into one
    // regular expression, which takes longer than a look at the PC.
    const library = await import('unhomoglyph/data.json', { with: { type: 'json' } })
    table = library.default
    return
  }
}

/** @throws where `readyToCompare` was not waited for: an answer without the table would be a guess. */
export function drawnLike(text: string): string {
  const known = table
  if (known === undefined) throw new Error('readyToCompare comes before names are compared')
  return Array.from(text, (sign) => (Object.hasOwn(known, sign) ? known[sign] : sign)).join('')
}
