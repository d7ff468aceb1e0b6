/** Does a recording show a real process that starts and ends, and a real port that opens and closes, as Windows tells them? */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { openRecordingTasks } from '../../../electron/tasks/recordings.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Lane } from '../../../shared/model/recording.ts'
import { endAll, program, start } from './programs.ts'

after(endAll)

/** Three looks at the least. */
const someLooksMs = 1800

test('what starts and ends, opens and closes is recorded, and nothing is said to be unknown', async () => {
  const tasks = openRecordingTasks(liveSources('en'), readCatalogue())
  let told = 0
  const recorded = tasks.run(() => {
    told += 1
  })
  await delay(someLooksMs)
  const child = await start(program('genuine', 'AppleMobileDeviceService.exe'))
  const server = createServer().listen({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await delay(someLooksMs)
  await child.end()
  server.close()
  await once(server, 'close')
  await delay(someLooksMs)
  tasks.cancel()
  const recording = await recorded

  assert.deepEqual(recording.gaps, [])
  assert.equal(recording.sampleEveryMs, 500)
  assert.ok(recording.durationMs > 3 * someLooksMs && recording.durationMs < 30_000)
  assert.ok(told >= 5, `told ${told} times`)
  const happened = (found: Lane | undefined) => found?.events.map(({ kind }) => kind)
  const lane = recording.lanes.find(({ pid }) => pid === child.pid)
  assert.ok(lane)
  assert.deepEqual(happened(lane), ['appeared', 'went'])
  assert.equal(lane.label, 'AppleMobileDeviceService.exe')
  assert.equal(lane.id, 'apple-mobile-device-service')
  const [appeared, went] = lane.events
  assert.ok(appeared && went)
  assert.ok(appeared.atMs >= someLooksMs && went.atMs > appeared.atMs)
  // From look to look: half a second, and what a busy machine adds.
  assert.ok(appeared.atMs - appeared.afterMs < 3000)
  assert.deepEqual(happened(recording.lanes.find(({ label }) => label === `TCP ${port}`)), [
    'appeared',
    'went',
  ])
})
