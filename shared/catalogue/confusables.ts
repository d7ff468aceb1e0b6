/**
 * Letters that a sign is drawn like. Unicode's table, through a kept library; loaded only where a sign beyond ASCII
 * asks for it.
 */
import { isAscii } from './ascii.ts'

let table: ((text: string) => string) | undefined

/** Must have ended before names are compared that hold other signs than ASCII. At once for all others. */
export async function readyToCompare(names: Iterable<string>): Promise<void> {
  if (table !== undefined) return
  for (const name of names) {
    if (isAscii(name)) continue
    // The table is large, and most PCs have no process that needs it.
    const library = await import('unhomoglyph')
    table = library.default
    return
  }
}

/** @throws where `readyToCompare` was not waited for: an answer without the table would be a guess. */
export function drawnLike(sign: string): string {
  if (table === undefined) throw new Error('readyToCompare comes before names are compared')
  return table(sign)
}
