/** Where are the programs that `build-programs.mjs` made, and how are they started and ended? */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { loadKoffi } from '../../electron/win32/load-koffi.ts'
import type { Native } from '../../electron/win32/load-koffi.ts'

const folder = process.env['WIN32_PROGRAMS']
if (folder === undefined) throw new Error('WIN32_PROGRAMS must name the folder of the programs')

export const programsFolder = resolve(folder)

export function program(...path: readonly string[]): string {
  return join(programsFolder, ...path)
}

export const longPath = program(
  ...Array.from({ length: 6 }, () => 'x'.repeat(49)),
  'iTunesHelper.exe',
)
export const nonAsciiPath = program('Ünïcode музыка 音楽 🎵', 'iTunesHelper.exe')

const MAX_PATH = 260

/** A copy of the genuine program at the longest path that this system starts: Wine 8 runs another program beyond MAX_PATH. */
export async function longestStartablePath(): Promise<string> {
  if (!isWine) return longPath
  const name = 'iTunesHelper.exe'
  const fill = 'y'.repeat(MAX_PATH - 1 - programsFolder.length - name.length - 2)
  await mkdir(program(fill), { recursive: true })
  await copyFile(program('genuine', 'AppleMobileDeviceService.exe'), program(fill, name))
  return program(fill, name)
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

/** For `after`: nothing that a test started outlives it. */
export async function endAll(): Promise<void> {
  await Promise.all(started.splice(0).map((child) => child.end()))
}

async function startPlain(path: string): Promise<Started> {
  const child = spawn(path, [], { stdio: 'ignore' })
  await once(child, 'spawn')
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
