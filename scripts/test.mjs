/**
 * `npm test`: all suites. Installs what is missing, builds, runs all suites (or those that are named: `npm test --
 * unit windows`) and closes with one line of counts.
 */
import { buildIfNeeded } from './build.mjs'
import { closingLine, exitCodeFor, failure, oneFailure, sum } from './suites/counts.mjs'
import { findElectron, findTestElectron } from './machine/find-electron.mjs'
import { installPackages } from './machine/install-packages.mjs'
import { tell } from './project.mjs'
import { endRunning } from './machine/run.mjs'
import { runSideBySide } from './suites/side-by-side.mjs'
import { suites } from './suites/suites.mjs'
import { isOnPath, prepareSystem } from './machine/system-packages.mjs'
import { openVirtualDisplay } from './machine/virtual-display.mjs'
import { endEveryWine } from './machine/wine.mjs'

const isCi = process.env['CI'] === 'true'
/** @type {import("./suites/counts.mjs").Counts} */
const oneSkipped = { passed: 0, failed: 0, skipped: 1 }

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error))

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} which makes it on the first call only */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made
  return () => (made ??= make())
}

const findOurs = once(() => findElectron({ log: tell }))
const shared = {
  findElectron: findOurs,
  // Often the same one, and then fetched once, whoever comes first.
  findTestElectron: once(async () => {
    await findOurs().catch(() => {})
    return findTestElectron({ log: tell })
  }),
  display: once(async () =>
    process.platform === 'linux' ? { DISPLAY: (await openVirtualDisplay()).display } : {},
  ),
}

/**
 * @param {import('./suites/suites.mjs').Suite} suite
 * @param {import('./suites/counts.mjs').SuiteMeans} surroundings
 * @param {Promise<string | undefined>} buildFailure
 */
async function runSuite(suite, surroundings, buildFailure) {
  const obstacle = suite.cannotRun()
  if (obstacle !== undefined) {
    surroundings.tell(`  skipped: ${obstacle}`)
    return oneSkipped
  }
  if (suite.needsBuild && (await buildFailure) !== undefined) {
    surroundings.tell('  FAILED: there is no build')
    return failure('there is no build')
  }
  try {
    return await suite.run(surroundings)
  } catch (error) {
    surroundings.tell(`  FAILED: ${wordsOf(error)}`)
    return failure(wordsOf(error))
  }
}

/** A suite that runs alone writes as it goes; of several each is shown as a whole when it has ended. */
function openOutput(/** @type {string} */ name, /** @type {boolean} */ isAlone) {
  const title = `\n— ${name} —`
  if (isAlone) {
    tell(title)
    return { surroundings: { ...shared, tell }, close: () => {} }
  }
  let text = ''
  const write = (/** @type {string} */ more) => void (text += more)
  const surroundings = {
    ...shared,
    write,
    tell: (/** @type {string} */ line) => write(`${line}\n`),
  }
  return { surroundings, close: () => tell(`${title}\n${text}`) }
}

/** @param {readonly import('./suites/suites.mjs').Suite[]} chosen */
async function test(chosen) {
  const [missing] = await Promise.all([prepareSystem(), installPackages()])
  for (const line of missing) tell(line)
  const buildFailure = buildIfNeeded().then(() => undefined, wordsOf)

  const results = await runSideBySide(chosen, async (suite) => {
    const startedMs = Date.now()
    const { surroundings, close } = openOutput(suite.name, chosen.length === 1)
    const counts = await runSuite(suite, surroundings, buildFailure)
    close()
    return { name: suite.name, counts, seconds: Math.round((Date.now() - startedMs) / 1000) }
  })
  const buildTrouble = await buildFailure
  tell('')
  if (buildTrouble !== undefined) tell(buildTrouble)
  // Who is shown the last lines only still learns which test it was.
  for (const { name, counts } of results) {
    for (const line of counts.failures ?? []) tell(`FAILED in ${name}: ${line}`)
  }
  for (const { name, counts, seconds } of results) {
    tell(`${name.padEnd(12)} ${closingLine(counts)} (${seconds} s)`)
  }
  return sum([
    ...results.map(({ counts }) => counts),
    ...(buildTrouble === undefined ? [] : [oneFailure]),
    // A half-equipped machine may try; the one that decides may not.
    ...(isCi ? missing.map(() => oneFailure) : []),
  ])
}

// What still runs when this script ends, for whatever reason, was started for nothing.
process.on('exit', endRunning)
process.on('SIGINT', () => {
  endRunning()
  const tidied =
    process.platform === 'linux' && isOnPath('wineserver') ? endEveryWine() : Promise.resolve()
  void tidied.finally(() => process.exit(130))
})

const names = process.argv.slice(2)
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) {
  const known = suites.map(({ name }) => name).join(', ')
  tell(`There is no suite ${unknown.join(', ')}. The suites are: ${known}.`)
  process.exit(2)
}
const total = await test(
  suites.filter(({ name }) => names.length === 0 || names.includes(name)),
).catch((error) => {
  tell(wordsOf(error))
  return oneFailure
})
const code = exitCodeFor(total, isCi)
// stderr and stdout may be two pipes: the closing line is the last one on both.
process.stdout.write(`${closingLine(total)}\n`, () => process.exit(code))
