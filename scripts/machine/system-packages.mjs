/**
 * System packages that the tests need.
 *
 * On Debian and Ubuntu as root they are installed; everywhere else they are named.
 */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { tell } from '../project.mjs'
import { run } from './run.mjs'

/**
 * One need, as Debian package names of which one is enough: newer releases have renamed some libraries.
 * @typedef {readonly [string, ...string[]]} Alternatives
 */

/** What Electron loads at its start; the rest comes as their dependencies. @type {readonly Alternatives[]} */
export const electronPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libnss3'],
  ['libgbm1'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['fonts-liberation'],
]

/** @type {readonly Alternatives[]} */
const testPackages = [
  ...electronPackages,
  ['fonts-dejavu-core'],
  ['xvfb'],
  ['wine'],
  ['wine64'],
  ['gcc-mingw-w64-x86-64'],
  ['binutils-mingw-w64-x86-64'],
  ['openssl'],
  ['osslsigncode'],
  ['nsis'],
  ['procps'],
]

/** What the Windows suite starts where there is no Windows: to build signed programs, and to run them. */
export const windowsSuitePrograms = [
  'wine',
  'wineserver',
  'x86_64-w64-mingw32-gcc',
  'x86_64-w64-mingw32-windres',
  'openssl',
  'osslsigncode',
]

/** Programs that the suites start on Linux, whatever brought them. */
const testPrograms = ['Xvfb', ...windowsSuitePrograms, 'makensis', 'ps', 'tar']

/** @param {string} program @returns {boolean} whether PATH has it */
export function isOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)))
}

/**
 * The names that dpkg-query calls installed.
 * @param {string} listing lines of package name, blank, dpkg's three-word status
 */
export function installedIn(listing) {
  const lines = listing.split('\n').map((line) => line.trim())
  const ending = ' install ok installed'
  return new Set(
    lines.filter((line) => line.endsWith(ending)).map((line) => line.slice(0, -ending.length)),
  )
}

/** @param {readonly Alternatives[]} wanted @param {ReadonlySet<string>} installed */
export function missingPackages(wanted, installed) {
  return wanted.filter((names) => !names.some((name) => installed.has(name)))
}

/** Which of each need's names this release's archive has. @param {readonly Alternatives[]} wanted */
async function namesInArchive(wanted) {
  const names = wanted.flat()
  const { output } = await run('apt-cache', ['policy', ...names], { quiet: true })
  const available = namesWithCandidate(output)
  return wanted.map(
    (alternatives) => alternatives.find((name) => available.has(name)) ?? alternatives[0],
  )
}

/** The packages that `apt-cache policy` could install. @param {string} policy */
export function namesWithCandidate(policy) {
  const found = policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.+)$/gm)
  return new Set(
    [...found].filter(([, , candidate]) => candidate !== '(none)').map(([, name]) => name),
  )
}

/** Debian, Ubuntu and what is made from them. @param {string} osRelease the text of /etc/os-release */
export function isDebianLike(osRelease) {
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(osRelease)
}

/** @param {readonly Alternatives[]} missing @throws {Error} with apt's last words when it fails */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = async (/** @type {string[]} */ args) => {
    const options = { quiet: true, env }
    const { code, output } = await run(
      'apt-get',
      ['-o', 'DPkg::Lock::Timeout=300', ...args],
      options,
    )
    if (code !== 0) throw new Error(`apt-get ${args[0]} failed: ${output.trim().slice(-1500)}`)
  }
  tell(
    `Installing system packages (once): ${missing.map((names) => names.join(' or ')).join(', ')} …`,
  )
  await apt(['update'])
  await apt(['install', '-y', '--no-install-recommends', ...(await namesInArchive(missing))])
}

/**
 * Makes sure of what the suites need from the system.
 * @returns {Promise<string[]>} what is missing still, in words for the reader; empty when all is there
 */
export async function prepareSystem() {
  if (process.platform !== 'linux') return []
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (isDebianLike(osRelease) && isOnPath('dpkg-query')) {
    // Names that dpkg has never heard of make it exit with 1: what it does list is what counts.
    const query = ['-W', '-f', '${Package} ${Status}\\n', ...testPackages.flat()]
    const { output } = await run('dpkg-query', query, { quiet: true })
    const missing = missingPackages(testPackages, installedIn(output))
    if (missing.length === 0) return []
    if (process.getuid?.() === 0) {
      try {
        await install(missing)
        return []
      } catch (error) {
        return [error instanceof Error ? error.message : String(error)]
      }
    }
    const names = (await namesInArchive(missing)).join(' ')
    return [`These packages are missing: sudo apt-get install ${names}`]
  }
  return testPrograms
    .filter((program) => !isOnPath(program))
    .map((program) => `${program} is missing: install the package of your system that brings it`)
}
