/** Do the programs for Windows hold koffi: the one library for their processor, its licence, and nothing else of it? */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { executableIn } from '../../scripts/machine/find-electron.mjs'
import { layOutKoffi, shippedFiles } from '../../scripts/machine/ship-koffi.mjs'
import { filesInArchive, readFromArchive } from './builder-tools.ts'
import { packForWindows } from './packed-for-windows.ts'
import { electron, makeTemporaryFolder, runProgram } from './packed.ts'

const folder = makeTemporaryFolder()
afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** https://learn.microsoft.com/windows/win32/debug/pe-format#machine-types */
const machines = { x64: 0x8664, arm64: 0xaa64 }

function machineOf(program: Buffer): number {
  return program.readUInt16LE(program.readUInt32LE(60) + 4)
}

describe.each(['x64', 'arm64'] as const)('the program for Windows %s', (arch) => {
  const shippedAs = `node_modules/@koromix/koffi-win32-${arch}`
  const library = `${shippedAs}/win32_${arch}/koffi.node`
  let archive: string
  let files: readonly string[]
  beforeAll(async () => {
    archive = join(await packForWindows(folder, arch), 'app.asar')
    files = filesInArchive(archive)
  })

  test('holds of koffi what it loads and its licence, and of other packages nothing', () => {
    const expected = shippedFiles(arch).map((file) => `${shippedAs}/${file}`)
    const shipped = files.filter((path) => path.startsWith('node_modules/'))
    expect([...shipped].sort()).toEqual(expected.sort())
    const others = files.filter((path) => !/^(package\.json$|out\/|node_modules\/)/.test(path))
    expect(others).toEqual([])
  })

  test('has the library for its processor, byte by byte the original one, and no other', async () => {
    const unpacked = readFileSync(join(`${archive}.unpacked`, library))
    const original = join(await layOutKoffi(arch), library.replace('node_modules/', ''))
    expect(unpacked.equals(readFileSync(original))).toBe(true)
    expect(machineOf(unpacked)).toBe(machines[arch])
    expect(files.filter((path) => path.endsWith('.node'))).toEqual([library])
  })

  test('unpacks nothing but the library and the helper programs: scripts stay under the hash', () => {
    const root = `${archive}.unpacked`
    const unpacked = readdirSync(root, { recursive: true })
      .map(String)
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => name.replaceAll('\\', '/'))
    expect(unpacked.filter((path) => !path.startsWith('out/main/vendor/'))).toEqual([library])
  })

  test('has the koffi that package.json names', () => {
    const shipped = JSON.parse(
      readFromArchive(archive, `${shippedAs}/package.json`).toString(),
    ) as {
      version: string
    }
    expect(shipped.version).toBe(manifest.dependencies.koffi)
  })

  test('is found by the main process in the archive, as Electron resolves it', async () => {
    const answer = join(folder, `${arch}.txt`)
    const script = `
      const { createRequire } = require('node:module')
      const fromMain = createRequire(process.argv[1] + '/out/main/main.cjs')
      const koffi = fromMain.resolve('@koromix/koffi-win32-${arch}')
      require('node:fs').writeFileSync(process.argv[2], koffi)`
    const program = join(electron.directory, executableIn(process.platform))
    const run = await runProgram(program, ['-e', script, '--', archive, answer], {
      ELECTRON_RUN_AS_NODE: '1',
    })
    expect(run.exitCode, run.stderr).toBe(0)
    expect(readFileSync(answer, 'utf8')).toBe(join(archive, shippedAs, 'index.js'))
  })

  test('adds little over 1 MB for it', () => {
    const bytes = files
      .filter((path) => path.startsWith('node_modules/'))
      .reduce((sum, path) => sum + readFromArchive(archive, path).length, 0)
    console.log(`koffi in the program for Windows ${arch}: ${(bytes / 1_000_000).toFixed(2)} MB`)
    expect(bytes).toBeLessThan(1_500_000)
  })
})
