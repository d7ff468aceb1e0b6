/** Do connections ask for attention when they should, and only then? */
import { describe, expect, test } from 'vitest'
import { readEndpoints } from '../../../../shared/catalogue/endpoints.ts'
import { judgeHosts } from '../../../../shared/connections/judge-hosts.ts'
import { parseHosts } from '../../../../shared/connections/parse-hosts.ts'
import {
  allFindings,
  judgeCheck,
  judgeLook,
} from '../../../../shared/judge/findings/connection-findings.ts'
import { watchedPorts } from '../../../../shared/connections/watched-ports.ts'
import type {
  ConnectionCheck,
  ConnectionOverall,
  ConnectionSymptom,
} from '../../../../shared/model/connection.ts'
import { known, skipped } from '../../../../shared/model/probe.ts'
import { findingWords } from '../../../../shared/text/fact-words.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { hostsPath, hostsText, plainResult } from '../../../fixtures/connections.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'
import { inspectionOf } from '../../../renderer/fake-bridge.ts'

function findingsOf(text: string) {
  const findings = judgeHosts(parseHosts(text))
  const hostsFile = known({ path: hostsPath, entryCount: 1, findings, omittedLineCount: 0 })
  return judgeLook({ hostsFile, ports: [] }, [])
}

describe('a hosts file', () => {
  test('with lines between this PC and Apple is one finding, with every line in it', () => {
    const found = findingsOf(hostsText)
    expect(found).toMatchObject([
      { code: 'hosts-lines', severity: 'attention', values: { what: 'signing-redirect' } },
    ])
    expect(found.map((finding) => findingWords(wordsIn('en'), finding))).toEqual([
      "In the hosts file: Line 3 redirects Apple's signing server to 74.208.105.171. Devices can then be neither updated nor restored. Other lines that affect Apple: 4, 5.",
    ])
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

  test('with a thousand lines is one finding that names the first of them', () => {
    const text = Array.from({ length: 900 }, () => '1.2.3.4 a.apple.com').join('\n')
    const names = Array.from({ length: 900 }, (_, i) => `1.2.3.4 n${i}.apple.com`).join('\n')
    expect(findingsOf(text)).toHaveLength(1)
    expect(findingsOf(names)).toMatchObject([
      { code: 'hosts-lines', values: { more: '2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …' } },
    ])
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
      expect(findingWords(wordsIn('sv'), finding!)).toMatch(/^Kontroll av Apples servrar: \p{Lu}/u)
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

describe('the firewall', () => {
  const rule = (more: object = {}) => ({
    ...{ id: '{1}', origin: 'this-pc', action: 'block', isActive: true, direction: 'in' },
    ...{ program: null, profiles: [], protocol: null, service: null, package: null },
    ...{ localPorts: [], remotePorts: [], remoteAddresses: [], isNarrowed: false },
    ...{ name: 'No iTunes', reach: 'program', severity: 'attention' },
    ...more,
  })
  const found = (rules: readonly object[], defaults?: readonly object[]) => {
    const firewall = known({ rules, unreadable: 0, defaults } as never)
    return judgeLook({ hostsFile: skipped('not-checked'), ports: [], firewall }, [])
  }

  test('has a finding for what matters and one for what may not, however many rules', () => {
    const info = rule({ severity: 'info', name: '', program: 'x.exe', service: 'Bonjour Service' })
    expect(found([])).toEqual([])
    expect(found([rule(), rule({ name: 'Second' }), info])).toEqual([
      {
        ...{ code: 'firewall-rules', severity: 'attention', subject: 'firewall' },
        values: { rule: 'No iTunes', reach: 'program', more: '1' },
      },
      {
        ...{ code: 'firewall-rule', severity: 'info', subject: 'firewall' },
        values: { rule: '{1}', reach: 'program', program: 'x.exe', service: 'Bonjour Service' },
      },
    ])
  })

  test.each(['localPorts', 'remotePorts', 'remoteAddresses'])('with %s blocks in part', (part) => {
    expect(found([rule({ [part]: ['1'] })])[0]?.values).toMatchObject({ isPartly: 'true' })
    expect(found([rule()])[0]?.values).not.toHaveProperty('isPartly')
  })

  test('that lets nothing out is told with its profiles, and one that lets nothing in is as usual', () => {
    const defaults = [
      { profile: 'Domain', blocks: 'outgoing' },
      { profile: 'Private', blocks: 'incoming' },
      { profile: 'Public', blocks: 'outgoing' },
    ]
    expect(found([], defaults)).toEqual([
      {
        ...{ code: 'firewall-outgoing', severity: 'info', subject: 'firewall' },
        values: { profiles: 'Domain, Public' },
      },
    ])
    expect(found([], defaults.slice(1, 2))).toEqual([])
  })
})

describe('a port', () => {
  const [watched] = watchedPorts
  const found = (port: object, trust: string | null = 'genuine') =>
    judgeLook(
      {
        hostsFile: skipped('not-checked'),
        ports: [{ watched, isNormal: false, verdict: 'nobody', owners: [], ...port } as never],
      },
      [
        {
          ...{ id: 'apple-mobile-device-service', imageName: 'AppleMobileDeviceService.exe' },
          instances: trust === null ? [] : [{ trust: 'unsigned' }, { trust }],
        } as never,
      ],
    )

  test('that a program of Apple’s lacks is told with its number, and with whoever has it', () => {
    const subject = 'AppleMobileDeviceService.exe'
    expect(found({})).toEqual([
      { code: 'port-silent', severity: 'attention', subject, values: { port: '27015' } },
    ])
    const owners = [
      { name: 'game.exe', pid: 7 },
      { name: null, pid: 8 },
    ]
    expect(found({ verdict: 'owner-other', owners })).toEqual([
      {
        ...{ code: 'port-taken', severity: 'attention', subject },
        values: { port: '27015', owner: 'game.exe, 8' },
      },
    ])
  })

  test('is no finding where it is as it should be, nobody knows, or nobody of Apple’s runs', () => {
    expect(found({ isNormal: true })).toEqual([])
    expect(found({ isNormal: null })).toEqual([])
    expect(found({}, 'wrong-folder')).toHaveLength(1)
    expect(found({}, 'unsigned')).toEqual([])
    expect(found({}, 'cannot-tell')).toEqual([])
    expect(found({}, null)).toEqual([])
  })
})

test('window, reports and exit code have one list: the worst first, and the PC’s own where it was looked at', () => {
  const inspection = {
    ...inspectionOf({}),
    findings: [{ code: 'retired-running', severity: 'info', subject: 'x' } as const],
  }
  const check = { overall: 'all-failed', targets: [] } as unknown as ConnectionCheck
  expect(allFindings(inspection, {}, [])).toEqual(inspection.findings)
  expect(allFindings(inspection, { check }, []).map(({ code }) => code)).toEqual([
    ...['connections', 'retired-running'],
  ])
  const full = { ...pcFacts, nameProvider: known({ path: 'n.dll', isThere: known(false) }) }
  const codes = allFindings(inspection, { pc: full }, []).map(({ code }) => code)
  expect(codes).toContain('name-provider-missing')
  expect(codes).toContain('retired-running')
})
