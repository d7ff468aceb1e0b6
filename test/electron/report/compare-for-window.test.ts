/** Two saved reports, or a report and this PC, beside one another in the window: exactly what changed, or why nobody can tell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { compareForWindow } from '../../../electron/report/compare-for-window.ts'
import { previewOf, summaryOf, whatIsShown } from '../../../electron/report/what-is-shown.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { known } from '../../../shared/model/probe.ts'
import { composeReport } from '../../../shared/report/convert/compose-report.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { longestShort } from '../../../shared/report/text/to-short.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { richPc } from '../../fixtures/rich-pc.ts'

const words = wordsIn('en')
const app = { name: 'x', version: '1' }
let folder = ''
let inspection: Inspection
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'))
  const looked = await inspect(richPc(), { catalogue: readCatalogue() })
  if (!looked.ok) throw new Error(looked.failure.code)
  inspection = looked.value.inspection
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function saved(name: string, of: Inspection, isRedacted = false): { readonly file: string } {
  const file = join(folder, name)
  writeFileSync(file, toJson(composeReport({ inspection: of, isRedacted }, app, words)))
  return { file }
}
const id = 'itunes-helper'
const without = (): Inspection => ({
  ...inspection,
  processes: inspection.processes.map((one) =>
    one.id === id
      ? {
          ...{ ...one, status: 'not-running', instances: [] },
          absence: { code: 'not-started', isNormal: false },
        }
      : one,
  ),
})
const kinds = (answer: Awaited<ReturnType<typeof compareForWindow>>) =>
  answer.ok ? answer.value.map(({ kind, subject }) => `${kind} ${subject}`) : answer.failure.code

test('two files, and a file and this PC, are told change by change', async () => {
  const [whole, less] = [saved('a.json', inspection), saved('b.json', without())]
  expect(kinds(await compareForWindow(whole, whole, words))).toEqual([])
  const ended = await compareForWindow(whole, less, words)
  expect(kinds(ended)).toContain('ended iTunesHelper.exe')
  const here = { shown: { inspection, connections: {}, recording: undefined, pc: undefined } }
  expect(kinds(await compareForWindow(less, here, words))).toContain('started iTunesHelper.exe')
  expect(kinds(await compareForWindow(whole, here, words))).toEqual([])
})

test('a report without people is held beside this PC without them too', async () => {
  const mine = known('C:\\Users\\Anna\\AppData\\iTunesHelper.exe')
  const moved: Inspection = {
    ...inspection,
    places: { ...inspection.places, variables: { USERPROFILE: 'C:\\Users\\Anna' } },
    processes: inspection.processes.map((one) => ({
      ...one,
      instances: one.instances.map((each, at) =>
        one.id === id && at === 0 ? { ...each, imagePath: mine } : each,
      ),
    })),
  }
  const here = {
    shown: { inspection: moved, connections: {}, recording: undefined, pc: undefined },
  }
  const paths = async (isRedacted: boolean) => {
    const answer = await compareForWindow(saved('c.json', inspection, isRedacted), here, words)
    return answer.ok ? answer.value.flatMap(({ path }) => path ?? []).join('\n') : ''
  }
  expect(await paths(false)).toContain('Anna')
  expect(await paths(true)).toContain('%USERPROFILE%')
  expect(await paths(true)).not.toContain('Anna')
})

test('a file that cannot be opened is said to be, whichever of the two it is', async () => {
  const [good, gone] = [saved('d.json', inspection), { file: join(folder, 'gone.json') }]
  expect(kinds(await compareForWindow(gone, good, words))).toBe('cannot-open')
  expect(kinds(await compareForWindow(good, gone, words))).toBe('cannot-open')
})

const tasks = (seen: Inspection | undefined) =>
  whatIsShown({
    inspections: { latest: () => seen },
    connections: { latest: () => ({}) },
    recordings: { latest: () => undefined },
    pcFacts: { latest: () => pcFacts },
  })

test('before the first look there is nothing to save and nothing to copy', () => {
  expect(summaryOf(tasks(undefined), words)).toBeUndefined()
  expect(previewOf(tasks(undefined), words)).toEqual({
    ok: false,
    failure: { code: 'nothing-to-save', detail: '' },
  })
})

test('what is copied and what is previewed is without people, and says what was taken out', () => {
  const shown = tasks(inspection)
  expect(shown).toMatchObject({ inspection, pc: pcFacts, connections: {} })
  expect(summaryOf(shown, words)?.length).toBeLessThanOrEqual(longestShort)
  const preview = previewOf(shown, words)
  if (!preview.ok) throw new Error(preview.failure.code)
  expect(preview.value.removed.length).toBeGreaterThan(0)
  expect(preview.value.removed).toContain('start-times')
  expect(preview.value.text).toContain('iTunesHelper.exe')
  expect(preview.value.text).toMatch(/^iTunes background processes/)
  const whole = previewOf({ ...shown, isRedacted: false }, words)
  expect(whole).toMatchObject({ ok: true, value: { removed: [] } })
})
