/** Are command line, own memory, processor time and hash of real processes what they are? */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { createFileHasher } from '../../../electron/sources/hash-file.ts'
import { windowsSources } from '../../../electron/sources/windows-sources.ts'
import { openProcessFacts } from '../../../electron/tasks/process-facts.ts'
import { openProcessTasks } from '../../../electron/tasks/processes.ts'
import { readCommandLines } from '../../../electron/win32/processes/command-line.ts'
import { readImagePaths } from '../../../electron/win32/processes/image-path.ts'
import { listProcesses } from '../../../electron/win32/processes/list-processes.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { endAll, isWine, program, start } from './programs.ts'

after(endAll)

const service = program('genuine', 'AppleMobileDeviceService.exe')

/** Wine 8 does not know this question. */
const notInWine = { state: 'failed', reason: 'missing-function' }

async function recordOf(pid: number) {
  const listed = await listProcesses()
  if (!listed.ok) assert.fail(JSON.stringify(listed.failure))
  const record = listed.value.processes.find((one) => one.pid === pid)
  assert.ok(record, `pid ${String(pid)} is not in the list`)
  return record
}

async function commandLineOf(record: { pid: number; startedAtUtc: string | null }) {
  const [line] = await readCommandLines([record])
  assert.ok(line)
  return line
}

test('the command line of a process is what it was started with, odd letters and all', async () => {
  const wanted = ['-q', 'with blank', 'Ünïcode 音楽 🎵', 'x'.repeat(4000)]
  const child = spawn(service, wanted, { stdio: 'ignore' })
  await once(child, 'spawn')
  const line = await commandLineOf(await recordOf(child.pid ?? 0))
  child.kill()
  if (isWine && line.state !== 'known') {
    assert.deepEqual(line, notInWine)
    return
  }
  if (line.state !== 'known') assert.fail(JSON.stringify(line))
  assert.ok(line.value.includes('AppleMobileDeviceService.exe'), line.value)
  for (const part of wanted) assert.ok(line.value.includes(part), part.slice(0, 40))
})

test('the command line of a process that has ended, or lost its pid, is nobody else’s', async () => {
  const child = await start(service)
  const record = await recordOf(child.pid)
  const earlier = { ...record, startedAtUtc: '2020-01-01T00:00:00.000Z' }
  const ended = { state: 'failed', reason: 'process-ended' }
  assert.deepEqual(await commandLineOf(earlier), ended)
  await child.end()
  assert.deepEqual(await commandLineOf(record), ended)
})

test('processor time grows with work, and not without', async () => {
  // It ends by itself, whatever becomes of this test.
  const work = 'const end = Date.now() + 20_000; while (Date.now() < end);'
  const busy = spawn(process.execPath, ['-e', work], { stdio: 'ignore' })
  await once(busy, 'spawn')
  const idle = await start(service)
  const [busyBefore, idleBefore] = [await recordOf(busy.pid ?? 0), await recordOf(idle.pid)]
  let busyNow = busyBefore
  while (busyNow.cpuMs - busyBefore.cpuMs < 200) busyNow = await recordOf(busy.pid ?? 0)
  const idleNow = await recordOf(idle.pid)
  busy.kill()
  await idle.end()
  assert.ok(idleNow.cpuMs - idleBefore.cpuMs < 200, String(idleNow.cpuMs - idleBefore.cpuMs))
})

test('what is a process’s own memory is no more than all that it has there', async () => {
  const { privateBytes, workingSetBytes } = await recordOf(process.pid)
  if (privateBytes === null) {
    // Wine 8 does not count it.
    assert.ok(isWine)
    return
  }
  assert.ok(privateBytes > 1_000_000 && privateBytes <= workingSetBytes, String(privateBytes))
})

test('the idle process has no program file, and has not ended', async () => {
  const idle = { pid: 0, name: '', startedAtUtc: null }
  const none = { state: 'failed', reason: 'no-program-file' }
  assert.deepEqual(await readImagePaths([idle]), [none])
  assert.deepEqual(await readCommandLines([idle]), [none])
})

test('a program file is hashed while it runs; one that is gone says so', async () => {
  const child = await start(service)
  const { signal } = new AbortController()
  const hash = await createFileHasher()(service, { signal })
  const sha256 = createHash('sha256')
    .update(await readFile(service))
    .digest('hex')
  assert.equal(hash.ok && hash.value.sha256, sha256)
  const gone = await createFileHasher()(`${service}.gone`, { signal })
  assert.equal(!gone.ok && gone.failure.code, 'file-missing')
  await child.end()
})

test('path, command line and signer of all that runs are found in the background', async () => {
  const child = await start(service)
  const sources = windowsSources({ platform: 'win32', release: '', arch: 'x64', language: 'en' })
  const tasks = openProcessTasks(sources, readCatalogue())
  await tasks.list()
  const facts = openProcessFacts(sources, tasks.latest)
  let answer = await facts.since(0)
  const processes = [...answer.processes]
  const files = [...answer.files]
  while (answer.pending > 0) {
    answer = await facts.since(answer.revision)
    processes.push(...answer.processes)
    files.push(...answer.files)
  }
  const own = processes.find(({ pid }) => pid === child.pid)
  assert.ok(own)
  if (own.commandLine.state !== 'known') assert.ok(isWine, JSON.stringify(own.commandLine))
  const path = own.imagePath.state === 'known' ? own.imagePath.value : ''
  const signed = files.find((file) => file.path === path)?.signature
  assert.equal(signed?.state === 'known' && signed.value.signer?.commonName, 'Apple Inc.')
  assert.equal(facts.pathOf(child.pid), path)
  const hash = await tasks.hash(path)
  assert.equal(hash.ok, true)
  await child.end()
})
