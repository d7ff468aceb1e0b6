import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packListing, unpackListing } from '../../../shared/ipc/pack-listing.ts'
import { known, notToldByLister, type Probe } from '../../../shared/model/probe.ts'
import type { Listing } from '../../../shared/model/process.ts'
import { listed, listing } from '../../fixtures/listed.ts'

const count = fc.nat()
const probe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Probe<T>> =>
  fc.oneof(
    value.map(known),
    fc.record({
      state: fc.constantFrom('denied', 'failed', 'skipped'),
      reason: fc.string(),
    }) as fc.Arbitrary<Probe<T>>,
  )
/** Any sixteen-bit units, pairs and halves of pairs among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units))

const anyProcess = {
  pid: count,
  parentPid: count,
  name: anyText,
  imagePath: probe(anyText),
  startedAtUtc: probe(fc.string()),
  workingSetBytes: probe(count),
  counts: probe(fc.record({ sessionId: count, threads: count, handles: count })),
}

const anyListing: fc.Arbitrary<Listing> = fc.record({
  lister: fc.constantFrom('ps-list', 'in-process', 'recorded'),
  processesSeen: count,
  isComplete: fc.boolean(),
  // What one lister tells of a process it tells of all.
  processes: fc.oneof(
    fc.array(fc.record(anyProcess)),
    fc.array(fc.record({ ...anyProcess, privateBytes: probe(count), cpuMs: probe(count) })),
  ),
})

test('any list comes out as it went in', () => {
  fc.assert(
    fc.property(anyListing, (before) => {
      expect(unpackListing(packListing(before))).toEqual(before)
    }),
  )
})

test('what no lister tells is one shared value again, not one for each process', () => {
  const { processes } = unpackListing(packListing(listing([listed(1, 'a'), listed(2, 'b')])))
  expect(processes[1]!.counts).toBe(notToldByLister)
  expect(processes[0]!.imagePath).toBe(notToldByLister)
})
