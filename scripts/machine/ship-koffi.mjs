/**
 * koffi in a program for Windows, whatever system packs it: the library of that processor, which npm installs only on
 * such a machine; elsewhere it is fetched. The licence goes where the code goes; koffi's own scripts are not needed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fetchPackage } from './fetch-package.mjs'
import { inCache, inProject, tell } from '../project.mjs'

const licence = 'LICENSE.txt'

/** What `electron/win32/bridge/load-koffi.ts` asks for reads these, in this order. @param {'x64' | 'arm64'} arch */
const binaryFiles = (arch) => ['package.json', 'index.js', `win32_${arch}/koffi.node`]

/** @param {'x64' | 'arm64'} arch @returns what is shipped of koffi */
export const shippedFiles = (arch) => [...binaryFiles(arch), licence]

/** What package-lock.json pins. @param {string} name */
export function pinned(name) {
  /** @type {{ packages: Record<string, { version: string, integrity: string } | undefined> }} */
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  const entry = packages[`node_modules/${name}`]
  if (entry === undefined) throw new Error(`package-lock.json does not name ${name}`)
  return entry
}

/** The unpacked package that holds the binary. @param {'x64' | 'arm64'} arch */
async function findBinaryPackage(arch) {
  const name = `@koromix/koffi-win32-${arch}`
  const { version, integrity } = pinned(name)
  const installed = inProject('node_modules', name)
  if (existsSync(join(installed, 'package.json'))) return installed
  const target = inCache(`koffi-win32-${arch}-${version}`)
  if (!existsSync(join(target, 'package.json'))) {
    tell(`Fetching koffi ${version} for Windows ${arch} (once, 1 MB) …`)
    const spec = `${name}@${version}`
    await fetchPackage({ spec, integrity, target, prepare: async (folder) => folder })
  }
  return target
}

/** @param {string} from @param {string} to @param {readonly string[]} files */
async function copyFiles(from, to, files) {
  for (const file of files) {
    await mkdir(dirname(join(to, file)), { recursive: true })
    await cp(join(from, file), join(to, file))
  }
}

/**
 * Lays koffi out as a `node_modules` folder for Windows, made anew each time.
 * @param {'x64' | 'arm64'} arch
 * @param {string} [folder] one of its own for whoever runs beside others
 * @returns {Promise<string>} the folder: `koffi` and `@koromix` lie in it
 */
export async function layOutKoffi(arch, folder = inCache(`koffi/win32-${arch}`)) {
  const binaryPackage = await findBinaryPackage(arch)
  const draft = `${folder}.partial-${process.pid}`
  await rm(draft, { recursive: true, force: true })
  const target = join(draft, `@koromix/koffi-win32-${arch}`)
  await copyFiles(binaryPackage, target, binaryFiles(arch))
  await copyFiles(inProject('node_modules/koffi'), target, [licence])
  await rm(folder, { recursive: true, force: true })
  await rename(draft, folder)
  return folder
}

/**
 * electron-builder calls this once for each processor that it packs for.
 * @param {{ platform: { nodeName: string }, arch: string }} context
 * @returns {Promise<boolean>} false: no package of `node_modules` comes along but what `files` names
 */
export async function beforeBuild({ platform, arch }) {
  if (platform.nodeName === 'win32') {
    if (arch !== 'x64' && arch !== 'arm64') throw new Error(`koffi is not pinned for ${arch}`)
    await layOutKoffi(arch)
  }
  return false
}
