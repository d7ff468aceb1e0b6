/** The build, made only when a file has changed. If not, build it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, tell } from './project.mjs'
import { runNpm } from './machine/run.mjs'

const sources = [
  'assets',
  'electron',
  'renderer',
  'shared',
  'scripts/package/notices.mjs',
  'scripts/package/ship-listing-helper.mjs',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'vite.worker.config.ts',
  'package.json',
  'package-lock.json',
]
const products = [
  'main/main.cjs',
  'main/fleet-worker.cjs',
  'main/report-worker.cjs',
  'preload/preload.cjs',
  'renderer/index.html',
  'cli.cjs',
  'third-party-other.md',
]
const stamp = inProject('out/built-from.txt')

/**
 * One line per file, with size and time: a file that was removed counts as a change too.
 * @param {string} root
 * @param {readonly string[]} names files and folders in it
 */
export function fingerprint(root, names) {
  const hash = createHash('sha256')
  const visit = (/** @type {string} */ name) => {
    const found = statSync(join(root, name), { throwIfNoEntry: false })
    if (found?.isDirectory()) {
      for (const child of readdirSync(join(root, name)).sort()) visit(`${name}/${child}`)
    } else {
      hash.update(`${name} ${found?.size} ${found?.mtimeMs}\n`)
    }
  }
  for (const name of names) visit(name)
  return hash.digest('hex')
}

/** @throws {Error} with the build's last words when it fails */
export async function buildIfNeeded() {
  const now = fingerprint(inProject(), sources)
  const isBuilt = products.every((file) => existsSync(inProject('out', file)))
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  tell('Building …')
  const { code, output } = await runNpm(['run', 'build'], { quiet: true })
  if (code !== 0) throw new Error(`The build failed. It said:\n${output.trim()}`)
  writeFileSync(stamp, now)
}
