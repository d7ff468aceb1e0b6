/** Does looking a thousand times, or for a day, leave a handle, a timer or memory behind? */
import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { openInspectionTasks } from '../../../electron/tasks/inspections.ts'
import { openPcFactsTasks } from '../../../electron/tasks/pc-facts.ts'
import { createFileEvidenceReader } from '../../../electron/win32/files/file-evidence.ts'
import { readImagePaths } from '../../../electron/win32/processes/image-path.ts'
import {
  kernel32,
  PROCESS_QUERY_LIMITED_INFORMATION,
} from '../../../electron/win32/bridge/kernel32.ts'
import { listProcesses } from '../../../electron/win32/processes/list-processes.ts'
import { readProcessOwner } from '../../../electron/win32/processes/process-owner.ts'
import { readKnownFolder } from '../../../electron/win32/files/known-folders.ts'
import {
  listServices,
  readServiceConfigurations,
} from '../../../electron/win32/processes/services.ts'
import { createRefreshLoop } from '../../../renderer/inspection/refresh-loop.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { endAll, program, start } from './programs.ts'

afterEach(endAll)

/** As the list tells it: GetProcessHandleCount answers 0 under Wine. Wine counts in steps of 32. */
async function countHandles(): Promise<number> {
  const listed = await listProcesses()
  assert.ok(listed.ok)
  const self = listed.value.processes.find(({ pid }) => pid === process.pid)
  assert.ok(self)
  return self.handleCount
}

/** Far less than one handle in each round. */
const stepHandles = 64

const signed = program('genuine', 'AppleMobileDeviceService.exe')

async function round(reader = createFileEvidenceReader()): Promise<void> {
  const listed = await listProcesses()
  assert.ok(listed.ok)
  const self = listed.value.processes.filter(({ pid }) => pid === process.pid)
  const [path] = await readImagePaths(self)
  assert.equal(path?.state, 'known')
  const evidence = await reader.read(signed)
  assert.equal(evidence.signature.state, 'known')
}

test('the count of handles notices handles that are left open', async () => {
  const api = kernel32()
  assert.ok(api.ok)
  const before = await countHandles()
  const left = Array.from({ length: 500 }, () =>
    api.value.OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, process.pid),
  )
  const during = await countHandles()
  for (const handle of left) if (handle !== null) api.value.CloseHandle(handle)
  assert.ok(during - before >= 400, `${String(before)} -> ${String(during)}`)
})

test('1,000 rounds of list, path and kept signature leave nothing behind', async () => {
  const reader = createFileEvidenceReader()
  for (let warming = 0; warming < 100; warming += 1) await round(reader)
  const handlesBefore = await countHandles()
  const bytesBefore = process.memoryUsage.rss()
  const startedAt = performance.now()
  for (let rounds = 0; rounds < 1000; rounds += 1) await round(reader)
  const tookMs = performance.now() - startedAt
  const handlesAfter = await countHandles()
  const grownBytes = process.memoryUsage.rss() - bytesBefore
  console.log('1,000 rounds:', {
    msPerRound: tookMs / 1000,
    handles: [handlesBefore, handlesAfter],
    grownMiB: grownBytes / 2 ** 20,
  })
  assert.ok(handlesAfter - handlesBefore < stepHandles)
  assert.ok(grownBytes < 16 * 2 ** 20, `${String(grownBytes)} bytes more`)
})

test('150 fresh looks at signature, version, services, folders and owner leave nothing behind', async () => {
  const freshRound = async (): Promise<void> => {
    await round()
    await createFileEvidenceReader().read(program('unsigned', 'AppleMobileDeviceService.exe'))
    const services = await listServices()
    assert.equal(services.state, 'known')
    await readServiceConfigurations(['Eventlog'])
    readKnownFolder('ProgramFiles')
    const listed = await listProcesses()
    assert.ok(listed.ok)
    const self = listed.value.processes.find(({ pid }) => pid === process.pid)
    assert.ok(self)
    assert.equal((await readProcessOwner(self)).state, 'known')
  }
  for (let warming = 0; warming < 30; warming += 1) await freshRound()
  const handlesBefore = await countHandles()
  const bytesBefore = process.memoryUsage.rss()
  const startedAt = performance.now()
  for (let rounds = 0; rounds < 150; rounds += 1) await freshRound()
  const tookMs = performance.now() - startedAt
  const handlesAfter = await countHandles()
  const grownBytes = process.memoryUsage.rss() - bytesBefore
  console.log('150 fresh rounds:', {
    msPerRound: tookMs / 150,
    handles: [handlesBefore, handlesAfter],
    grownMiB: grownBytes / 2 ** 20,
  })
  assert.ok(handlesAfter - handlesBefore < stepHandles)
  assert.ok(grownBytes < 24 * 2 ** 20, `${String(grownBytes)} bytes more`)
})

