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
  const names = new Map(
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
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
      setupFiles: inProject('test/set-up.ts'),
      dangerouslyIgnoreUnhandledErrors: true,
      sequence: { sequencer: InOrder },
      silent: true,
      reporters: [
        {
          onTestModuleEnd(/** @type {any} */ module) {
            const attempt = names.get(module.moduleId)
            if (attempt === undefined) return
            const failed = module.state() === 'failed'
            const why = failed ? firstError(module) : ''
            onEnd(attempt, { failed, ms: module.diagnostic().duration, why })
          },
        },
      ],
    },
    { plugins: [switches(changes)] },
  )
  try {
    const project = vitest.getRootProject()
    await vitest.runTestSpecifications(
      [...names.keys()].map((name) => project.createSpecification(name)),
    )
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
