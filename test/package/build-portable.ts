/**
 * electron-builder's own portable program around a small payload. Debian's NSIS compiles it, as a 64-bit program, for this
 * Wine has no 32-bit half.
 */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { vi } from 'vitest'
import { completePortableScript } from '../../scripts/package/portable-stub.mjs'
import { projectRoot } from '../../scripts/project.mjs'
import { compileWindowsLibrary, compileWindowsProgram } from '../../scripts/machine/wine.mjs'
import { electron } from './packed.ts'

const fixture = (path: string) => join(projectRoot, 'test/fixtures', path)

/** Debian's compiler in the place where electron-builder looks for its own, and our plug-in beside it. */
async function layOutCompiler(folder: string): Promise<Readonly<Record<string, string>>> {
  const plugins = join(folder, 'resources/plugins/x86-unicode')
  await compileWindowsLibrary(fixture('nsis/stdutils.c'), join(plugins, 'StdUtils.dll'))
  const compiler = join(folder, 'compiler/linux/makensis')
  await mkdir(join(compiler, '..'), { recursive: true })
  await writeFile(
    compiler,
    `#!/bin/sh
export NSISDIR=/usr/share/nsis
exec /usr/bin/makensis -XTarget\\ amd64-unicode "-X!addplugindir /amd64-unicode \\"${plugins}\\"" "$@"
`,
  )
  await chmod(compiler, 0o755)
  return {
    ELECTRON_BUILDER_NSIS_DIR: join(folder, 'compiler'),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
  }
}

async function layOutPayload(folder: string): Promise<string> {
  const engine = join(folder, 'engine')
  for (const file of ['LICENSE', 'locales/en-US.pak', 'resources/empty']) {
    await mkdir(join(engine, file, '..'), { recursive: true })
    await writeFile(join(engine, file), '')
  }
  const [source, resources] = [fixture('programs/payload.c'), fixture('programs/version.rc')]
  await compileWindowsProgram(source, join(engine, 'electron.exe'), resources)
  return engine
}

/** Our part of the wrapper's script, changed: what is not there is a function that Windows has not. */
async function withoutFunction(name: string, options: unknown, folder: string): Promise<void> {
  const [, commands] = options as [unknown, Record<string, string>]
  const script = await readFile(join(projectRoot, 'assets/installer/portable.nsh'), 'utf8')
  const changed = join(folder, 'changed.nsh')
  await writeFile(changed, script.replaceAll(`::${name}(`, `::${name}Missing(`))
  commands['!include'] = `"${changed}"`
}

/**
 * @param lacks a function of Windows that the wrapper finds missing
 * @returns the portable program, as `electron-builder.yml` and `scripts/dist.mjs` wrap ours
 */
export async function buildPortable(folder: string, lacks?: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const [name, value] of Object.entries(await layOutCompiler(folder))) vi.stubEnv(name, value)
  try {
    const files = await build({
      projectDir: projectRoot,
      targets: Platform.WINDOWS.createTarget('portable', Arch.x64),
      publish: 'never',
      effectiveOptionComputed: async (options) => {
        const goesOn = await completePortableScript(options)
        if (lacks !== undefined && Array.isArray(options))
          await withoutFunction(lacks, options, folder)
        return goesOn
      },
      config: {
        electronDist: await layOutPayload(folder),
        electronVersion: electron.version,
        directories: { output: join(folder, 'dist') },
        afterPack: ({ packager }) => {
          // They are switches inside Electron's own program.
          Object.assign(packager.config, { electronFuses: null })
          return Promise.resolve()
        },
      },
    })
    const portable = files.find((file) => file.endsWith('.exe'))
    if (portable === undefined) throw new Error('electron-builder wrapped nothing.')
    return portable
  } finally {
    vi.unstubAllEnvs()
  }
}
