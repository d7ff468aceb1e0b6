/** Does a report hold a recording, give it back, and show it harmlessly in every format? */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import type { Recording } from '../../../../shared/model/recording.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import {
  recordingIn,
  reportRecording,
} from '../../../../shared/report/convert/report-of-recording.ts'
import { reportSchema, type Report } from '../../../../shared/report/schema/report-schema.ts'
import { toJson } from '../../../../shared/report/convert/to-json.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { pluggedIn, recordingOf } from '../../../fixtures/recording.ts'
import { reportOf } from '../../../fixtures/rich-report.ts'

const catalogue = readCatalogue()
const plain = await reportOf()
const words = wordsIn('en')
const withRecording = (recording: Recording): Report => ({
  ...plain,
  recording: reportRecording(recording, words),
})
const reread = (report: Report) => reportSchema.parse(JSON.parse(toJson(report))) as Report

test('a report without one is a report, and says nothing of it', () => {
  expect(reread(plain)).not.toHaveProperty('recording')
  expect(recordingIn(plain)).toBeUndefined()
  expect(toText(plain, catalogue, words)).not.toContain('Recording')
  expect(toHtml(plain, catalogue, words)).not.toContain('id="recording"')
})

test('what is written is read again, and can be told in another language', () => {
  const report = withRecording(pluggedIn())
  expect(reread(report)).toEqual(report)
  const back = recordingIn(reread(report))!
  expect(back).toEqual(pluggedIn())
  expect(reportRecording(back, wordsIn('sv')).text).toContain('dök upp 3 s efter starten')
})

test('the text says what happened, lane by lane', () => {
  const text = toText(withRecording(pluggedIn()), catalogue, words).replace(/\s+/g, ' ')
  expect(text).toContain('AMPDevicesAgent and iPodService appeared 3 s after the start.')
  expect(text).toContain('iPodService.exe (process 401): appeared after 3 s')
  expect(text).toContain('TCP 27015 (used by AppleMobileDeviceService.exe): was open all the time')
  expect(text).toContain('iPod Service: starting after 3 s, running after 3.5 s')
})

test('the page draws each lane and says the same beside it', () => {
  const page = toHtml(withRecording(pluggedIn()), catalogue, words)
  expect(page).toContain('<a href="#recording">')
  expect(page.match(/<svg class="lane" /g)).toHaveLength(pluggedIn().lanes.length)
  expect(page).toContain('opened after 3.5 s, closed after 12 s')
  expect(page).not.toMatch(/ style=/)
  const empty = toHtml(withRecording(recordingOf([])), catalogue, words)
  expect(empty).toContain('Could not be checked: it was not checked.')
})

test('foreign words and odd figures in a saved recording stay words, and the page stays small', () => {
  const hostile = '<img src=x onerror=alert(1)>\u202e\u001b[31m"\'&'
  const good = reportRecording(pluggedIn(), words)
  const lane = {
    ...good.lanes[0]!,
    ...{ label: hostile, id: hostile, owners: [hostile], pid: null },
    spans: Array.from({ length: 300 }, () => ({
      ...{ fromMs: 1e300, toMs: 0, isOpenAtStart: false, isOpenAtEnd: true, state: null },
    })),
  }
  const recording = {
    ...good,
    ...{ title: hostile, text: hostile, plannedMs: 1e12, durationMs: 0 },
    lanes: Array.from({ length: 400 }, () => lane),
  }
  const report = reread({ ...plain, recording })
  const page = toHtml(report, catalogue, words)
  expect(page).not.toContain('<img')
  expect(page).not.toMatch(/NaN|Infinity/)
  expect(page.length).toBeLessThan(4_000_000)
  const text = toText(report, catalogue, words)
  // eslint-disable-next-line no-control-regex -- the point of this test
  expect((page + text).replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
})
