/** The packages of package-lock.json, installed when they are not. If not, install exactly these. */
import { statSync } from 'node:fs'
import { inProject, tell } from '../project.mjs'
import { runNpm } from './run.mjs'

/** @param {string} path @returns {number | undefined} */
function modifiedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

/**
 * npm writes `node_modules/.package-lock.json` as its last step: without it an installation was interrupted,
 * and one that is older than `package-lock.json` belongs to other packages.
 * @param {number | undefined} lockMs when package-lock.json was changed
 * @param {number | undefined} installedMs when npm finished
 */
export function needsInstall(lockMs, installedMs) {
  return installedMs === undefined || (lockMs !== undefined && installedMs < lockMs)
}

/** Runs `npm ci` where it is needed. @throws {Error} with npm's last words when that fails */
export async function installPackages() {
  const lock = modifiedMs(inProject('package-lock.json'))
  const installed = modifiedMs(inProject('node_modules/.package-lock.json'))
  if (!needsInstall(lock, installed)) return
  tell('Installing the packages (once; this takes a minute or so) …')
  // All but koffi are development dependencies: the product is bundled. NODE_ENV=production must not leave it out.
  const { code, output } = await runNpm(['ci', '--include=dev', '--loglevel=error'], {
    quiet: true,
  })
  if (code !== 0) {
    throw new Error(
      `npm ci failed. Check the network and run npm start or npm test again. It said:\n${output.trim()}`,
    )
  }
}
