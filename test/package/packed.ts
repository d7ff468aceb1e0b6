/** Where do the tests get the packed program from, and how do they start it? */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { packForThisSystem } from '../../scripts/package/pack.mjs'
import { hangGuardMs } from '../../scripts/machine/run.mjs'

function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run npm test -- package`)
  return value
}

export const electron = {
  directory: setting('INSPECTOR_ELECTRON_DIR'),
  version: setting('INSPECTOR_ELECTRON_VERSION'),
}

export function makeTemporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'process-inspector-'))
}

/** Packs as `electron-builder.yml` says, which takes some seconds: once for all tests of a file. */
export function packInto(outputFolder: string) {
  return packForThisSystem({ electron, outputFolder })
}

export interface Run {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts a program and waits until it has ended. */
export function runProgram(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: hangGuardMs,
      killSignal: 'SIGKILL',
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr })
    })
  })
}

// Chromium refuses to run its sandbox as root on Linux, and test machines have no graphics card.
const neededHere = process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu'] : []

/** Starts the packed program with a settings folder of its own. */
export function runPacked(
  executable: string,
  args: readonly string[],
  userData: string,
): Promise<Run> {
  return runProgram(executable, [...neededHere, `--user-data-dir=${userData}`, ...args])
}

export interface OpenPage {
  readonly url: string
  readonly title: string
}

/**
 * Opens the packed program's window, asks Chromium which page it shows until it has the title, and ends it.
 * Until a page has loaded, Chromium gives parts of its address as its title.
 * Playwright cannot: it needs a debugger port of Node.js, which the fuses take away.
 */
export async function openPackedWindow(
  executable: string,
  userData: string,
  title: string,
): Promise<OpenPage> {
  const args = [...neededHere, `--user-data-dir=${userData}`, '--remote-debugging-port=0']
  const child = spawn(executable, args, { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let page: OpenPage = { url: '', title: '' }
  try {
    const portFile = join(userData, 'DevToolsActivePort')
    const endMs = Date.now() + hangGuardMs
    while (page.title !== title && Date.now() < endMs) {
      await pause(100)
      const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined
      if (port === undefined || port === '') continue
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
      const pages = (await answer.json()) as (OpenPage & { readonly type: string })[]
      const shown = pages.find(({ type }) => type === 'page')
      if (shown !== undefined) page = { url: shown.url, title: shown.title }
    }
  } finally {
    child.kill('SIGKILL')
    await ended
  }
  return page
}
