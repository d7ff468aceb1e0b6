/** Runs tests with one change after the other in one process, each in a test file of its own. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest } from 'vitest/node'
import { inCache, inProject, projectRoot } from '../project.mjs'
import { withSwitches } from './changes.mjs'

/** @typedef {import('./changes.mjs').Change & { readonly id: number, readonly text: string }} Numbered */
/** @typedef {{ readonly id: number, readonly files: readonly string[], readonly tests: readonly string[], readonly reached?: string }} Attempt */
/** @typedef {{ readonly failed: boolean, readonly ms: number, readonly why: string }} Ended */

/** One for each process: two folders may be tried at the same time. */
export const place = inCache('mutation', String(process.pid))

/** Ends what hangs: far longer than any one test takes. */
const mostMsOfTest = 20_000

/** @param {readonly Numbered[]} changes */
function switches(changes) {
  return {
    name: 'switches',
    enforce: /** @type {const} */ ('pre'),
    transform(/** @type {string} */ _code, /** @type {string} */ id) {
      const inFile = changes.filter(({ file }) => inProject(file) === id.split('?')[0])
      const [first] = inFile
      // The text that the changes were found in: the file may be another by now.
      return first === undefined ? null : withSwitches(first.text, inFile)
    },
  }
}

/**
 * @param {readonly Numbered[]} changes
 * @param {readonly Attempt[]} attempts
 * @param {(attempt: Attempt, ended: Ended) => void} onEnd
 */
export async function tryAll(changes, attempts, onEnd) {
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  let hasHung = false
  /** @type {Set<Attempt>} */
  const late = new Set()
  /** Those that are still to be tried. */
  const left = new Map(
    attempts.map((attempt, index) => {
      const name = join(place, `${String(index).padStart(5, '0')}.test.mjs`)
      const worker = inProject('scripts/mutation/in-worker.mjs')
      writeFileSync(
        name,
        `import { tryChange } from ${JSON.stringify(worker)}\nawait tryChange(${JSON.stringify(attempt)})\n`,
      )
      return [name, attempt]
    }),
  )
  const vitest = await createVitest(
    'test',
    {
      root: projectRoot,
      config: false,
      watch: false,
      include: [],
      pool: 'forks',
      isolate: false,
      fileParallelism: false,
      maxWorkers: 1,
      testTimeout: mostMsOfTest,
      hookTimeout: mostMsOfTest,
      teardownTimeout: 2_000,
      expect: { poll: { timeout: mostMsOfTest / 2 } },
      // A change that waits for a pipe holds one of these for good.
      env: { UV_THREADPOOL_SIZE: '32', INSPECTOR_FEW_SEEDS: 'yes' },
      setupFiles: inProject('test/set-up.ts'),
      dangerouslyIgnoreUnhandledErrors: true,
      sequence: { sequencer: InOrder },
      silent: true,
      reporters: [
        {
          onTestModuleEnd(/** @type {any} */ module) {
            const attempt = left.get(module.moduleId)
            if (attempt === undefined || hasHung) return
            left.delete(module.moduleId)
            const failed = module.state() === 'failed'
            const why = failed ? firstError(module) : ''
            const isLate = /timed out/i.test(why)
            // On a busy machine anything may be late once.
            if (isLate && !late.has(attempt)) left.set(module.moduleId, attempt)
            else onEnd(attempt, { failed, ms: module.diagnostic().duration, why })
            if (!isLate) return
            late.add(attempt)
            // What still waits in this process would make the others late: they get a new one.
            hasHung = true
            void vitest.cancelCurrentRun('test-failure')
          },
        },
      ],
    },
    { plugins: [switches(changes)] },
  )
  try {
    const project = vitest.getRootProject()
    while (left.size > 0) {
      hasHung = false
      const before = left.size
      const triedBefore = late.size
      await vitest.runTestSpecifications(
        [...left.keys()].map((name) => project.createSpecification(name)),
      )
      const [first] = left
      if (first === undefined || left.size < before || late.size > triedBefore) continue
      left.delete(first[0])
      onEnd(first[1], { failed: true, ms: 0, why: 'It ends the process.' })
    }
  } finally {
    await vitest.close()
  }
}

/** Leaves the order as it is. */
class InOrder {
  /** @param {any} files */
  sort(files) {
    return files
  }
  /** @param {any} files */
  shard(files) {
    return files
  }
}

/** @param {any} module @returns {string} */
function firstError(module) {
  const own = module.errors()[0]
  if (own !== undefined) return String(own.message)
  for (const test of module.children.allTests('failed')) {
    return `${test.fullName}: ${String(test.result().errors?.[0]?.message)}`
  }
  return ''
}

/** @param {string} path @returns {number[]} */
export function reachedIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return []
  }
}
