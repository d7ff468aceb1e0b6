/** Does the verdict say what was seen of Apple's, in words, and no more than that? */
import { expect, test } from 'vitest'
import { failed, skipped } from '../../../shared/model/probe.ts'
import { judgeRecording } from '../../../shared/judge/recording-verdict.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { recordingWords } from '../../../shared/text/recording-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { look, pluggedIn, recordingOf, running } from '../../fixtures/recording.ts'

const inEnglish = (recording: Parameters<typeof recordingWords>[1]) => {
  const { title, sentences } = recordingWords(wordsIn('en'), recording)
  return [title, ...sentences]
}

test('what appeared together is told together, with the second', () => {
  expect(inEnglish(pluggedIn())).toEqual([
    'An Apple process, service or port changed',
    'AMPDevicesAgent and iPodService appeared 3 s after the start.',
    'The service iPod Service: starting, 3 s after the start.',
    'The service iPod Service: running, 4 s after the start.',
    'The port UDP 50123 was opened 4 s after the start.',
    'The port UDP 50123 was closed 12 s after the start.',
    'One process, service or port of another program appeared, changed or disappeared.',
  ])
})

test('nothing is said to be nothing only where everything was looked at', () => {
  const there = [running(1, 'iTunesHelper.exe')]
  const quiet = [look(0, there), look(30_000, there)]
  expect(judgeRecording(recordingOf(quiet))).toMatchObject({ code: 'nothing', others: 0 })
  expect(inEnglish(recordingOf(quiet))).toEqual([
    'No Apple process, service or port changed during the recording',
  ])
  const blind = quiet.map((sample) => ({ ...sample, services: skipped('not-windows') }))
  expect(judgeRecording(recordingOf(blind)).code).toBe('nothing-seen')
  expect(inEnglish(recordingOf(blind)).at(-1)).toBe(
    'Services could not be checked: this is not a Windows PC.',
  )
  const gap = [...quiet, { atMs: 30_000, listeners: failed('timeout') }]
  expect(judgeRecording(recordingOf(gap)).unknown).toMatchObject([{ part: 'port', isWhole: false }])
  expect(judgeRecording(recordingOf([])).code).toBe('could-not-look')
})

test('one look that worked at the very first moment is not the same as none', () => {
  const samples = [look(0, []), { atMs: 500, processes: failed('timeout') }]
  expect(judgeRecording(recordingOf(samples)).unknown).toEqual([
    { part: 'process', reason: 'timeout', isWhole: false },
  ])
})

test('what was stopped before its time says so', () => {
  const there = [running(1, 'iTunesHelper.exe')]
  expect(inEnglish(recordingOf([look(0, there), look(12_000, there)], 12_300))).toContain(
    'The recording was stopped after 12.3 s.',
  )
})

test('many changes are told in few sentences, and many names in few words', () => {
  const crowd = Array.from({ length: 20 }, (_, at) => running(at, 'distnoted.exe', 1))
  expect(inEnglish(recordingOf([look(0, []), look(3000, crowd)]))[1]).toBe(
    'distnoted appeared 3 s after the start.',
  )
  const blinking = Array.from({ length: 40 }, (_, at) =>
    look(at * 700, at % 2 === 0 ? [] : [running(7, 'secd.exe', at)]),
  )
  expect(inEnglish(recordingOf(blinking))).toContain('And 31 more changes.')
})

test.each(supportedLanguages)('in %s nothing is left to fill in', (language) => {
  for (const recording of [pluggedIn(), recordingOf([]), recordingOf([look(0, [])], 4000)]) {
    const { title, sentences } = recordingWords(wordsIn(language), recording)
    expect([title, ...sentences].join(' ')).not.toMatch(/\{\{|recorder\.|undefined/)
  }
})
