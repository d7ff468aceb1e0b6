/** Do connections ask for attention when they should, and only then? */
import { describe, expect, test } from 'vitest'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { judgeHosts } from '../../../shared/connections/judge-hosts.ts'
import { parseHosts } from '../../../shared/connections/parse-hosts.ts'
import { judgeCheck, judgeLook } from '../../../shared/connections/connection-findings.ts'
import type { ConnectionOverall, ConnectionSymptom } from '../../../shared/model/connection.ts'
import { known, skipped } from '../../../shared/model/probe.ts'
import { findingWords } from '../../../shared/text/fact-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { hostsPath, hostsText, plainResult } from '../../fixtures/connections.ts'

function findingsOf(text: string) {
  const findings = judgeHosts(parseHosts(text))
  const hostsFile = known({ path: hostsPath, entryCount: 1, findings, omittedLineCount: 0 })
  return judgeLook({ hostsFile, ports: [] }, [])
}

describe('a hosts file', () => {
  test('with lines between this PC and Apple is worth attention, one finding for each kind', () => {
    const found = findingsOf(hostsText)
    expect(found.map(({ code, severity, values }) => [code, severity, values?.['what']])).toEqual([
      ['hosts-line', 'attention', 'signing-redirect'],
      ['hosts-lines', 'attention', 'updates-blocked'],
    ])
    const [first, second] = found.map((finding) => findingWords(wordsIn('en'), finding))
    expect(first).toBe(
      "In the hosts file: Line 3 redirects Apple's signing server to 74.208.105.171. Devices can then be neither updated nor restored.",
    )
    expect(second).toMatch(/^In the hosts file: Line 4 blocks .*More lines of the same kind: 1\.$/)
  })

  test.each([
    ['no line about Apple', '127.0.0.1 localhost\n0.0.0.0 ads.example'],
    ['a line that is switched off', '# 127.0.0.1 gs.apple.com'],
    ['an advertising list', '0.0.0.0 metrics.apple.com'],
  ])('with %s is not', (_what, text) => {
    expect(findingsOf(text)).toEqual([])
  })

  test('that could not be read is not', () => {
    expect(judgeLook({ hostsFile: skipped('not-checked'), ports: [] }, [])).toEqual([])
  })

  test('with a thousand lines of one kind is one finding', () => {
    const text = Array.from({ length: 900 }, () => '1.2.3.4 a.apple.com').join('\n')
    const names = Array.from({ length: 900 }, (_, i) => `1.2.3.4 n${i}.apple.com`).join('\n')
    expect(findingsOf(text)).toHaveLength(1)
    expect(findingsOf(names)).toMatchObject([{ code: 'hosts-lines', values: { more: '899' } }])
  })
})

describe('a check', () => {
  const judge = (overall: ConnectionOverall, id = 'albert', symptom: ConnectionSymptom = 'ok') =>
    judgeCheck({ overall, targets: [plainResult(id, 'host.example', symptom)] }, readEndpoints())

  test('that went well, or had nothing to do, is no finding', () => {
    expect(judge('ok')).toEqual([])
    expect(judge('nothing-to-check')).toEqual([])
  })

  test.each(['intercepted', 'no-network', 'clock-wrong', 'all-failed', 'proxy-failed'] as const)(
    'that came to %s asks for attention, in words',
    (overall) => {
      const [finding] = judge(overall)
      expect(finding?.severity).toBe('attention')
      expect(findingWords(wordsIn('sv'), finding!)).toMatch(
        /^Kontrollen av Apples servrar: \p{Lu}/u,
      )
    },
  )

  test.each(['proxy-needed', 'cancelled', 'not-finished'] as const)(
    'that came to %s is for information',
    (overall) => {
      expect(judge(overall)).toMatchObject([{ severity: 'info' }])
    },
  )

  test('with single failures asks for attention only for servers of the article that Apple still lists', () => {
    expect(judge('some-failed', 'gs', 'refused')).toMatchObject([{ severity: 'attention' }])
    expect(judge('some-failed', 'digicert#2', 'refused')).toMatchObject([{ severity: 'attention' }])
    expect(judge('some-failed', 'wkms-public', 'refused')).toMatchObject([{ severity: 'info' }])
    expect(judge('some-failed', 'deimos3', 'name-not-found')).toMatchObject([{ severity: 'info' }])
    expect(judge('some-failed', 'gs', 'not-tried')).toMatchObject([{ severity: 'info' }])
  })
})
