/** Running another program, with a time limit and without leaving children behind. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { projectRoot } from '../project.mjs'

/**
 * @typedef {object} Outcome
 * @property {number} code the exit code; 1 when the program was ended or could not start
 * @property {string} output what it wrote, when it ran quietly
 * @property {boolean} timedOut
 *
 * @typedef {object} RunOptions
 * @property {boolean} [quiet] keep the output instead of showing it
 * @property {(text: string) => void} [write] gets the output as it comes, instead of this terminal
 * @property {number} [timeoutMs] the hang guard, unless said otherwise
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 */

/** Ends what hangs. What is slow on a busy machine is no failure, so nothing that is started gets less without a reason. */
export const hangGuardMs = 45 * 60_000

/** Groups of programs that run now: an interrupted script ends them all. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

const isWindows = process.platform === 'win32'

/** Ends a program with everything that it started. @param {import('node:child_process').ChildProcess} child */
function endTree(child) {
  if (child.pid === undefined) return
  try {
    if (!isWindows) process.kill(-child.pid, 'SIGKILL')
    else if (
      spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).status !==
      0
    ) {
      // Not everywhere can it end a whole tree; the one that we started can always be ended.
      child.kill()
    }
  } catch {
    // It has ended by itself.
  }
}

/** Ends all programs that `run` has started. */
export function endRunning() {
  for (const child of running) endTree(child)
}

/**
 * Runs a program to its end. Never throws: a program that cannot start is an outcome with code 1.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  const { quiet = false, write, timeoutMs = hangGuardMs } = options
  const { cwd = projectRoot, env = process.env } = options
  const isPiped = quiet || write !== undefined
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', isPiped ? 'pipe' : 'inherit', isPiped ? 'pipe' : 'inherit'],
      // A group of its own, so that the time limit can end grandchildren too.
      detached: !isWindows,
      windowsHide: true,
    })
    running.add(child)
    let output = ''
    let timedOut = false
    const keep = (/** @type {string} */ chunk) => {
      if (write === undefined) output += chunk
      else write(chunk)
    }
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep)
    const timer = setTimeout(() => {
      timedOut = true
      endTree(child)
    }, timeoutMs)
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code, output, timedOut })
    }
    child.on('error', (error) => {
      output += error.message
      finish(1)
    })
    const end = (/** @type {number | null} */ code) => finish(timedOut ? 1 : (code ?? 1))
    child.on('close', end)
    child.on('exit', (code) => {
      // A grandchild that keeps a pipe open would hold back 'close'; what was written so far is enough.
      setTimeout(() => end(code), 10_000).unref()
    })
  })
}

/** Runs a JavaScript file with this Node. @param {readonly string[]} args @param {RunOptions} [options] */
export function runNode(args, options) {
  return run(process.execPath, args, options)
}

/** The file of the npm client: the one that started us, else the one that was installed with this Node. */
function npmFile() {
  const starter = process.env['npm_execpath']
  if (starter !== undefined && basename(starter) === 'npm-cli.js') return starter
  const folder = dirname(process.execPath)
  return [
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(folder, '../share/nodejs/npm/bin/npm-cli.js'),
  ].find((file) => existsSync(file))
}

/**
 * Runs npm. As a JavaScript file where possible: Windows' `npm.cmd` needs a shell, and a shell needs quoting.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const file = npmFile()
  if (file !== undefined) return runNode([file, ...args], options)
  return isWindows
    ? run('cmd.exe', ['/d', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}
