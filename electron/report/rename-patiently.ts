/** Renaming, tried again for a moment: on Windows a scanner or an indexer that looks at a new file holds it that long. */
import { rename } from 'node:fs/promises'

const heldCodes = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** Together little more than a second. */
const pausesMs = [20, 50, 100, 200, 400, 400]

/** @throws {Error} what the last try threw @param tryRename the tests' own */
export async function renamePatiently(
  from: string,
  to: string,
  tryRename: typeof rename = rename,
  mayBeHeld = process.platform === 'win32',
): Promise<void> {
  for (const pauseMs of mayBeHeld ? pausesMs : []) {
    try {
      await tryRename(from, to)
      return
    } catch (error) {
      if (!heldCodes.has(String((error as NodeJS.ErrnoException).code))) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  await tryRename(from, to)
}
