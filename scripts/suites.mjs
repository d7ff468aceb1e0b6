/** The suites of `npm test`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { countsAfter, countsOfVitest, failure, sum } from './counts.mjs'
import { findTestElectron } from './find-electron.mjs'
import { inCache, inProject, tell } from './project.mjs'
import { runNode } from './run.mjs'
import { isOnPath } from './system-packages.mjs'
import { runWindowsSuite } from './windows-suite.mjs'

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 *
 * @typedef {object} Surroundings
 * @property {() => Promise<import('./find-electron.mjs').FoundElectron>} findElectron
 * @property {() => Promise<NodeJS.ProcessEnv>} display what a window needs in the environment
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} needsBuild
 * @property {() => string | undefined} cannotRun why not on this machine
 * @property {(surroundings: Surroundings) => Promise<Counts>} run
 */

const always = () => undefined

/** Type checker, linter and formatter: each is one test. @returns {Promise<Counts>} */
async function runRules() {
  const checks = [
    ['typescript/bin/tsc', '--build'],
    ['eslint/bin/eslint.js', '.'],
    ['prettier/bin/prettier.cjs', '--check', '.'],
  ]
  const results = []
  for (const [file = '', ...args] of checks) {
    const { code } = await runNode([inProject('node_modules', file), ...args], {
      timeoutMs: 300_000,
    })
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
 * @param {number} wanted.timeoutMs
 * @returns {Promise<Counts>}
 */
async function runVitest({ name, projects, folders, env = {}, timeoutMs }) {
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
    { timeoutMs, env: { ...process.env, ...env } },
  )
  if (timedOut) tell(`  FAILED: no end within ${timeoutMs / 60_000} minutes`)
  return sum([...missing, countsAfter(code, () => countsOfVitest(readFileSync(report, 'utf8')))])
}

const needsDisplay = () =>
  process.platform === 'linux' && !isOnPath('Xvfb') ? 'Xvfb is missing' : undefined

/** @type {readonly Suite[]} */
export const suites = [
  { name: 'rules', needsBuild: false, cannotRun: always, run: runRules },
  {
    name: 'unit',
    needsBuild: false,
    cannotRun: always,
    run: () =>
      runVitest({
        name: 'unit',
        projects: ['unit', 'renderer'],
        folders: ['test/shared', 'test/electron', 'test/renderer', 'test/rules', 'test/scripts'],
        timeoutMs: 10 * 60_000,
      }),
  },
  {
    name: 'windows',
    needsBuild: true,
    // What it lacks is a failure: without it nobody would know whether Windows' own answers are read rightly.
    cannotRun: always,
    run: runWindowsSuite,
  },
  {
    name: 'e2e',
    needsBuild: true,
    cannotRun: needsDisplay,
    run: async ({ findElectron, display }) =>
      runVitest({
        name: 'e2e',
        projects: ['e2e'],
        folders: ['test/e2e'],
        env: { ...(await display()), INSPECTOR_ELECTRON: (await findElectron()).executable },
        timeoutMs: 15 * 60_000,
      }),
  },
  // The pictures that are kept were drawn by this Electron, on Linux x64; another one draws letters otherwise.
  ...(process.platform === 'linux' && process.arch === 'x64'
    ? [
        {
          name: 'visual',
          needsBuild: true,
          cannotRun: needsDisplay,
          run: async (/** @type {Surroundings} */ { display }) =>
            runVitest({
              name: 'visual',
              projects: ['visual'],
              folders: ['test/visual'],
              env: {
                ...(await display()),
                INSPECTOR_ELECTRON: (await findTestElectron({ log: tell })).executable,
              },
              timeoutMs: 10 * 60_000,
            }),
        },
      ]
    : []),
  {
    name: 'package',
    needsBuild: true,
    cannotRun: needsDisplay,
    run: async ({ findElectron, display }) => {
      const { directory, version } = await findElectron()
      return runVitest({
        name: 'package',
        projects: ['package'],
        folders: ['test/package'],
        env: {
          ...(await display()),
          INSPECTOR_ELECTRON_DIR: directory,
          INSPECTOR_ELECTRON_VERSION: version,
        },
        timeoutMs: 15 * 60_000,
      })
    },
  },
]
