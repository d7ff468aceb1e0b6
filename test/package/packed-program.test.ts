/** Is the program that people get the one that we mean: does it run, and does it hold no more than it needs? */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import productManifest from '../../package.json' with { type: 'json' }
import { executableIn } from '../../scripts/machine/find-electron.mjs'
import { fusePlaces, readFuses } from '../../scripts/package/fuses.mjs'
import { notices } from '../../scripts/package/notices.mjs'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { filesInArchive, readBuilderSettings, readFromArchive } from './builder-tools.ts'
import {
  electron,
  makeTemporaryFolder,
  openPackedWindow,
  packInto,
  runPacked,
  runProgram,
} from './packed.ts'

const settings = readBuilderSettings()
const folder = makeTemporaryFolder()
const userData = join(folder, 'user-data')
let packed: Awaited<ReturnType<typeof packInto>>
let archive: string

beforeAll(async () => {
  packed = await packInto(join(folder, 'packed'))
  archive = join(packed.resources, 'app.asar')
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Which of its files a program for Windows holds is told in koffi-for-windows.test.ts; others hold none. */
const isKoffi = (path: string) =>
  process.platform === 'win32' && /^node_modules(\/(koffi|@koromix)(\/.+)?)?$/.test(path)

function sizeBytes(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.size
  return readdirSync(path).reduce((sum, name) => sum + sizeBytes(join(path, name)), 0)
}

interface Report {
  readonly app: { readonly name: string }
  readonly lister: string
  readonly processes: readonly { readonly imageName: string; readonly group: string }[]
}

describe('the packed program', () => {
  test('writes a report with all 20 processes of the article and ends with exit code 0', async () => {
    const output = join(folder, 'report.json')
    const run = await runPacked(
      packed.executable,
      ['--report', '--format', 'json', '--output', output],
      userData,
    )
    expect(run, run.stderr).toMatchObject({ exitCode: 0 })
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report
    const listed = report.processes.filter(({ group }) => group !== 'related')
    const expected = readCatalogue().processes.filter(({ group }) => group !== 'related')
    expect(listed.map(({ imageName }) => imageName)).toEqual(
      expected.map((entry) => entry.imageName),
    )
    expect(listed).toHaveLength(20)
    expect(report.lister).toBe(process.platform === 'win32' ? 'in-process' : 'ps-list')
    expect(report.app.name).toBe(settings.productName)
  })

  test('answers a wrong argument with one line and exit code 2, without a window', async () => {
    const run = await runPacked(packed.executable, ['--report', '--formt', 'json'], userData)
    expect(run, run.stderr).toMatchObject({ exitCode: 2 })
    expect(run.stderr).toContain('--formt')
    expect(run.stderr).not.toMatch(/^\s+at /m)
  })

  test('opens its window on its own page, out of the archive', async () => {
    const title = settings.productName
    const page = await openPackedWindow(packed.executable, join(folder, 'window-data'), title)
    expect(page).toEqual({ url: 'app://bundle/index.html', title })
  })

  test('does not turn into a plain Node.js when the environment asks for it', async () => {
    const asNode = { ELECTRON_RUN_AS_NODE: '1', ELECTRON_DISABLE_SANDBOX: '1' }
    const leavesProof = async (executable: string, proof: string) => {
      const script = `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`
      await runProgram(executable, ['-e', script, '--', '--report', '--help'], asNode)
      return existsSync(proof)
    }
    // Electron as it comes does, so the question is a real one.
    const original = join(electron.directory, executableIn(process.platform))
    expect(await leavesProof(original, join(folder, 'original'))).toBe(true)
    expect(await leavesProof(packed.executable, join(folder, 'packed-one'))).toBe(false)
  })

  // Elsewhere Electron does not check its archive.
  if (process.platform === 'win32') {
    test('does not run when a letter of its code was changed', async () => {
      const changed = await packInto(join(folder, 'changed'))
      const path = join(changed.resources, 'app.asar')
      const bytes = readFileSync(path)
      const at = bytes.lastIndexOf('cancelInspection')
      expect(at).toBeGreaterThan(0)
      bytes.write('inspection:cancem', at, 'latin1')
      writeFileSync(path, bytes)
      const output = join(folder, 'of-changed.json')
      await runPacked(changed.executable, ['--report', '--output', output], userData)
      expect(existsSync(output)).toBe(false)
    })
  }
})

describe('what is packed', () => {
  test('only the three bundles, package.json and, on Windows, koffi', () => {
    const files = filesInArchive(archive)
    expect(files).toContain('out/main/main.cjs')
    expect(files).toContain('out/preload/preload.cjs')
    expect(files).toContain('out/renderer/index.html')
    const others = files.filter(
      (path) => !/^(package\.json|out\/(main|preload|renderer)\/.+)$/.test(path) && !isKoffi(path),
    )
    expect(others).toEqual([])
  })

  test('no source maps, sources, tests or packages', () => {
    const unwanted = /\.map$|\.tsx?$|(^|\/)(node_modules|test|tests|scripts|\.cache)\/|\.test\./
    const files = filesInArchive(archive).filter((path) => !isKoffi(path))
    expect(files.filter((path) => unwanted.test(path))).toEqual([])
  })

  test('a package.json that names no package but koffi, and no scripts', () => {
    const manifest = JSON.parse(readFromArchive(archive, 'package.json').toString()) as object
    expect(Object.keys(manifest)).toEqual(
      expect.arrayContaining(['name', 'version', 'main', 'license']),
    )
    for (const key of ['devDependencies', 'optionalDependencies', 'scripts']) {
      expect(manifest).not.toHaveProperty(key)
    }
    expect(manifest).toMatchObject({ dependencies: { koffi: productManifest.dependencies.koffi } })
    expect(Object.keys((manifest as { dependencies: object }).dependencies)).toEqual(['koffi'])
  })

  test('the helper programs of ps-list, unpacked and byte by byte the original ones', () => {
    const original = join(dirname(createRequire(import.meta.url).resolve('ps-list')), 'vendor')
    const shipped = join(packed.resources, 'app.asar.unpacked/out/main/vendor')
    const programs = readdirSync(original)
    expect(programs.filter((name) => name.endsWith('.exe'))).not.toEqual([])
    expect(readdirSync(shipped)).toEqual(programs)
    for (const name of programs) {
      expect(readFileSync(join(shipped, name)).equals(readFileSync(join(original, name)))).toBe(
        true,
      )
    }
  })

  test('no other archive that Electron could load', () => {
    expect(readdirSync(packed.resources).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
  })

  test('nothing else is unpacked', () => {
    const unpacked = readdirSync(join(packed.resources, 'app.asar.unpacked'), { recursive: true })
    const files = unpacked.map((name) => String(name).replaceAll('\\', '/'))
    const others = files.filter((path) => !/^out(\/main(\/vendor(\/.+)?)?)?$/.test(path))
    expect(others.filter((path) => !isKoffi(path))).toEqual([])
  })

  // A program for macOS has another inner order; none is built.
  if (process.platform !== 'darwin') {
    test('the languages of Chromium that we speak', () => {
      const locales = readdirSync(join(packed.folder, 'locales'))
      const languages = ['de', 'en-US', 'es', 'es-419', 'fr', 'sv']
      expect(new Set(locales)).toEqual(new Set(languages.map((name) => `${name}.pak`)))
    })

    test('the licences of this program, Electron and Chromium', () => {
      const names = readdirSync(packed.folder)
      expect(names).toContain('LICENSE.txt')
      expect(names).toContain('LICENSE.electron.txt')
      expect(names).toContain('LICENSES.chromium.html')
    })

    test('the licences of what the bundles hold of others', () => {
      const read = (name: string) =>
        readFileSync(join(packed.folder, 'third-party-licences', name), 'utf8')
      expect(read('program.md')).toContain('## ps-list')
      expect(read('window.md')).toContain('## react-dom')
      for (const { name } of notices) expect(read('other.md')).toContain(`## ${name}`)
    })
  }

  test('at most 6 MB of our own in five languages, and on Windows 1.5 MB of koffi', () => {
    const ownBytes = sizeBytes(archive) + sizeBytes(`${archive}.unpacked`)
    const wholeBytes = sizeBytes(packed.folder)
    const inMb = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
    console.log(
      `Packed with Electron ${electron.version}: ${inMb(wholeBytes)}, of it our own: ${inMb(ownBytes)}`,
    )
    expect(ownBytes).toBeLessThan(process.platform === 'win32' ? 7_500_000 : 6_000_000)
  })
})

describe('the fuses of the packed program', () => {
  test('shut every way around our code', async () => {
    const wanted: Record<string, string> = {
      runAsNode: 'off',
      // No cookies are kept, and encrypting them cannot be undone: as Electron has it.
      enableCookieEncryption: 'off',
      enableNodeOptionsEnvironmentVariable: 'off',
      enableNodeCliInspectArguments: 'off',
      enableEmbeddedAsarIntegrityValidation: 'on',
      onlyLoadAppFromAsar: 'on',
      loadBrowserProcessSpecificV8Snapshot: 'off',
      grantFileProtocolExtraPrivileges: 'off',
    }
    for (const name of packed.absentFuses) wanted[name] = 'absent'
    expect(await readFuses(packed.executable)).toEqual(wanted)
  })

  test('lack only what this version of Electron does not have yet', () => {
    // Each fuse with the first Electron that has it; the older ones are in every version that we can meet.
    const since = { grantFileProtocolExtraPrivileges: 29 }
    const major = Number.parseInt(electron.version, 10)
    const missing = Object.entries(since).filter(([, first]) => major < first)
    expect(packed.absentFuses).toEqual(missing.map(([name]) => name))
  })

  test('are decided one by one: none that electron-builder knows is left to chance', () => {
    const decided = [...Object.keys(settings.electronFuses), 'enableCookieEncryption']
    expect(decided.sort()).toEqual(fusePlaces.map(({ name }) => name).sort())
  })
})
