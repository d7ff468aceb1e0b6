/** Does the built command line tell on Windows which of the processes run, by real programs that come and go? */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { entryOf, inspectInto, pidsOf, runCommandLine, type JsonReport } from './command-line.ts'
import { makeWorkplace, runningNames, type Workplace } from './programs.ts'

let workplace: Workplace
let alreadyRunning: ReadonlySet<string>
before(async () => {
  workplace = await makeWorkplace()
  alreadyRunning = await runningNames()
})
after(() => workplace.tidy())

const inspect = () => inspectInto(join(workplace.folder, 'report.json'))
const deviceService = 'AppleMobileDeviceService.exe'

test('a process is reported as running with its pid, the other 19 as not running, until it ends', async () => {
  const program = await workplace.start(deviceService)
  const during = await inspect()
  assert.equal(during.lister, 'in-process')
  assert.equal(during.machine.platform, 'win32')
  assert.equal(entryOf(during, deviceService).status, 'running')
  assert.ok(pidsOf(during, deviceService).includes(program.pid))

  const others = during.processes.filter(
    ({ group, imageName }) => group !== 'related' && imageName !== deviceService,
  )
  assert.equal(others.length, 19)
  for (const { imageName, status, instances } of others) {
    if (alreadyRunning.has(imageName.toLowerCase())) continue
    assert.equal(status, 'not-running', imageName)
    assert.deepEqual(instances, [], imageName)
  }

  await program.end()
  const afterwards = await inspect()
  assert.ok(!pidsOf(afterwards, deviceService).includes(program.pid))
  if (!alreadyRunning.has(deviceService.toLowerCase())) {
    assert.equal(entryOf(afterwards, deviceService).status, 'not-running')
  }
})

test('a folder with blanks and letters of any script hides nothing', async () => {
  const program = await workplace.start(deviceService, 'Åsa Öberg — Музыка 音楽')
  assert.ok(pidsOf(await inspect(), deviceService).includes(program.pid))
  await program.end()
})

test('two instances of one process are both reported', async () => {
  const first = await workplace.start('AppleMobileBackup.exe', 'one')
  const second = await workplace.start('AppleMobileBackup.exe', 'two')
  const pids = pidsOf(await inspect(), 'AppleMobileBackup.exe')
  assert.ok(pids.includes(first.pid) && pids.includes(second.pid), pids.join())
  await Promise.all([first.end(), second.end()])
})

test('BlackBerrySyncServer.exe is not SyncServer.exe', async () => {
  const program = await workplace.start('BlackBerrySyncServer.exe')
  const report: JsonReport = await inspect()
  const allPids = report.processes.flatMap(({ imageName }) => pidsOf(report, imageName))
  assert.ok(!allPids.includes(program.pid))
  await program.end()
})

test('upper case is the same name, and is reported as it is listed', async () => {
  const program = await workplace.start('ITUNESHELPER.EXE')
  const { status, instances } = entryOf(await inspect(), 'iTunesHelper.exe')
  assert.equal(status, 'running')
  assert.equal(instances.find(({ pid }) => pid === program.pid)?.name, 'ITUNESHELPER.EXE')
  await program.end()
})

test('the text report names the process and its pid', async () => {
  const program = await workplace.start(deviceService)
  const { stdout, stderr } = await runCommandLine(['--lang', 'en'])
  assert.match(stdout, /AppleMobileDeviceService\.exe/)
  assert.match(stdout, new RegExp(`\\b${program.pid}\\b`))
  assert.equal(stderr, '')
  await program.end()
})

test('a saved report opens again and says the same', async () => {
  const program = await workplace.start(deviceService)
  const live = await inspect()
  await program.end()
  const saved = join(workplace.folder, 'report.json')
  const { stdout } = await runCommandLine(['--format', 'json', '--open', saved])
  const opened = JSON.parse(stdout) as JsonReport
  assert.equal(opened.lister, 'recorded')
  assert.deepEqual(
    opened.processes.map(({ id, status }) => [id, status]),
    live.processes.map(({ id, status }) => [id, status]),
  )
  assert.deepEqual(pidsOf(opened, deviceService), pidsOf(live, deviceService))
})
