/**
 * `npm run dist`: the programs that people download. A portable .exe and a .zip for x64 and for ARM64, in `dist/`.
 * With `-- --dir`: the program for this system, in a folder, not wrapped. A release is made in two steps, so that the
 * programs can be signed between them where no package's code runs: `-- --unwrapped`, then `-- --wrap`.
 */
import { rm } from 'node:fs/promises'
import { buildIfNeeded } from './build.mjs'
import { installPackages } from './machine/install-packages.mjs'
import { inProject, projectRoot, tell } from './project.mjs'

const help = `Usage: npm run dist            portable .exe and .zip for Windows, x64 and ARM64
       npm run dist -- --dir   the program for this system, in a folder
       npm run dist -- --unwrapped   the folders that the programs for Windows are made of
       npm run dist -- --wrap        the programs, out of those folders`

const needs = `Wrapping for Windows needs two downloads that electron-builder makes by itself, both from GitHub:
  - Electron for Windows (the releases of electron/electron; ELECTRON_MIRROR names another place)
  - NSIS (the releases of electron-userland/electron-builder-binaries; ELECTRON_BUILDER_BINARIES_MIRROR)
Allow them, or let the workflow "ci" build: it keeps the programs as artefacts.
For this system alone: npm run dist -- --dir`

/** What electron-builder calls the folder that holds the unwrapped program. */
const folders = /** @type {const} */ ([
  ['x64', 'win-unpacked'],
  ['arm64', 'win-arm64-unpacked'],
])

/** @param {'whole' | 'unwrapped' | 'wrap'} how */
async function packForWindows(how) {
  const { Arch, build, Platform } = await import('electron-builder')
  const { completePortableScript } = await import('./package/portable-stub.mjs')
  const shared = /** @type {const} */ ({
    projectDir: projectRoot,
    publish: 'never',
    effectiveOptionComputed: completePortableScript,
  })
  try {
    const files = []
    if (how === 'whole') files.push(...(await build({ ...shared, win: [] })))
    for (const [arch, folder] of how === 'whole' ? [] : folders) {
      const targets = Platform.WINDOWS.createTarget(
        how === 'wrap' ? ['portable', 'zip'] : ['dir'],
        Arch[arch],
      )
      const prepackaged = how === 'wrap' ? { prepackaged: inProject('dist', folder) } : {}
      files.push(...(await build({ ...shared, targets, ...prepackaged })))
    }
    tell(`Built:\n${files.map((file) => `  ${file}`).join('\n')}`)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    tell(`\nThe programs for Windows could not be built here: ${reason}\n\n${needs}`)
    process.exitCode = 1
  }
}

async function packHere() {
  const { findElectron } = await import('./machine/find-electron.mjs')
  const { packForThisSystem } = await import('./package/pack.mjs')
  const electron = await findElectron({ log: tell })
  const { executable, absentFuses } = await packForThisSystem({
    electron,
    outputFolder: inProject('dist'),
  })
  if (electron.isTestElectron) {
    tell(`This one holds Electron ${electron.version}: for a look, not for people.`)
    if (absentFuses.length > 0)
      tell(`Electron ${electron.version} has no fuse ${absentFuses.join(', ')}.`)
  }
  tell(`Packed: ${executable}`)
}

async function dist() {
  const [mode = '', ...more] = process.argv.slice(2)
  const modes = ['', '--dir', '--unwrapped', '--wrap']
  if (more.length > 0 || !modes.includes(mode)) {
    tell(`Unknown argument: ${more[0] ?? mode}\n${help}`)
    process.exitCode = 2
    return
  }
  await installPackages()
  await buildIfNeeded()
  if (mode !== '--wrap') await rm(inProject('dist'), { recursive: true, force: true })
  if (mode === '--dir') await packHere()
  else await packForWindows(mode === '--wrap' ? 'wrap' : mode === '' ? 'whole' : 'unwrapped')
}

try {
  await dist()
} catch (error) {
  tell(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
