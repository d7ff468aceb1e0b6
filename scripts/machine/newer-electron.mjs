/**
 * A weekly look for newer versions of our Electron line. For the workflow `electron`: names each newer version, says which of
 * them fix something of security, and fails then, so that somebody hears of it.
 */
import { readFileSync } from 'node:fs'
import { inProject, tell } from '../project.mjs'

/** @typedef {{ readonly tag_name: string, readonly body?: string | null }} Release */
/** @typedef {{ readonly version: string, readonly isSecurity: boolean }} Newer */

/** @param {string} version */
const numbersOf = (version) => version.split('.').map(Number)

/** @param {string} a @param {string} b */
function isNewer(a, b) {
  const [as, bs] = [numbersOf(a), numbersOf(b)]
  const at = as.findIndex((number, index) => number !== bs[index])
  return at >= 0 && (as[at] ?? 0) > (bs[at] ?? 0)
}

/**
 * @param {string} ours
 * @param {readonly Release[]} releases as GitHub tells them
 * @returns {Newer[]} finished versions of the same major number, the newest first
 */
export function newerReleases(ours, releases) {
  return releases
    .flatMap(({ tag_name: tag, body }) => {
      const version = /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1]
      if (version === undefined || !isNewer(version, ours)) return []
      if (numbersOf(version)[0] !== numbersOf(ours)[0]) return []
      return [{ version, isSecurity: /\bsecurity\b|\bCVE-\d{4}-\d+/i.test(body ?? '') }]
    })
    .sort((a, b) => (isNewer(a.version, b.version) ? -1 : 1))
}

async function main() {
  /** @type {{ devDependencies: { electron: string } }} */
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  const version = manifest.devDependencies.electron
  const answer = await fetch(
    'https://api.github.com/repos/electron/electron/releases?per_page=100',
    { headers: { accept: 'application/vnd.github+json' } },
  )
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`)
  const newer = newerReleases(version, /** @type {Release[]} */ (await answer.json()))
  for (const { version: found, isSecurity } of newer) {
    tell(`${found}${isSecurity ? ': security fixes' : ''}`)
  }
  const urgent = newer.filter(({ isSecurity }) => isSecurity)
  if (urgent.length === 0) tell(`Electron ${version} has all security fixes of its line.`)
  else {
    tell(`::error::Electron ${version} lacks security fixes: raise it to ${newer[0]?.version}.`)
    process.exitCode = 1
  }
}

if (process.argv[1] === import.meta.filename) await main()
