/** Are real processes listed, and their program files found, whatever is done to them meanwhile? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { createFileEvidenceReader } from '../../../electron/win32/files/file-evidence.ts'
import { readImagePaths } from '../../../electron/win32/processes/image-path.ts'
import { listProcesses } from '../../../electron/win32/processes/list-processes.ts'
import type { ProcessRecord } from '../../../electron/win32/bytes/read-process-information.ts'
import { endAll, longestStartablePath, nonAsciiPath, program, start } from './programs.ts'

after(endAll)

async function list(): Promise<readonly ProcessRecord[]> {
  const listed = await listProcesses()
  if (!listed.ok) assert.fail(JSON.stringify(listed.failure))
  assert.equal(listed.value.isComplete, true)
  return listed.value.processes
}

async function recordOf(pid: number): Promise<ProcessRecord> {
  const record = (await list()).find((listed) => listed.pid === pid)
  assert.ok(record, `pid ${String(pid)} is not in the list`)
  return record
}

async function pathOf(record: ProcessRecord) {
  const [path] = await readImagePaths([record])
  assert.ok(path)
  return path
}

test('this process is listed with its name, parent, start and size', async () => {
  const record = await recordOf(process.pid)
  assert.equal(record.name, 'node.exe')
  assert.equal(record.parentPid, process.ppid)
  const startedAt = Date.parse(record.startedAtUtc ?? '')
  const expectedStart = Date.now() - process.uptime() * 1000
  assert.ok(Math.abs(startedAt - expectedStart) < 5000, record.startedAtUtc ?? 'no start')
  assert.ok(record.workingSetBytes > 10_000_000)
  assert.ok(record.threadCount > 1)
  assert.ok(record.handleCount > 1)
})

test('the list is the one that the helper program of ps-list gives', async () => {
  const psList = dirname(createRequire(import.meta.url).resolve('ps-list'))
  const helper = join(psList, 'vendor/fastlist-0.3.0-x64.exe')
  const keyOf = (record: { readonly pid: number; readonly parentPid: number; name: string }) =>
    `${String(record.pid)} ${String(record.parentPid)} ${record.name}`
  const children = await Promise.all([start(nonAsciiPath), start(program('genuine', service))])
  const before = (await list()).map(keyOf)
  const { stdout } = await promisify(execFile)(helper, { maxBuffer: 1 << 26 })
  const after = (await list()).map(keyOf)
  // Whatever lived through all three looks must be the same in each.
  const helped = stdout
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [pid = '', parentPid = '', name = ''] = line.split('\t')
      return { name, pid: Number(pid), parentPid: Number(parentPid) }
    })
    .filter(({ pid, name }) => pid !== 0 && !name.startsWith('fastlist'))
    .map(keyOf)
  const stable = before.filter((key) => after.includes(key) && !key.startsWith('0 '))
  assert.ok(stable.length >= 3)
  assert.deepEqual(helped.filter((key) => before.includes(key)).sort(), [...stable].sort())
  assert.deepEqual(
    helped.filter((key) => !before.includes(key) && !after.includes(key)),
    [],
  )
  await Promise.all(children.map((child) => child.end()))
})

const service = 'AppleMobileDeviceService.exe'

for (const [title, path] of Object.entries({
  'a plain path': program('genuine', service),
  'a path with other letters': nonAsciiPath,
  'the longest path that this system starts': await longestStartablePath(),
})) {
  test(`the program file of a process is found: ${title}`, async () => {
    const child = await start(path)
    const found = await pathOf(await recordOf(child.pid))
    if (found.state !== 'known') assert.fail(JSON.stringify(found))
    assert.equal(found.value.path.replace('\\\\?\\', '').toLowerCase(), path.toLowerCase())
    assert.equal(found.value.way, 'handle')
    await child.end()
  })
}

test('a process that has ended since the list has no path', async () => {
  const child = await start(program('genuine', service))
  const record = await recordOf(child.pid)
  await child.end()
  assert.deepEqual(await pathOf(record), { state: 'failed', reason: 'process-ended' })
  assert.ok(!(await list()).some(({ pid }) => pid === child.pid))
})

test('a pid that now belongs to another process does not lend its path', async () => {
  const child = await start(program('genuine', service))
  const record = await recordOf(child.pid)
  const earlier = { ...record, startedAtUtc: '2020-01-01T00:00:00.000Z' }
  assert.deepEqual(await pathOf(earlier), { state: 'failed', reason: 'process-ended' })
  await child.end()
})

test('a program file that goes away while it runs is missing, not unsigned', async () => {
  const path = program('deleted', 'iTunesHelper.exe')
  const child = await start(path)
  const before = await pathOf(await recordOf(child.pid))
  assert.equal(before.state === 'known' && before.value.path.toLowerCase(), path.toLowerCase())
  // Windows lets nobody delete a running program, but lets it be renamed.
  await rm(path).catch(() => rename(path, `${path}.old`))
  assert.equal(existsSync(path), false)
  const evidence = await createFileEvidenceReader().read(path)
  assert.deepEqual(evidence.signature, { state: 'failed', reason: 'file-missing' })
  const now = await pathOf(await recordOf(child.pid))
  assert.notEqual(now.state, 'denied')
  await child.end()
})
