/** Which PCs count as "without Apple's programs": none with iCloud or QuickTime alone, however it answered. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { readFleet } from '../../../electron/fleet/read-fleet.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { headOf, inOrder } from '../../../shared/fleet/order.ts'
import { known, skipped } from '../../../shared/model/probe.ts'
import { makeReport } from '../../../shared/report/convert/make-report.ts'
import { readLine } from '../../../shared/report/line/read-line.ts'
import { toLine } from '../../../shared/report/line/to-line.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { generatePc, lineOf, rowOf } from '../../fleet/generate.ts'
import { describedPc } from '../../fixtures/described-pc.ts'
import { judgedPcs } from '../../fixtures/judged-pcs.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'

const catalogue = readCatalogue()
const json = (value: unknown): string => JSON.stringify(value)

let folder: string
let bare: Report
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'without-'))
  const pc = judgedPcs.find(
    ({ id }) => id === 'a look-alike that nobody signed, in a user’s folder',
  )
  if (pc === undefined) throw new Error()
  const inspected = await inspect(describedPc(pc), { catalogue })
  if (!inspected.ok) throw new Error(inspected.failure.code)
  bare = makeReport(inspected.value.inspection, { name: 'x', version: '0.1.0' }, wordsIn('en'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function without(content: string) {
  const file = join(folder, 'x')
  writeFileSync(file, content)
  const fleet = await readFleet([file], { now: new Date('2026-12-27T10:00:00.000Z') })
  const { answered, withoutApple } = headOf(fleet, inOrder(fleet.pcs).counts)
  expect({ answered, unreadable: fleet.unreadable }).toEqual({ answered: 1, unreadable: [] })
  return withoutApple
}

const iCloud = {
  fullName: 'AppleInc.iCloud_15.0.215.0_x64__nzyj5cx40ttqa',
  familyName: 'AppleInc.iCloud_nzyj5cx40ttqa',
  folder: skipped('not-checked'),
}
const quickTime = {
  ...{ id: 'quicktime', name: 'QuickTime 7', version: '7.79.80.95', bits: 32, hive: 'HKLM' },
  ...{ folder: null, isFolderThere: known(null), fileVersion: null },
} as const
const withICloud = (): Report => ({
  ...bare,
  ...(bare.places && { places: { ...bare.places, storePackages: known([iCloud]) } }),
})
const withQuickTime = (): Report => ({
  ...bare,
  pc: { ...pcFacts, packages: known([quickTime]) } as NonNullable<Report['pc']>,
})

test('a line tells it, and one of before by its installation alone', async () => {
  expect(readLine(toLine(bare))).toMatchObject({
    ok: true,
    value: { stack: 'none', hasApple: false },
  })
  for (const report of [withICloud(), withQuickTime()]) {
    expect(readLine(toLine(report))).toMatchObject({
      ok: true,
      value: { stack: 'none', hasApple: true },
    })
    expect(await without(toLine(report))).toBe(0)
  }
  expect(await without(toLine(bare))).toBe(1)
  const old = lineOf({ ...generatePc(1), stack: 'none', sickness: 'none', programs: [] })
  expect(old).not.toContain('hasApple')
  expect(await without(old)).toBe(1)
  // What cannot be told counts nowhere.
  const unsure = toLine({ ...bare, stack: 'cannot-tell' })
  expect(unsure).not.toContain('hasApple')
  expect(await without(unsure)).toBe(0)
})

test('a report', async () => {
  expect(await without(`${json(bare)}\n`)).toBe(1)
  expect(await without(`${json(withICloud())}\n`)).toBe(0)
})

test('an answer to this program’s question', async () => {
  const row = rowOf({ ...generatePc(1), stack: 'none', sickness: 'none', programs: [] })
  expect(await without(json([row]))).toBe(1)
  expect(await without(json([{ ...row, packages: json([iCloud.fullName]) }]))).toBe(0)
})

test('plain rows, which tell of no Store packages, say no more than that there is something', async () => {
  const hasApple = async (programs: readonly object[]) => {
    const file = join(folder, 'rows')
    const snapshot = [{ name: 'Other', version: '1', publisher: 'Other' }, ...programs]
    writeFileSync(file, json({ snapshot, action: 'snapshot', name: 'q', hostIdentifier: 'A' }))
    return (await readFleet([file])).pcs.map(({ verdict }) => verdict.hasApple)
  }
  expect(await hasApple([])).toEqual([null])
  const program = { name: 'QuickTime 7', version: '7.79', publisher: 'Apple Inc.' }
  expect(await hasApple([program])).toEqual([true])
})
