/** Writing a file whole or not at all. Written beside its place first, then renamed into it. */
import { rm, writeFile } from 'node:fs/promises'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { renamePatiently } from './rename-patiently.ts'

/** @returns on failure the system's code, such as `EACCES`; the file is then as it was. */
export async function writeReport(file: string, content: string): Promise<Result<null, string>> {
  const draft = `${file}.${process.pid}.tmp`
  try {
    // wx: never follow or overwrite something that happens to bear the draft's name.
    await writeFile(draft, content, { encoding: 'utf8', flag: 'wx' })
    await renamePatiently(draft, file)
    return success(null)
  } catch (error) {
    const code = systemCode(error)
    if (code !== 'EEXIST') await rm(draft, { force: true }).catch(() => {})
    return failure(code)
  }
}

/** The short name of a file system error, for example `ENOENT`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
