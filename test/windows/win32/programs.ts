/** Where are the programs that `build-programs.mjs` made, and how are they started and ended? */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { loadKoffi } from '../../../electron/win32/bridge/load-koffi.ts'
import type { Native } from '../../../electron/win32/bridge/load-koffi.ts'

const folder = process.env['INSPECTOR_WIN32_PROGRAMS']
if (folder === undefined) throw new Error('INSPECTOR_WIN32_PROGRAMS must name their folder')

export const programsFolder = resolve(folder)

export function program(...path: readonly string[]): string {
  return join(programsFolder, ...path)
}

/** Made here, by the system that the tests are about: no archive has to carry such a path. */
async function copyOfGenuine(...path: readonly string[]): Promise<string> {
  await mkdir(program(...path.slice(0, -1)), { recursive: true })
  await copyFile(program('genuine', 'AppleMobileDeviceService.exe'), program(...path))
  return program(...path)
}

const helper = 'iTunesHelper.exe'
const deepFolder = Array.from({ length: 6 }, () => 'x'.repeat(49))
export const longPath = await copyOfGenuine(...deepFolder, helper)
export const nonAsciiPath = await copyOfGenuine('Ünïcode музыка 音楽 🎵', helper)

const MAX_PATH = 260

/** A copy of the genuine program at the longest path that this system starts: Wine 8 runs another program beyond MAX_PATH. */
export async function longestStartablePath(): Promise<string> {
  if (!isWine) return longPath
  const fill = 'y'.repeat(MAX_PATH - 1 - programsFolder.length - helper.length - 2)
  return copyOfGenuine(fill, helper)
}

/** Wine trusts every root; Windows trusts only those that it knows. */
export const isWine = hasWineVersion()
export const sound = isWine ? 'trusted' : 'untrusted-root'

function hasWineVersion(): boolean {
  const koffi = loadKoffi()
  if (!koffi.ok) throw new Error(koffi.failure.detail)
  try {
    koffi.value.load('ntdll.dll').func('wine_get_version', 'str', [])
    return true
  } catch {
    return false
  }
}

/** A process that a test started, and how it is ended. */
export interface Started {
  readonly pid: number
  /** Resolves when the process is gone. */
  readonly end: () => Promise<void>
}

const started: Started[] = []

/** Starts the program, which then sleeps. */
export async function start(path: string): Promise<Started> {
  const child = path.length >= MAX_PATH ? startLong(path) : await startPlain(path)
  started.push(child)
  return child
}

/** A few at a time: Wine refuses to start hundreds at one moment. */
export async function startMany(path: string, count: number): Promise<readonly Started[]> {
  const children: Started[] = []
  while (children.length < count) {
    const more = Math.min(25, count - children.length)
    children.push(...(await Promise.all(Array.from({ length: more }, () => start(path)))))
  }
  return children
}

/** For `after`: nothing that a test started outlives it. */
export async function endAll(): Promise<void> {
  await Promise.all(started.splice(0).map((child) => child.end()))
}

/** Wine refuses a start now and then while hundreds are starting; Windows does not. */
const maxRefusals = 20

async function startPlain(path: string): Promise<Started> {
  const child = await spawned(path)
  if (child.pid === undefined) throw new Error(`${path} has no pid`)
  return {
    pid: child.pid,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}

async function spawned(path: string): Promise<ChildProcess> {
  for (let refusals = 0; ; refusals += 1) {
    try {
      const child = spawn(path, [], { stdio: 'ignore' })
      await once(child, 'spawn')
      return child
    } catch (error) {
      const refused = error instanceof Error && 'code' in error && error.code === 'UNKNOWN'
      if (!refused || refusals === maxRefusals) throw error
      await delay(50)
    }
  }
}

/** Node cannot start a program with so long a path; Windows can. */
function startLong(path: string): Started {
  const koffi = loadKoffi()
  if (!koffi.ok) throw new Error(koffi.failure.detail)
  const kernel32 = koffi.value.load('kernel32.dll')
  const P = 'void *'
  const CreateProcessW = kernel32.func('CreateProcessW', 'int32', [
    ...['str16', P, P, P, 'int32', 'uint32', P, P, P, P],
  ]) as Native<[string, ...unknown[]], number>
  const CloseHandle = kernel32.func('CloseHandle', 'int32', [P]) as Native<[bigint], number>
  const startup = Buffer.alloc(104)
  startup.writeUInt32LE(startup.length)
  const made = Buffer.alloc(24)
  const nothing = [null, null, null, 0, 0, null, null]
  if (CreateProcessW(`\\\\?\\${path}`, ...nothing, startup, made) === 0) {
    throw new Error(`CreateProcessW did not start ${path}`)
  }
  CloseHandle(made.readBigUInt64LE(0))
  CloseHandle(made.readBigUInt64LE(8))
  const pid = made.readUInt32LE(16)
  return {
    pid,
    end: () => {
      try {
        process.kill(pid)
      } catch {
        // It has ended by itself.
      }
      return Promise.resolve()
    },
  }
}