test('a day of whole looks at this PC, the clock set back in between, leaves no handle, timer or memory behind', async () => {
  await start(signed)
  const sources = liveSources('en')
  const catalogue = readCatalogue()
  const inspections = openInspectionTasks(({ signal, onProgress }) =>
    inspect(sources, { catalogue, signal, onProgress }),
  )
  const facts = openPcFactsTasks(sources)
  // What is kept is kept by the clock that only goes on; dates are those of the clock that people set.
  const everyMs = 10 * 60_000
  const now = performance.now.bind(performance)
  let aheadMs = 0
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-27T00:00:00.000Z') })
  performance.now = () => now() + aheadMs
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const taken: string[] = []
  const counts: { readonly handles: number; readonly bytes: number; readonly timers: number }[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      const look = async (): Promise<boolean> => {
        aheadMs += everyMs
        // At noon somebody sets the clock back a year.
        if (taken.length === 72) mock.timers.setTime(Date.parse('2025-11-27T12:00:00.000Z'))
        else mock.timers.tick(everyMs)
        const [answer, pc] = await Promise.all([inspections.run(() => {}), facts.read()])
        // What comes too late on a busy machine is asked again.
        if (!answer.ok || pc.services.state !== 'known') return false
        const { takenAtUtc, processes } = answer.value.inspection
        assert.ok(processes.some(({ instances }) => instances.length > 0))
        taken.push(takenAtUtc)
        if ([36, 72, 108, 144].includes(taken.length)) {
          // This look's own are over by the next turn.
          await new Promise((resolve) => setImmediate(resolve))
          const bytes = process.memoryUsage.rss()
          counts.push({ handles: await countHandles(), bytes, timers: timers() })
        }
        if (taken.length === 144) {
          loop.stop()
          resolve()
        }
        return true
      }
      const loop = createRefreshLoop(
        () => look().catch((error: unknown) => (reject(error as Error), false)),
        1,
      )
      loop.setWanted(true)
    })
  } finally {
    performance.now = now
    mock.timers.reset()
  }
  console.log('a day:', counts)
  assert.equal(taken[71]?.slice(0, 10), '2026-11-27')
  assert.equal(taken[72]?.slice(0, 10), '2025-11-27')
  const [before, after] = [counts[0], counts[3]]
  assert.ok(before && after)
  assert.ok(after.handles - before.handles < stepHandles, `${String(after.handles)} handles`)
  assert.deepEqual([before.timers, after.timers], [0, 0])
  // What is left behind is there again after every six hours; what the heap takes for a while is not.
  const grown = counts.slice(1).map(({ bytes }, index) => bytes - (counts[index]?.bytes ?? 0))
  assert.ok(Math.min(...grown) < 6 * 2 ** 20, `${grown.join(', ')} bytes more`)
})

test('1,000 fresh signature checks free what each of them left behind', async () => {
  const check = async (): Promise<void> => {
    const { signature } = await createFileEvidenceReader().read(signed)
    assert.equal(signature.state, 'known')
  }
  for (let warming = 0; warming < 200; warming += 1) await check()
  // What is left behind is there again after every thousand; what the heap takes for a while is not.
  const grown: number[] = []
  while (grown.length < 3 && !grown.some((bytes) => bytes < 12 * 2 ** 20)) {
    const bytesBefore = process.memoryUsage.rss()
    for (let checks = 0; checks < 1000; checks += 1) await check()
    grown.push(process.memoryUsage.rss() - bytesBefore)
  }
  console.log('1,000 signature checks:', { grownMiB: grown.map((bytes) => bytes / 2 ** 20) })
  assert.ok(Math.min(...grown) < 12 * 2 ** 20, `${grown.join(', ')} bytes more`)
})
