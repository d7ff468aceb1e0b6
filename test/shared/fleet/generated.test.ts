/** Generated fleets: judged once a combination is judged one by one; many combinations take bounded memory. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder } from '../../../shared/catalogue/look-alike.ts'
import { createCollector } from '../../../shared/fleet/collect.ts'
import { createVerdictCache } from '../../../shared/fleet/verdict-cache.ts'
import { fleetKinds, generatePc, recordOf } from '../../fleet/generate.ts'

const catalogue = readCatalogue()
const lookAlikes = createLookAlikeFinder(catalogue.processes)
const settings = { seed: 7, sickShare: 0.5 }
const numbers = Array.from({ length: 500 }, (_, index) => index)
const collector = () =>
  createCollector({ catalogue, lookAlikes, nowMs: Date.parse('2026-12-27T10:00:00.000Z') })
const place = (at: number) => ({ file: 0, at, name: 'x', stem: 'x' })

beforeAll(() => readyToCompare(['é']))

describe.each(fleetKinds)('500 PCs as %s', (kind) => {
  const records = numbers.map((index) => recordOf(kind, generatePc(index, settings)))

  test('judged once a combination come out as judged one by one', () => {
    const together = collector()
    records.forEach((record, at) => together.add(JSON.parse(record), place(at + 1)))
    const { pcs, unreadable } = together.finish()
    expect([pcs.length, unreadable]).toEqual([500, []])
    expect(together.judged()).toBeLessThan(100)
    const alone = records.flatMap((record, at) => {
      const one = collector()
      one.add(JSON.parse(record), place(at + 1))
      return one.finish().pcs
    })
    expect(pcs).toEqual(alone)
  })

  test('are sick where they were made sick', () => {
    const all = collector()
    records.forEach((record, at) => all.add(JSON.parse(record), place(at + 1)))
    for (const pc of all.finish().pcs) {
      const { sickness, stack } = generatePc(Number(pc.name.slice(3)), settings)
      const isKnown = kind !== 'snapshots' || sickness === 'unsigned'
      if (sickness === 'unsigned') expect(pc.verdict.worst, pc.name).toBe('danger')
      else if (sickness === 'disabled' && stack === 'desktop' && isKnown) {
        expect(pc.verdict.findings.map(({ code }) => code)).toContain('service-disabled')
      } else if (sickness === 'none' || sickness === 'untrusted') {
        expect(pc.verdict.findings, pc.name).toEqual([])
      }
    }
  })
})

test('the same number makes the same PC', () => {
  expect(generatePc(41, settings)).toEqual(generatePc(41, settings))
})

test('of 50,000 different combinations only so many are kept', () => {
  const cache = createVerdictCache(100_000)
  const verdict = {
    worst: 'none',
    findings: [],
    stack: 'none',
    versions: [],
    hasApple: false,
  } as const
  let judged = 0
  const judge = () => {
    judged += 1
    return verdict
  }
  for (let index = 0; index < 50_000; index += 1) cache.get(`${index}`.padEnd(1_000), judge)
  expect(judged).toBe(50_000)
  // The newest hundred are there still, an older one is not.
  cache.get('49999'.padEnd(1_000), judge)
  expect(judged).toBe(50_000)
  cache.get('49000'.padEnd(1_000), judge)
  expect(judged).toBe(50_001)
})
