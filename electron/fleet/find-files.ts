/** The files of a fleet: those that were named, and what lies in and below named folders. */
import { opendir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FleetProblem } from '../../shared/model/fleet.ts'
import { nextTurn } from '../async/turns.ts'
import { isDevice } from '../report/device-name.ts'
import { systemCode } from '../report/write-report.ts'
import { noFileOf } from './file-bytes.ts'
import type { FleetFile } from './file-records.ts'

/** One file for each PC, and one day a few more. */
const mostFiles = 250_000
const deepest = 8

export interface FoundFiles {
  readonly files: readonly FleetFile[]
  readonly problems: readonly {
    readonly source: string
    readonly problem: FleetProblem
    readonly detail: string
  }[]
}

export async function findFleetFiles(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<FoundFiles> {
  const files: FleetFile[] = []
  const problems: FoundFiles['problems'][number][] = []

  const add = (path: string, name: string) => {
    files.push({ path, name, index: files.length })
  }
  const walk = async (folder: string, prefix: string, depth: number): Promise<void> => {
    let entries: string[][]
    try {
      entries = await namesIn(folder, signal)
    } catch (error) {
      if (signal.aborted) throw error
      problems.push({
        source: prefix || basename(folder),
        problem: 'denied',
        detail: systemCode(error),
      })
      return
    }
    const [names = [], folders = []] = entries
    for (const name of names) {
      if (files.length >= mostFiles) {
        problems.push({
          source: prefix || basename(folder),
          problem: 'stopped',
          detail: String(mostFiles),
        })
        return
      }
      add(join(folder, name), `${prefix}${name}`)
    }
    for (const name of folders) {
      if (depth < deepest) await walk(join(folder, name), `${prefix}${name}/`, depth + 1)
    }
  }

  for (const path of paths) {
    signal.throwIfAborted()
    try {
      const found = isDevice(path) ? undefined : await stat(path)
      if (found?.isDirectory() === true) await walk(path, '', 0)
      else if (found?.isFile() === true) {
        add(path, basename(path))
      } else {
        // A pipe would hold one of the four threads for as long as nobody writes to it.
        problems.push({ source: basename(path), problem: 'unknown-kind', detail: '' })
      }
    } catch (error) {
      if (signal.aborted) throw error
      problems.push({ source: path, ...noFileOf(error) })
    }
  }
  return { files, problems }
}

/** Files, then folders, each in the order of their names. Links are not followed: they may lead round in a circle. */
async function namesIn(folder: string, signal: AbortSignal): Promise<string[][]> {
  const [files, folders]: [string[], string[]] = [[], []]
  for await (const entry of await opendir(folder)) {
    if (signal.aborted) break
    if (entry.isFile()) files.push(entry.name)
    else if (entry.isDirectory()) folders.push(entry.name)
    if ((files.length & 0x3ff) === 0) await nextTurn()
  }
  return [files.sort(), folders.sort()]
}
