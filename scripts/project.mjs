/** Places in this project. */
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** A path inside the project. @param {string[]} parts */
export const inProject = (...parts) => join(projectRoot, ...parts)

/** Downloads, the Wine prefix and test results: may be deleted at any time, never committed. @param {string[]} parts */
export const inCache = (...parts) => inProject('.cache', ...parts)

/** Tells the person at the terminal. On stderr, so that a report on stdout stays clean. @param {string} line */
export function tell(line) {
  process.stderr.write(`${line}\n`)
}

/** A TypeScript source of ours, which Vite reads. @param {string} path from the project's root */
export async function loadSource(path) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(inProject(path), { configFile: false, logLevel: 'error' })
  return module
}
