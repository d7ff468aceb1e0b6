/** What this PC has, all together in a real Windows program: whole, and without leaving a handle. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { pcFactsSource } from '../../../electron/sources/pc-facts-source.ts'
import { windowsPcParts } from '../../../electron/sources/windows-pc-parts.ts'
import { listProcesses } from '../../../electron/win32/processes/list-processes.ts'
import { pcPartNames } from '../../../shared/model/pc-parts.ts'
import type { PcFacts } from '../../../shared/model/pc-facts.ts'
import { pcSchema } from '../../../shared/model/pc-facts.ts'

const asking = { signal: new AbortController().signal }

/** Asked anew each time: what it would keep is not. */
function fresh(): (one: typeof asking) => Promise<PcFacts> {
  const parts = windowsPcParts(liveSources('en'))
  return pcFactsSource(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, { ...part, keptMs: 0 }]),
    ) as never,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

test('every part is there, in the contract’s order, and comes back out of a report as it was', async () => {
  const facts = await fresh()(asking)
  assert.deepEqual(Object.keys(facts), ['takenAtUtc', 'kept', ...pcPartNames])
  assert.equal(JSON.stringify(pcSchema.parse(facts)), JSON.stringify(facts))
  assert.equal(facts.services.state, 'known')
  assert.equal(facts.packages.state, 'known')
  assert.equal(facts.isInstalling.state, 'known')
  for (const { place, read } of facts.startup.read) assert.equal(read.state, 'known', place)
})

test('a look that was cancelled says so in every part and leaves nothing running', async () => {
  const controller = new AbortController()
  controller.abort()
  const facts = await fresh()({ signal: controller.signal })
  assert.deepEqual(facts.services, { state: 'skipped', reason: 'cancelled' })
  assert.deepEqual(facts.drivers, { state: 'skipped', reason: 'cancelled' })
})

/** As the list tells it: GetProcessHandleCount answers 0 under Wine. Wine counts in steps of 32. */
async function countHandles(): Promise<number> {
  const listed = await listProcesses()
  assert.ok(listed.ok)
  const self = listed.value.processes.find(({ pid }) => pid === process.pid)
  assert.ok(self)
  return self.handleCount
}

/** One handle in each would show as 1,000. */
test('1,000 looks leave no handle open', async () => {
  const look = fresh()
  for (let warming = 0; warming < 20; warming += 1) await look(asking)
  const before = await countHandles()
  const tookMs = await timed(async () => {
    for (let rounds = 0; rounds < 1_000; rounds += 1) await look(asking)
  })
  const after = await countHandles()
  console.log('1,000 looks:', { msPerLook: tookMs / 1_000, handles: [before, after] })
  assert.ok(after - before < 64, `${String(before)} -> ${String(after)}`)
})
