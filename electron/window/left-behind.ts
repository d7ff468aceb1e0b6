/**
 * Folders that the portable program left behind. It unpacks itself to a new one at each start and deletes that at its
 * end; where it was ended from outside (signing out, Task Manager) some hundred MB stay.
 */
import { lstat, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What NSIS calls its folders. */
const outerName = /^ns[0-9A-Za-z]+\.tmp$/
const innerName = 'app'

/** No start takes so long, in milliseconds: a younger folder may be one that is being filled right now. */
const youngMs = 60 * 60_000

export interface LeftBehindQuestion {
  readonly tempFolder: string
  /** Full path of the program that runs, which lies in a folder of its own kind. */
  readonly programFile: string
  readonly nowMs?: number
}

/**
 * Deletes what is ours and does not run; Windows deletes no program file that runs, so that goes first and decides.
 * @param deleteProgram the tests' own
 * @returns how many folders were deleted
 */
export async function sweepLeftBehind(
  { tempFolder, programFile, nowMs = Date.now() }: LeftBehindQuestion,
  deleteProgram: (file: string) => Promise<void> = (file) => rm(file),
): Promise<number> {
  const own = dirname(programFile)
  const programName = programFile.slice(own.length + 1)
  const outers = await readdir(tempFolder).catch(() => [])
  let count = 0
  for (const outer of outers.filter((name) => outerName.test(name))) {
    const folder = join(tempFolder, outer, innerName)
    if (folder.toUpperCase() === own.toUpperCase()) continue
    if (
      !(await isOldFolder(join(tempFolder, outer), nowMs)) ||
      !(await isOurs(folder, programName))
    )
      continue
    try {
      await deleteProgram(join(folder, programName))
      await rm(folder, { recursive: true, force: true })
      await rm(join(tempFolder, outer), { recursive: true, force: true })
      count += 1
    } catch {
      // It runs, or somebody holds a file of it: the next start tries again.
    }
  }
  return count
}

/** A folder itself, not a link to one elsewhere. */
async function isOldFolder(path: string, nowMs: number): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isDirectory() === true && nowMs - found.birthtimeMs > youngMs
}

async function isOurs(folder: string, programName: string): Promise<boolean> {
  const kinds = await Promise.all(
    [folder, join(folder, programName), join(folder, 'resources', 'app.asar')].map((path) =>
      lstat(path).catch(() => undefined),
    ),
  )
  const [itself, program, archive] = kinds
  return itself?.isDirectory() === true && program?.isFile() === true && archive?.isFile() === true
}
