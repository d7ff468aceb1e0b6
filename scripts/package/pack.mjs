/** The program, packed for this system as `electron-builder.yml` says. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { executableIn } from '../machine/find-electron.mjs'
import { readFuses } from './fuses.mjs'
import { projectRoot } from '../project.mjs'

/**
 * @typedef {object} Packed
 * @property {string} folder
 * @property {string} executable
 * @property {string} resources
 * @property {string[]} absentFuses the ones that this Electron does not have yet
 */

/** Where the program and its archive lie in a packed folder. @param {string} folder @param {string} name */
function placesIn(folder, name) {
  if (process.platform === 'darwin') {
    const contents = join(folder, 'Process Inspector for iTunes.app/Contents')
    return { executable: join(contents, 'MacOS', name), resources: join(contents, 'Resources') }
  }
  const ending = process.platform === 'win32' ? '.exe' : ''
  return { executable: join(folder, name + ending), resources: join(folder, 'resources') }
}

/**
 * @param {{ electron: { directory: string, version: string }, outputFolder: string }} options
 * @returns {Promise<Packed>}
 */
export async function packForThisSystem({ electron, outputFolder }) {
  const fuses = await readFuses(join(electron.directory, executableIn(process.platform)))
  const absentFuses = Object.keys(fuses).filter((name) => fuses[name] === 'absent')
  /** @type {Packed | undefined} */
  let packed
  await build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      electronDist: electron.directory,
      electronVersion: electron.version,
      directories: { output: outputFolder },
      // Runs just before the fuses are set.
      afterPack: async ({ appOutDir, packager }) => {
        const places = placesIn(appOutDir, packager.config.executableName ?? '')
        // electron-builder takes these away only from an Electron that it has downloaded itself.
        await rm(join(places.resources, 'default_app.asar'), { force: true })
        await rm(join(appOutDir, 'version'), { force: true })
        // From outside, a setting can be changed but not taken away.
        /** @type {Record<string, unknown>} */
        const configured = { ...packager.config.electronFuses }
        for (const name of absentFuses) delete configured[name]
        Object.assign(packager.config, { electronFuses: configured })
        packed = { folder: appOutDir, ...places, absentFuses }
      },
    },
  })
  if (packed === undefined) throw new Error('electron-builder packed nothing.')
  return packed
}
