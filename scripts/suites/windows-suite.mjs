/** The suite of `test/windows`: natively on Windows, else in a real `node.exe` under Wine. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { countsAfter, countsOfTap, sum } from './counts.mjs'
import { inCache, inProject } from '../project.mjs'
import { run, runNode } from '../machine/run.mjs'
import { layOutKoffi } from '../machine/ship-koffi.mjs'
import { isOnPath, windowsSuitePrograms } from '../machine/system-packages.mjs'
import {
  compileWindowsProgram,
  endWine,
  findWindowsNode,
  runWindowsNode,
  windowsPath,
} from '../machine/wine.mjs'

/** A run each: the second looks at its own memory and handles, which the first must not have touched. */
const folders = ['test/windows', 'test/windows/win32']

/** @param {string} folder @param {string} tap @param {(path: string) => string} toArgument how `node.exe` is told a path of this machine */
function testArguments(folder, tap, toArgument) {
  const files = readdirSync(inProject(folder)).filter((name) => name.endsWith('.test.ts'))
  if (files.length === 0) throw new Error(`${folder} has no *.test.ts`)
  return [
    '--test',
    // A process per file would be one more pipe for Wine to break, and costs a second each.
    '--experimental-test-isolation=none',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${toArgument(tap)}`,
    ...files.map((name) => toArgument(inProject(folder, name))),
  ]
}

/**
 * Programs of every kind of signature. On a Windows without the tools that make them, INSPECTOR_WIN32_PROGRAMS names a
 * folder where another machine's are.
 * @throws {Error} when they cannot be made: without them the tests would show nothing
 */
export async function findSignedPrograms() {
  const given = process.env['INSPECTOR_WIN32_PROGRAMS']
  if (given !== undefined && given !== '') return given
  const folder = inCache('test/win32-programs')
  const script = inProject('test/windows/win32/build-programs.mjs')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  const { code, output } = await runNode([script, folder], { quiet: true })
  if (code !== 0) throw new Error(`The signed programs could not be built: ${output.trim()}`)
  return folder
}

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @param {import('../machine/run.mjs').RunOptions['write']} write */
async function runNatively(args, env, write) {
  // The test files are TypeScript, which Node runs by itself from 22.18 on.
  const canRunTypeScript = 'typescript' in process.features && Boolean(process.features.typescript)
  const node = canRunTypeScript ? process.execPath : await findWindowsNode()
  return (await run(node, args, { env: { ...process.env, ...env }, ...(write && { write }) })).code
}

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @param {string} output @param {(text: string) => void} write */
async function runUnderWine(args, env, output, write) {
  try {
    return await runWindowsNode(args, { output, env })
  } finally {
    await endWine()
    write(readFileSync(output, 'utf8'))
  }
}

/** @returns {Promise<NodeJS.ProcessEnv>} where the tests find their programs, and the files of koffi that are shipped */
async function prepareNatively() {
  return {
    INSPECTOR_WIN32_PROGRAMS: await findSignedPrograms(),
    INSPECTOR_SHIPPED_KOFFI: await layOutKoffi(process.arch === 'arm64' ? 'arm64' : 'x64'),
  }
}

async function prepareUnderWine() {
  const missing = windowsSuitePrograms.filter((name) => !isOnPath(name))
  if (missing.length > 0) throw new Error(`needs Windows, or ${missing.join(' and ')}`)
  const sleeper = inCache('test/programs/AppleMobileDeviceService.exe')
  await compileWindowsProgram(inProject('test/fixtures/programs/sleeper.c'), sleeper)
  const service = inCache('test/programs/service.exe')
  await compileWindowsProgram(inProject('test/fixtures/programs/service.c'), service)
  return {
    INSPECTOR_SLEEPER: windowsPath(sleeper),
    INSPECTOR_SERVICE: windowsPath(service),
    INSPECTOR_WIN32_PROGRAMS: windowsPath(await findSignedPrograms()),
    INSPECTOR_SHIPPED_KOFFI: windowsPath(await layOutKoffi('x64')),
  }
}

/** @param {import('./counts.mjs').SuiteMeans} surroundings @returns {Promise<import('./counts.mjs').Counts>} */
export async function runWindowsSuite({ tell, write }) {
  const isNative = process.platform === 'win32'
  await mkdir(inCache('test'), { recursive: true })
  const env = await (isNative ? prepareNatively() : prepareUnderWine())
  const counts = []
  for (const folder of folders) {
    const tap = inCache(`test/${basename(folder)}.tap`)
    const output = inCache(`test/${basename(folder)}.log`)
    for (const old of [tap, output]) await rm(old, { force: true })
    const args = testArguments(folder, tap, isNative ? (path) => path : windowsPath)
    const show = write ?? ((text) => void process.stdout.write(text))
    const code = await (isNative
      ? runNatively(args, env, write)
      : runUnderWine(args, env, output, show))
    if (code === 124) tell('Ended after the time limit.')
    counts.push(countsAfter(code, () => countsOfTap(readFileSync(tap, 'utf8'))))
  }
  return sum(counts)
}
