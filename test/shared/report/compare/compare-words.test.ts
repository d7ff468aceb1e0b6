/** Is each kind of change told with the words that belong to it, and each value that has none as it is? */
import { describe, expect, test } from 'vitest'
import {
  changeKinds,
  type Change,
  type ChangeKind,
} from '../../../../shared/report/compare/compare-reports.ts'
import { changeParts, changeWords } from '../../../../shared/report/compare/compare-words.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'

const words = wordsIn('en')
const report = (text: string) =>
  ({
    findings: [
      { code: 'x', subject: 'b.exe', text: 'Of another.' },
      { code: 'y', subject: 'a.exe', text: 'Another code.' },
      { code: 'x', subject: 'a.exe', text },
    ],
  }) as unknown as Report
const [then, now] = [report('Before.'), report('After.')]
const change = (kind: ChangeKind, before: string | null, after: string | null): Change => ({
  ...{ kind, before, after, id: null, path: 'C:\\a.exe', subject: 'a.exe' },
})
const told = (...given: Parameters<typeof change>) => {
  const { before, after } = changeParts(words, change(...given), then, now)
  return [before, after]
}

test('the kinds are these', () => {
  expect(changeKinds.join(' ')).toBe(
    'started ended path signer version verdict service autostart driver finding',
  )
})

describe('values', () => {
  test.each([
    ['verdict', 'genuine', words.t('trust.genuine')],
    ['started', 'genuine', words.t('trust.genuine')],
    ['ended', 'genuine', words.t('trust.genuine')],
    ['verdict', 'of-2031', 'of-2031'],
    ['signer', 'none', words.t('compare.unsigned')],
    ['signer', 'Apple Inc.', 'Apple Inc.'],
    ['version', 'none', 'none'],
    ['path', 'D:\\b.exe', 'D:\\b.exe'],
    ['driver', 'genuine', 'genuine'],
    [
      ...(['service', 'running automatic'] as const),
      `${words.t('services.state.running')}, ${words.t('report.html.startTypes.automatic')}`,
    ],
    ['service', 'of-2031 of-2032', 'of-2031, of-2032'],
    ['autostart', 'of-2031', 'of-2031'],
    ['finding', 'z', 'z'],
  ] as const)('%s %s: %s', (kind, value, expected) => {
    const [before, after] = told(kind, value, null)
    expect(before?.toLowerCase()).toBe(expected.toLowerCase())
    expect(after).toBe('')
    expect(told(kind, null, value)).toEqual(['', before])
  })

  test('a finding is told as the report told it that has it', () => {
    expect(told('finding', 'x', 'x')).toEqual(['Before.', 'After.'])
  })

  test('what has a word is told by it', () => {
    expect(told('autostart', 'on', 'off')).toEqual([
      words.t('compare.autostart.on'),
      words.t('compare.autostart.off'),
    ])
  })
})

test('the sentence names the file but where the file itself is what changed', () => {
  const say = (...given: Parameters<typeof change>) =>
    changeWords(words, change(...given), then, now)
  for (const kind of changeKinds) {
    const sentence = say(kind, 'p', 'q')
    expect(sentence.startsWith('a.exe:'), sentence).toBe(true)
    expect(sentence.endsWith('(C:\\a.exe)'), sentence).toBe(kind !== 'path')
    expect(/\bp\b.*\bq\b/.test(sentence), sentence).toBe(kind !== 'started' && kind !== 'ended')
  }
  expect(say('version', null, '2')).toContain(words.t('compare.nothing'))
  const nowhere = { ...change('version', '1', '2'), path: null }
  expect(changeWords(words, nowhere, then, now)).not.toContain('(')
  expect(changeParts(words, nowhere, then, now).path).toBeNull()
})
