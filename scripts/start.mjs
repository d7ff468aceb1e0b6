/**
 * `npm start`: everything that a clean clone needs, then the window. Packages, a build, an Electron. Then it opens.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { buildIfNeeded } from './build.mjs'
import { findElectron } from './machine/find-electron.mjs'
import { installPackages } from './machine/install-packages.mjs'
import { inProject, projectRoot, tell } from './project.mjs'
import { endRunning } from './machine/run.mjs'
import { electronPackages } from './machine/system-packages.mjs'

const userArguments = process.argv.slice(2)

/** Ctrl+C while something is installed or built. */
const interrupted = () => {
  endRunning()
  process.exit(130)
}

/**
 * Starts a program in this terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
function inThisTerminal(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit' })
    // Ctrl+C reaches the program by itself, as it shares the terminal: we only wait for it to end.
    process.off('SIGINT', interrupted)
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    )
  })
}

/** Whether a window can open: on Linux a program needs an X or Wayland display. */
function hasDisplay() {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
  )
}

async function openWindow() {
  const { executable } = await findElectron({ log: tell })
  // Chromium refuses to run its sandbox as root on Linux; an ordinary user keeps it.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const code = await inThisTerminal(executable, [
    ...(isRoot ? ['--no-sandbox'] : []),
    projectRoot,
    ...userArguments,
  ])
  if (code === 127 && process.platform === 'linux') {
    tell(
      'Electron did not start: a shared library is missing (named above). On Debian and Ubuntu: ' +
        `sudo apt-get install ${electronPackages.map(([newest]) => newest).join(' ')}`,
    )
  }
  return code
}

async function start() {
  await installPackages()
  await buildIfNeeded()
  if (hasDisplay()) return openWindow()
  tell(
    'There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so here is the report as text:',
  )
  return inThisTerminal(process.execPath, [inProject('out/cli.cjs'), ...userArguments])
}

process.on('SIGINT', interrupted)
try {
  process.exitCode = await start()
} catch (error) {
  tell(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
