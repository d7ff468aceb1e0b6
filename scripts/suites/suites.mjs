/** The suites of `npm test`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { countsAfter, countsOfVitest, failure, sum } from './counts.mjs'
import { inCache, inProject } from '../project.mjs'
import { hangGuardMs, runNode } from '../machine/run.mjs'
import { isOnPath } from '../machine/system-packages.mjs'
import { runWindowsSuite } from './windows-suite.mjs'
import { runWindowsUnit } from './windows-unit.mjs'
import { portablePrefix, prepareWine } from '../machine/wine.mjs'

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {import('./counts.mjs').SuiteMeans} SuiteMeans
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} needsBuild
 * @property {string} [notBeside] a suite that starts programs by names which this one looks out for
 * @property {() => string | undefined} cannotRun why not on this machine
 * @property {(surroundings: SuiteMeans) => Promise<Counts>} run
 */

const always = () => undefined

/** @param {SuiteMeans['write']} write */
const writing = (write) => (write === undefined ? {} : { write })

/** Type checker, linter and formatter: each is one test. @param {SuiteMeans} surroundings @returns {Promise<Counts>} */
async function runRules({ tell, write }) {
  const checks = [
    ['typescript/bin/tsc', '--build'],
    ['eslint/bin/eslint.js', '.'],
    ['prettier/bin/prettier.cjs', '--check', '.'],
  ]
  const results = []
  for (const [file = '', ...args] of checks) {
    const { code } = await runNode([inProject('node_modules', file), ...args], writing(write))
    const [name = ''] = file.split('/')
    tell(`  ${code === 0 ? 'passed' : 'FAILED'}: ${name}`)
    results.push(code === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure(name))
  }
  return sum(results)
}

/** @param {string} folder */
function hasTests(folder) {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true }).some((name) => /\.test\.tsx?$/.test(String(name)))
}

/**
 * @param {object} wanted
 * @param {string} wanted.name of the suite, for its report's file
 * @param {string[]} wanted.projects of vitest.config.ts
 * @param {string[]} wanted.folders each must hold a test: an empty folder is a failure, not silence
 * @param {NodeJS.ProcessEnv} [wanted.env]
 * @param {SuiteMeans} surroundings
 * @returns {Promise<Counts>}
 */
async function runVitest({ name, projects, folders, env = {} }, { tell, write }) {
  const empty = folders.filter((folder) => !hasTests(inProject(folder)))
  for (const folder of empty) tell(`  FAILED: ${folder} holds no tests`)
  const missing = empty.map((folder) => failure(`${folder} holds no tests`))
  if (empty.length === folders.length) return sum(missing)

  const report = inCache(`test/${name}.json`)
  await mkdir(inCache('test'), { recursive: true })
  await rm(report, { force: true })
  const { code, timedOut } = await runNode(
    [
      inProject('node_modules/vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { ...writing(write), env: { ...process.env, ...env } },
  )
  if (timedOut) tell(`  FAILED: no end within ${hangGuardMs / 60_000} minutes`)
  return sum([...missing, countsAfter(code, () => countsOfVitest(readFileSync(report, 'utf8')))])
}

const needsDisplay = () =>
  process.platform === 'linux' && !isOnPath('Xvfb') ? 'Xvfb is missing' : undefined

/**
 * In the order in which they begin, the longest first: as many run at a time as there are processors.
 * @type {readonly Suite[]}
 */
export const suites = [
  {
    name: 'windows',
    needsBuild: true,
    // What it lacks is a failure: without it nobody would know whether Windows' own answers are read rightly.
    cannotRun: always,
    run: runWindowsSuite,
  },
  {
    name: 'unit',
    needsBuild: false,
    cannotRun: always,
    run: (surroundings) =>
      runVitest(
        {
          name: 'unit',
          projects: ['unit', 'renderer'],
          folders: ['test/shared', 'test/electron', 'test/renderer', 'test/rules', 'test/scripts'],
        },
        surroundings,
      ),
  },
  {
    name: 'e2e',
    needsBuild: true,
    // Programs under Wine stand in this system's list too, by their Windows names.
    notBeside: 'windows',
    cannotRun: needsDisplay,
    run: async (surroundings) =>
      runVitest(
        {
          name: 'e2e',
          projects: ['e2e'],
          folders: ['test/e2e'],
          env: {
            ...(await surroundings.display()),
            INSPECTOR_ELECTRON: (await surroundings.findElectron()).executable,
          },
        },
        surroundings,
      ),
  },
  // A Windows runs the unit tests as they are.
  ...(process.platform === 'win32'
    ? []
    : [{ name: 'windows-unit', needsBuild: false, cannotRun: always, run: runWindowsUnit }]),
  { name: 'rules', needsBuild: false, cannotRun: always, run: runRules },
  {
    name: 'package',
    needsBuild: true,
    cannotRun: needsDisplay,
    run: async (surroundings) => {
      const { directory, version } = await surroundings.findElectron()
      // Where the portable program is tried; made by whoever comes first of those that need one.
      if (process.platform === 'linux') await prepareWine(portablePrefix)
      return runVitest(
        {
          name: 'package',
          projects: ['package'],
          folders: ['test/package'],
          env: {
            ...(await surroundings.display()),
            INSPECTOR_ELECTRON_DIR: directory,
            INSPECTOR_ELECTRON_VERSION: version,
          },
        },
        surroundings,
      )
    },
  },
  // The pictures that are kept were drawn by this Electron, on Linux x64; another one draws letters otherwise.
  ...(process.platform === 'linux' && process.arch === 'x64'
    ? [
        {
          name: 'visual',
          needsBuild: true,
          cannotRun: needsDisplay,
          run: async (/** @type {SuiteMeans} */ surroundings) =>
            runVitest(
              {
                name: 'visual',
                projects: ['visual'],
                folders: ['test/visual'],
                env: {
                  ...(await surroundings.display()),
                  INSPECTOR_ELECTRON: (await surroundings.findTestElectron()).executable,
                },
              },
              surroundings,
            ),
        },
      ]
    : []),
]
