/** Does the walk that somebody is on stand in every form of the report, and go on from there when it is opened? */
import { beforeAll, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { walkOfReport } from '../../../shared/report/convert/walk-of-report.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { composeReport } from '../../../shared/report/convert/compose-report.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { toHtml } from '../../../shared/report/html/to-html.ts'
import { parseReport } from '../../../shared/report/read/parse-report.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { toText } from '../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { factsOf } from '../../fixtures/machines/diagnose-machine.ts'
import { ownMachines } from '../../fixtures/machines/own-machines.ts'

const words = wordsIn('en')
const app = { name: 'x', version: '1.0.0' }
const walk = { symptom: 'not-recognised', answers: { filter: 'no', cable: 'no' } } as const
let report: Report

beforeAll(async () => {
  const of = (id: string) => factsOf(ownMachines.find((one) => one.id === id)?.facts ?? {})
  const { inspection, pc, look } = await of('a filter that nobody reported for it')
  report = composeReport(
    {
      inspection: inspection as Inspection,
      ...{ pc, connections: look === undefined ? {} : { look }, walk, isRedacted: true },
    },
    app,
    words,
  )
})

test('with its outcome, its steps and what to do next', () => {
  expect(report.diagnosis).toMatchObject({ symptom: 'not-recognised', outcome: 'nothing-found' })
  expect(report.diagnosis?.steps).toContainEqual(
    expect.objectContaining({ id: 'cable', state: 'done' }),
  )
})

test('in text and page by the same words', () => {
  const [text, page] = [toText, toHtml].map((form) =>
    form(report, readCatalogue(), words).replace(/\s+/g, ' '),
  )
  const saids = [
    'Fix a problem: iPhone is not recognised',
    'The iPhone is unlocked',
    'AltStore issue 1606',
  ]
  for (const said of saids) {
    expect(text).toContain(said)
    expect(page).toContain(said)
  }
  const address = 'https://github.com/altstoreio/AltStore/issues/1606'
  expect(text?.replaceAll(' ', '')).toContain(address)
  expect(page).toContain(`<a href="${address}"`)
  const without = { ...report, diagnosis: undefined }
  expect(toText(without, readCatalogue(), words)).not.toContain('Fix a problem')
  expect(toHtml(without, readCatalogue(), words)).not.toContain('Fix a problem')
})

test('and is gone on with when the report is opened: what was answered stays answered', () => {
  const read = parseReport(toJson(report))
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  const { diagnosis } = read.value.report
  if (diagnosis === undefined) throw new Error('no diagnosis in it')
  expect(walkOfReport(diagnosis)).toEqual({
    symptom: 'not-recognised',
    answers: { cable: 'no' },
  })
})
