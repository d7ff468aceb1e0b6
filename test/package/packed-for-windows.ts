/**
 * What does electron-builder put into the programs for Windows, beside Electron? Packs as `electron-builder.yml` says.
 * Where there is no Electron for Windows, a small program stands in for it: nothing here starts it.
 */
import { build, Platform, Arch } from 'electron-builder'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../scripts/project.mjs'
import { compileWindowsProgram } from '../../scripts/machine/wine.mjs'
import { electron } from './packed.ts'

const isWindows = process.platform === 'win32'

async function engineFor(folder: string): Promise<string> {
  if (isWindows) return electron.directory
  const engine = join(folder, 'stand-in')
  for (const file of ['LICENSE', 'locales/en-US.pak', 'resources/empty']) {
    await mkdir(join(engine, file, '..'), { recursive: true })
    await writeFile(join(engine, file), '')
  }
  const programs = join(projectRoot, 'test/fixtures/programs')
  const executable = join(engine, 'electron.exe')
  await compileWindowsProgram(join(programs, 'sleeper.c'), executable, join(programs, 'version.rc'))
  return engine
}

/** @returns the folder that holds `app.asar` */
export async function packForWindows(folder: string, arch: 'x64' | 'arm64'): Promise<string> {
  let resources = ''
  await build({
    projectDir: projectRoot,
    targets: Platform.WINDOWS.createTarget('dir', Arch[arch]),
    publish: 'never',
    config: {
      electronDist: await engineFor(folder),
      electronVersion: electron.version,
      directories: { output: join(folder, arch) },
      afterPack: ({ appOutDir, packager }) => {
        // They are switches inside Electron's own program.
        Object.assign(packager.config, { electronFuses: null })
        resources = join(appOutDir, 'resources')
        return Promise.resolve()
      },
    },
  })
  if (resources === '') throw new Error('electron-builder packed nothing.')
  return resources
}
