/** How do the tests in `test/windows` run: natively on Windows, on Linux in a real `node.exe` under Wine? */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { countsAfter, countsOfTap } from './counts.mjs'
import { inCache, inProject } from './project.mjs'
import { run } from './run.mjs'
import {
  compileWindowsProgram,
  endWine,
  findWindowsNode,
  runWindowsNode,
  windowsPath,
} from './wine.mjs'

const timeoutMs = 10 * 60_000
const tap = inCache('test/windows.tap')
const output = inCache('test/windows.log')

/** @param {(path: string) => string} toArgument how `node.exe` is told a path of this machine */
function testArguments(toArgument) {
  const folder = inProject('test/windows')
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
  if (files.length === 0) throw new Error(`${folder} has no *.test.ts`)
  return [
    '--test',
    // A process per file would be one more pipe for Wine to break, and costs a second each.
    '--experimental-test-isolation=none',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${toArgument(tap)}`,
    ...files.map((name) => toArgument(join(folder, name))),
  ]
}

async function runNatively() {
  // The test files are TypeScript, which Node runs by itself from 22.18 on.
  const canRunTypeScript = 'typescript' in process.features && Boolean(process.features.typescript)
  const node = canRunTypeScript ? process.execPath : await findWindowsNode()
  return (
    await run(
      node,
      testArguments((path) => path),
      { timeoutMs },
    )
  ).code
}

async function runUnderWine() {
  const sleeper = inCache('test/programs/AppleMobileDeviceService.exe')
  await compileWindowsProgram(inProject('test/fixtures/programs/sleeper.c'), sleeper)
  try {
    return await runWindowsNode(testArguments(windowsPath), {
      output,
      timeoutMs,
      env: { INSPECTOR_SLEEPER: windowsPath(sleeper) },
    })
  } finally {
    await endWine()
    process.stdout.write(readFileSync(output))
  }
}

/** @returns {Promise<import('./counts.mjs').Counts>} */
export async function runWindowsSuite() {
  await mkdir(inCache('test'), { recursive: true })
  for (const old of [tap, output]) await rm(old, { force: true })
  const code = await (process.platform === 'win32' ? runNatively() : runUnderWine())
  if (code === 124) process.stdout.write('Ended after the time limit.\n')
  return countsAfter(code, () => countsOfTap(readFileSync(tap, 'utf8')))
}
