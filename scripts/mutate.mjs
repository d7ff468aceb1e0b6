/**
 * Mutation of a folder's code, on demand: `npm run mutate -- FOLDER [TESTS …]`. Changes the folder's files one
 * condition, operator, number, text or call at a time, in memory, and runs the tests that reach the change: those of
 * the same folder under `test/`, and those that are named. No part of `npm test`. Prints the survivors.
 *
 * Options: `--most N` takes only so many changes, by lot; `--seed N` draws another lot (1); `--only read-` takes only
 * files whose name begins so; `--list` only names the changes; `--seconds N` gives the tests of one change so long (60).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { changesOf } from './mutation/changes.mjs'
import { place, reachedIn, tryAll } from './mutation/trial.mjs'
import { inCache, inProject, tell } from './project.mjs'

/** @typedef {import('./mutation/trial.mjs').Numbered} Numbered */
/** @typedef {{ readonly path: string, readonly ms: number, readonly reached: ReadonlySet<number> }} Test */

/** How long the tests of one change may take together, as they took without it; `--seconds` says otherwise. */
let mostMsOfTests = 60_000

/** How many tests a change meets before it meets the others. */
const firstTests = 4

/** @param {string} path a folder or a file @param {string} kind @returns {string[]} */
function filesIn(path, kind) {
  if (!statSync(inProject(path), { throwIfNoEntry: false })?.isDirectory()) return [path]
  return readdirSync(inProject(path), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(kind))
    .map((name) => join(path, name))
    .sort()
}

/** So many changes by lot, and the same ones with the same seed. @param {readonly Numbered[]} changes @param {number} most @param {number} seed */
export function drawn(changes, most, seed) {
  // mulberry32
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return changes
    .map((change) => ({ change, lot: random() }))
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, most)
    .map(({ change }) => change)
    .toSorted((a, b) => a.id - b.id)
}

/** Which changes each test file reaches, and how long it takes. @param {readonly Numbered[]} changes @param {readonly string[]} paths @returns {Promise<Test[]>} */
async function look(changes, paths) {
  const files = [...new Set(changes.map(({ file }) => inProject(file)))]
  const at = (/** @type {number} */ index) => join(place, `reached-${String(index)}.json`)
  const attempts = paths.map((path, index) => {
    return { id: -1, files, tests: [inProject(path)], reached: at(index) }
  })
  /** @type {Test[]} */
  const tests = []
  await tryAll(changes, attempts, (attempt, { failed, ms, why }) => {
    const index = attempts.indexOf(/** @type {never} */ (attempt))
    const path = /** @type {string} */ (paths[index])
    tell(`${String(Math.round(ms))} ms: ${path}`)
    if (failed) tell(`left out, for it fails as it is: ${path}: ${why}`)
    else tests.push({ path, ms, reached: new Set(reachedIn(at(index))) })
  })
  return tests
}

/** The tests that reach a change, the quickest first, as many as time allows. @param {Numbered} change @param {readonly Test[]} tests */
function testsOf(change, tests) {
  const mirrored = change.file.replace(/\.ts$/, '.test.ts')
  const first = (/** @type {Test} */ test) => (test.path.endsWith(mirrored) ? 0 : 1)
  let ms = 0
  return tests
    .filter(({ reached }) => reached.has(change.id))
    .toSorted((a, b) => first(a) - first(b) || a.ms - b.ms)
    .filter((test) => (ms += test.ms) <= mostMsOfTests || ms === test.ms)
    .map(({ path }) => inProject(path))
}

/** @param {readonly Numbered[]} changes @param {readonly Test[]} tests @returns those that no test noticed, and what was said of the others */
async function run(changes, tests) {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const attempts = changes.map((change) => {
    return { id: change.id, files: [inProject(change.file)], tests: testsOf(change, tests) }
  })
  /** @type {Numbered[]} */
  const survivors = []
  /** @type {Map<number, string>} */
  const reasons = new Map()
  const survive = (/** @type {number} */ id, /** @type {string} */ how) => {
    const change = /** @type {Numbered} */ (byId.get(id))
    survivors.push(change)
    tell(`${how}: ${change.file}:${String(change.line)} ${change.what}`)
  }
  for (const { id, tests: reaching } of attempts) if (reaching.length === 0) survive(id, 'unseen')
  // Most changes are noticed by the first tests already; loading the others is what takes long.
  for (const part of [0, 1]) {
    const left = attempts
      .map(({ tests: all, ...attempt }) => {
        return { ...attempt, tests: part === 0 ? all.slice(0, firstTests) : all.slice(firstTests) }
      })
      .filter(({ id, tests: some }) => some.length > 0 && !reasons.has(id))
    if (left.length === 0) continue
    let done = 0
    await tryAll(changes, left, ({ id }, { failed, why }) => {
      if (failed) reasons.set(id, why)
      if ((done += 1) % 50 === 0) tell(`${String(done)} of ${String(left.length)}`)
    })
  }
  for (const { id, tests: reaching } of attempts) {
    if (reaching.length > 0 && !reasons.has(id)) survive(id, 'survived')
  }
  return { survivors, reasons }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ most: { type: 'string' }, only: { type: 'string' }, list: { type: 'boolean' } },
      ...{ seconds: { type: 'string' }, seed: { type: 'string' } },
    },
  })
  const [folder, ...given] = positionals
  if (folder === undefined) throw new Error('Which folder? npm run mutate -- shared/judge')
  if (values.seconds !== undefined) mostMsOfTests = 1_000 * Number(values.seconds)
  const all = filesIn(folder, '.ts')
    .filter((file) => !file.endsWith('.d.ts') && basename(file).startsWith(values.only ?? ''))
    .flatMap((file) => {
      const text = readFileSync(inProject(file), 'utf8')
      return changesOf(file, text).map((change) => ({ ...change, text }))
    })
    .map((change, id) => ({ ...change, id }))
  const changes = drawn(all, Number(values.most ?? Infinity), Number(values.seed ?? 1))
  if (values.list === true) {
    for (const { file, line, what } of changes) tell(`${file}:${String(line)} ${what}`)
    return
  }
  const beside = join('test', folder.endsWith('.ts') ? dirname(folder) : folder)
  const paths = [beside, ...given].flatMap((path) => filesIn(path, '.test.ts'))
  const tests = await look(
    changes,
    [...new Set(paths)].filter((path) => statSync(inProject(path), { throwIfNoEntry: false })),
  )
  const { survivors, reasons } = await run(changes, tests)
  const killed = changes.length - survivors.length
  const percent = ((100 * killed) / changes.length).toFixed(1)
  const [tried, inAll] = [String(changes.length), String(all.length)]
  tell(`${folder}: ${String(killed)} of ${tried} noticed (${percent} %), of ${inAll} in all`)
  const told = (/** @type {Numbered} */ { file, line, what }) => ({ file, line, what })
  const noticed = changes.flatMap((change) => {
    const why = reasons.get(change.id)
    return why === undefined ? [] : [{ ...told(change), why }]
  })
  const name = folder.replaceAll('/', '-')
  writeFileSync(
    inCache(`mutate-${name}.json`),
    JSON.stringify({ survivors: survivors.map(told), noticed }, null, 2),
  )
}

if (process.argv[1] === import.meta.filename) await main()
