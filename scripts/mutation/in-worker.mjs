/** What a test file of mutation starts with: one change is switched on, and the tests are loaded anew. */
import { writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach } from 'vitest'

/** Fake clocks of the tests are not looked at. */
const now = performance.now.bind(performance)

/** Loads what depends on the changed file anew, and leaves the rest. @param {string} file */
function forget(file) {
  const worker = /** @type {any} */ (globalThis)['__vitest_worker__']
  const modules = worker.evaluatedModules
  const nodes = [...(modules.fileToModulesMap.get(file) ?? [])]
  const seen = new Set(nodes)
  for (const node of nodes) {
    for (const importer of node.importers) {
      const above = modules.idToModuleMap.get(importer)
      if (above === undefined || seen.has(above)) continue
      seen.add(above)
      nodes.push(above)
    }
  }
  for (const node of nodes) {
    node.promise = undefined
    node.exports = undefined
    node.evaluated = false
  }
}

/**
 * @param {object} given
 * @param {number} given.id the change that is switched on; -1 for none
 * @param {readonly string[]} given.files what is changed
 * @param {readonly string[]} given.tests
 * @param {string} [given.reached] where the changes that were reached are written
 */
export async function tryChange({ id, files, tests, reached }) {
  /** @type {Set<number>} */
  const seen = new Set()
  let failed = false
  let calls = 0
  const endsAt = now() + 30_000
  Object.assign(globalThis, {
    __changed: (/** @type {number} */ asked) => {
      if (reached !== undefined) seen.add(asked)
      if (asked !== id) return false
      // What never ends was noticed, too.
      if ((calls += 1) % 256 === 0 && now() > endsAt) throw new Error('It does not end.')
      return true
    },
  })
  beforeEach((context) => {
    if (failed) context.skip()
  })
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail'
  })
  if (reached !== undefined) {
    afterAll(() => writeFileSync(reached, JSON.stringify([...seen])))
  }
  for (const file of [...files, ...tests]) forget(file)
  for (const test of tests) await import(/* @vite-ignore */ test)
}
