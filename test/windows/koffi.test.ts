/** Do the built bundles find koffi on Windows, and does it call Windows from there? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import type { Koffi } from '../../electron/win32/bridge/load-koffi.ts'
import { builtFolder } from './command-line.ts'

/** As `electron/win32/bridge/load-koffi.ts` asks for it. */
const name = `@koromix/koffi-win32-${process.arch}`

interface LoadedKoffi extends Koffi {
  readonly version: string
}

for (const bundle of ['cli.cjs', 'main/main.cjs']) {
  test(`${bundle} finds the koffi of package.json, which calls a function of Windows`, () => {
    const koffi = createRequire(join(builtFolder, bundle))(name) as LoadedKoffi
    assert.equal(koffi.version, manifest.dependencies.koffi)
    const GetCurrentProcessId = koffi
      .load('kernel32.dll')
      .func('GetCurrentProcessId', 'uint32', []) as () => number
    assert.equal(GetCurrentProcessId(), process.pid)
  })
}

test('the files of koffi that are shipped are all that it needs', async () => {
  const shipped = process.env['INSPECTOR_SHIPPED_KOFFI']
  assert.ok(shipped, 'INSPECTOR_SHIPPED_KOFFI must name their folder')
  const folder = await mkdtemp(join(tmpdir(), 'koffi '))
  // Only what lies in the folder counts.
  const env = { ...process.env, NODE_PATH: '' }
  try {
    await cp(shipped, join(folder, 'node_modules'), { recursive: true })
    await mkdir(join(folder, 'out/main'), { recursive: true })
    const script = join(folder, 'out/main/main.cjs')
    const answer = join(folder, 'answer.txt')
    await writeFile(
      script,
      `const koffi = require('${name}')
const GetCurrentProcessId = koffi.load('kernel32.dll').func('GetCurrentProcessId', 'uint32', [])
if (GetCurrentProcessId() !== process.pid) throw new Error('another pid')
require('node:fs').writeFileSync(process.argv[2], require.resolve('${name}'))`,
    )
    // Without `windowsHide`: a node.exe that has no console aborts under Wine.
    await promisify(execFile)(process.execPath, [script, answer], { env })
    const found = await readFile(answer, 'utf8')
    assert.equal(found, realpathSync(join(folder, 'node_modules', name, 'index.js')))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
})
