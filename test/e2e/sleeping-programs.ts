/** Real processes under catalogue names: copies of a program that only sleeps, started and ended by a test. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SleepingPrograms {
  /** @returns its pid, once it runs. */
  readonly start: (imageName: string) => Promise<number>
  readonly end: (pid: number) => Promise<void>
  readonly endAll: () => Promise<void>
}

export function makeSleepingPrograms(): SleepingPrograms {
  const folder = mkdtempSync(join(tmpdir(), 'sleeping-'))
  const children = new Map<number, ChildProcess>()
  // On Windows Node itself sleeps; elsewhere the system's own sleeper is smaller.
  const [program, argv] =
    process.platform === 'win32'
      ? [process.execPath, ['-e', 'setTimeout(() => {}, 600_000)']]
      : ['/bin/sleep', ['600']]

  async function end(pid: number) {
    const child = children.get(pid)
    if (child === undefined) return
    children.delete(pid)
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  return {
    start: async (imageName) => {
      const file = join(folder, imageName)
      if (!existsSync(file)) {
        copyFileSync(program, file)
        chmodSync(file, 0o755)
      }
      const child = spawn(file, argv, { stdio: 'ignore' })
      await once(child, 'spawn')
      children.set(child.pid!, child)
      return child.pid!
    },
    end,
    endAll: async () => {
      for (const pid of children.keys()) await end(pid)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
