/**
 * A report's place that another program really holds, or that is read-only, on Windows: does the command line say so with
 * the file and the next step, and is the older report as it was? What writes it is what the window saves with.
 */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir, rm, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { writeReport } from '../../../electron/report/write-report.ts'
import {
  kernel32,
  INVALID_HANDLE_VALUE,
  OPEN_EXISTING,
} from '../../../electron/win32/bridge/kernel32.ts'
import { runCommandLine } from '../command-line.ts'

const FILE_SHARE_READ = 1
const GENERIC_READ = 0x80000000

let folder = ''
let file = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'held '))
  file = join(folder, 'report.json')
})
after(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

/** This process holds it; the command line is another one. */
function hold(shareMode: number): () => void {
  const api = kernel32()
  if (!api.ok) assert.fail(api.failure.detail)
  const { CreateFileW, CloseHandle } = api.value
  const handle = CreateFileW(file, GENERIC_READ, shareMode, null, OPEN_EXISTING, 0, null)
  assert.ok(handle !== null && handle !== INVALID_HANDLE_VALUE, 'it is held')
  return () => {
    CloseHandle(handle)
  }
}

async function assertKept(): Promise<void> {
  const answer = await runCommandLine(['--format', 'json', '--lang', 'en', '--output', file])
  assert.equal(answer.exitCode, 3)
  assert.equal(
    answer.stderr.trimEnd(),
    `The report could not be written to ${file} (no permission to write there, or another program is using the file). Nothing there was changed; choose another folder. The report follows here instead.`,
  )
  assert.ok('processes' in (JSON.parse(answer.stdout) as object), 'the report is not lost')
  assert.deepEqual(await readdir(folder), ['report.json'], 'no draft is left')
}

for (const [how, shareMode] of [
  ['with nobody beside it', 0],
  ['and lets others read it, as Word does', FILE_SHARE_READ],
] as const) {
  test(`what another program holds ${how} stays as it was, and is written when it is let go`, async () => {
    await writeFile(file, 'the older one')
    const letGo = hold(shareMode)
    try {
      await assertKept()
      const written = await writeReport(file, 'the newer one')
      assert.ok(!written.ok && ['EBUSY', 'EPERM', 'EACCES'].includes(written.failure))
      assert.deepEqual(await readdir(folder), ['report.json'])
    } finally {
      letGo()
    }
    assert.equal(await readFile(file, 'utf8'), 'the older one')
    assert.deepEqual(await writeReport(file, 'the newer one'), { ok: true, value: null })
    assert.equal(await readFile(file, 'utf8'), 'the newer one')
  })
}

test('what a scanner lets go of within a moment is written after all', async () => {
  await writeFile(file, 'the older one')
  const letGo = hold(FILE_SHARE_READ)
  const written = writeReport(file, 'the newer one')
  setTimeout(letGo, 200)
  assert.deepEqual(await written, { ok: true, value: null })
  assert.equal(await readFile(file, 'utf8'), 'the newer one')
})

test('a file with the read-only attribute stays as it was', async () => {
  await writeFile(file, 'the older one')
  await chmod(file, 0o444)
  try {
    await assertKept()
    assert.equal((await writeReport(file, 'the newer one')).ok, false)
    assert.equal(await readFile(file, 'utf8'), 'the older one')
  } finally {
    await chmod(file, 0o666)
  }
})
