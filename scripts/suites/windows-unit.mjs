/** The unit tests as Windows runs them: vitest in a real `node.exe` under Wine, with the packages that are installed here. */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { countsAfter, countsOfVitest } from './counts.mjs'
import { fetchPackage } from '../machine/fetch-package.mjs'
import { inCache, inProject, tell } from '../project.mjs'
import { layOutKoffi, pinned } from '../machine/ship-koffi.mjs'
import {
  compileWindowsLibrary,
  endWine,
  runWindowsNode,
  unitPrefix,
  windowsPath,
} from '../machine/wine.mjs'

/** What vitest loads as native code, and npm installs only on Windows. */
const nativePackages = ['@rolldown/binding-win32-x64-msvc', 'lightningcss-win32-x64-msvc']

/** @returns {Promise<string>} a `node_modules` folder that holds them */
async function layOutNativePackages() {
  const folder = inCache('windows-packages')
  for (const name of nativePackages) {
    const { version, integrity } = pinned(name)
    const target = join(folder, name)
    const isCurrent =
      existsSync(join(target, 'package.json')) &&
      JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')).version === version
    if (isCurrent) continue
    tell(`Fetching ${name} ${version} (once, at most 10 MB) …`)
    const spec = `${name}@${version}`
    await fetchPackage({ spec, integrity, target, prepare: async (unpacked) => unpacked })
  }
  return folder
}

/** @param {import('./counts.mjs').SuiteMeans} surroundings @returns {Promise<import('./counts.mjs').Counts>} */
export async function runWindowsUnit({ tell: say, write }) {
  const folder = inCache('windows-libraries')
  const library = join(folder, 'bcryptprimitives.dll')
  await compileWindowsLibrary(inProject('test/fixtures/programs/bcryptprimitives.c'), library)
  const modules = [
    await layOutNativePackages(),
    await layOutKoffi('x64', inCache('koffi/windows-unit')),
  ].map(windowsPath)
  await mkdir(inCache('test'), { recursive: true })
  const report = inCache('test/windows-unit.json')
  const output = inCache('test/windows-unit.log')
  await rm(report, { force: true })
  const args = [
    windowsPath(inProject('node_modules/vitest/vitest.mjs')),
    ...['run', '--project', 'unit', '--pool=threads', '--no-file-parallelism', '--no-isolate'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${windowsPath(report)}`],
  ]
  const env = {
    NODE_PATH: modules.join(';'),
    WINEPATH: windowsPath(folder),
    NO_COLOR: '1',
    INSPECTOR_WITHOUT_GIT: '1',
  }
  try {
    const code = await runWindowsNode(args, { output, env, folder: unitPrefix })
    if (code === 124) say('Ended after the time limit.')
    return countsAfter(code, () => countsOfVitest(readFileSync(report, 'utf8')))
  } finally {
    await endWine(unitPrefix)
    if (write !== undefined && existsSync(output)) write(readFileSync(output, 'utf8'))
  }
}
