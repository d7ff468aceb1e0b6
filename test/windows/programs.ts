/** How does a test get real programs with the names of iTunes processes? Copies of one that does nothing until it is ended. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import psList from 'ps-list'

/** The compiled sleeper where Wine runs us, else this very node.exe: both sleep with these arguments. */
export const sleeper = process.env['INSPECTOR_SLEEPER'] ?? process.execPath
const sleepingArguments = ['-e', 'setTimeout(() => {}, 1e9)']

export interface RunningProgram {
  readonly pid: number
  readonly end: () => Promise<void>
}

/** @param folder where the program file is put; made if needed */
export async function startProgram(imageName: string, folder: string): Promise<RunningProgram> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, imageName)
  await copyFile(sleeper, file)
  const child = spawn(file, sleepingArguments, { stdio: 'ignore', windowsHide: true })
  const ended = once(child, 'exit')
  await once(child, 'spawn')
  if (child.pid === undefined) throw new Error(`${file} did not start`)
  return {
    pid: child.pid,
    end: async () => {
      child.kill()
      await ended
    },
  }
}

export interface Workplace {
  readonly folder: string
  /** Starts a program that `tidy` will end, if the test has not. */
  readonly start: (imageName: string, subfolder?: string) => Promise<RunningProgram>
  readonly tidy: () => Promise<void>
}

/** A folder of the test's own. */
export async function makeWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'inspector '))
  const started: RunningProgram[] = []
  return {
    folder,
    start: async (imageName, subfolder = '') => {
      const program = await startProgram(imageName, join(folder, subfolder))
      started.push(program)
      return program
    },
    tidy: async () => {
      await Promise.all(started.map(({ end }) => end()))
      // Windows lets go of a program file only a moment after its process has ended.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** The image names that run right now, folded as Windows folds ASCII: a developer's PC may run iTunes itself. */
export async function runningNames(): Promise<ReadonlySet<string>> {
  return new Set((await psList()).map(({ name }) => name.toLowerCase()))
}
