/** Writing a file whole or not at all. Written beside its place first, then renamed into it. */
import { constants } from 'node:fs'
import { access, lstat, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { noPlainFile } from '../../shared/text/write-words.ts'
import { renamePatiently } from './rename-patiently.ts'

/**
 * A link stays a link: what it leads to is written. An older file keeps its mode.
 * @returns on failure the system's code, such as `EACCES`; the file is then as it was.
 */
export async function writeReport(file: string, content: string): Promise<Result<null, string>> {
  let draft: string | undefined
  try {
    const place = await placeOf(file)
    const older = await stat(place).catch(ifMissing)
    if (older !== undefined) {
      if (!older.isFile()) return failure(noPlainFile)
      await access(place, constants.W_OK)
    }
    draft = `${place}.${process.pid}.tmp`
    // wx: never follow or overwrite something that happens to bear the draft's name.
    await writeFile(draft, content, {
      ...{ encoding: 'utf8', flag: 'wx', flush: true },
      mode: older === undefined ? 0o666 : older.mode & 0o777,
    })
    await renamePatiently(draft, place)
    return success(null)
  } catch (error) {
    const code = systemCode(error)
    if (draft !== undefined && code !== 'EEXIST') await rm(draft, { force: true }).catch(() => {})
    return failure(code)
  }
}

/** As many as Windows follows. */
const mostLinks = 31

/** Where a link leads to in the end, even where nothing lies there yet. */
async function placeOf(file: string): Promise<string> {
  let place = resolve(file)
  for (let links = 0; links < mostLinks; links += 1) {
    const found = await lstat(place).catch(ifMissing)
    if (found?.isSymbolicLink() !== true) return place
    place = resolve(dirname(place), await readlink(place))
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' })
}

function ifMissing(error: unknown): undefined {
  if (systemCode(error) !== 'ENOENT') throw error
  return undefined
}

/** The short name of a file system error, for example `ENOENT`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
