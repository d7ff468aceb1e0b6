/** Rules of Windows Firewall from the field: whom of Apple's they concern, and what the command line makes of them. */
import { describe, expect, test } from 'vitest'
import { packageSecurityId, reachTest } from '../../../../electron/win32/network/firewall-rules.ts'
import { readFirewallRule } from '../../../../electron/win32/bytes/read-firewall-rule.ts'
import { relevanceOf } from '../../../../shared/connections/firewall-relevance.ts'
import type { BlockingRule } from '../../../../shared/model/firewall-rule.ts'
import { known } from '../../../../shared/model/probe.ts'
import { connectionFacts } from '../../../fixtures/connections.ts'
import { firewallCases } from '../../../fixtures/field-cases/firewall-rules.ts'
import { runCli } from '../../../fixtures/run-cli.ts'
import { windowsPc } from '../../../fixtures/sources.ts'

const programs = [
  'C:\\Program Files\\iTunes\\iTunes.exe',
  'C:\\Program Files\\Bonjour\\mDNSResponder.exe',
]
const reachOf = reachTest(programs, { ProgramFiles: 'C:\\Program Files' })

function judge(text: string): BlockingRule | 'unreadable' | null {
  const rule = readFirewallRule('{id}', 'this-pc', text)
  const reach = rule === null ? 'not-understood' : reachOf(rule)
  if (rule === null || reach === 'not-understood') return 'unreadable'
  const severity = reach === null ? null : relevanceOf(rule, reach)
  return reach === null || severity === null ? null : { ...rule, reach, severity }
}

describe('A rule of Windows Firewall', () => {
  test.each(firewallCases.map((one) => [one.what, one] as const))(
    'is understood: %s',
    (_what, { text, right }) => {
      const judged = judge(text)
      const told =
        judged === null || judged === 'unreadable' ? judged : [judged.reach, judged.severity]
      expect(told).toEqual(right)
    },
  )

  test('for a package of Apple’s is known by the security id of that package', () => {
    for (const family of ['AppleInc.iTunes_nzyj5cx40ttqa', 'AppleInc.AppleDevices_nzyj5cx40ttqa']) {
      const text = `v2.30|Action=Block|Active=TRUE|Dir=Out|AppPkgId=${packageSecurityId(family)}|Name=x|`
      expect(judge(text)).toMatchObject({ reach: 'package', severity: 'attention' })
    }
  })
})

describe('The command line', () => {
  const report = (rules: readonly BlockingRule[], unreadable = 0) =>
    runCli(
      ['--lang', 'en'],
      windowsPc(undefined, {
        connections: connectionFacts({
          blockingRules: () => Promise.resolve(known({ rules, unreadable })),
        }),
      }),
    )

  test('makes a finding of what matters, with its exit code, in one sentence', async () => {
    const rules = firewallCases.flatMap(({ text }) => {
      const judged = judge(text)
      return judged === null || judged === 'unreadable' ? [] : [judged]
    })
    const { exitCode, stdout } = await report(rules)
    expect(exitCode).toBe(1)
    const said = stdout.replace(/\s+/g, ' ')
    expect(said).toContain('Attention: The rule “iTunes” in Windows Firewall blocks')
    expect(said).toContain(
      'blocks outgoing connections. Program: the service Apple Mobile Device Service.',
    )
    expect(said).toContain('Program: all programs. Only for these ports: 443.')
    expect(said).toContain('Only for these addresses: 17.0.0.0-17.255.255.255.')
  })

  test('does not say that a rule for certain ports or addresses blocks everything', async () => {
    const told = async (narrowing: string) => {
      const rule = judge(`v2.30|Action=Block|Active=TRUE|Dir=Out|${narrowing}Name=x|`)
      if (rule === null || rule === 'unreadable') throw new Error('no rule')
      return (await report([rule])).stdout.replace(/\s+/g, ' ')
    }
    const partly = 'blocks some connections of all programs.'
    expect(await told('Protocol=6|RPort=443|')).toContain(partly)
    expect(await told('RA4=17.248.0.0/14|')).toContain(partly)
    expect(await told('')).toContain('blocks all programs.')
  })

  test('asks for nothing where a rule blocks what nobody misses', async () => {
    const part = judge('v2.30|Action=Block|Active=TRUE|Dir=In|Name=all|')
    if (part === null || part === 'unreadable') throw new Error('no rule')
    const { exitCode } = await report([part])
    expect(exitCode).toBe(0)
  })

  test('says that no rule blocks only where all could be read', async () => {
    const all = (await report([])).stdout.replace(/\s+/g, ' ')
    expect(all).toContain("No rule in Windows Firewall blocks one of Apple's programs.")
    const some = (await report([], 2)).stdout.replace(/\s+/g, ' ')
    expect(some).not.toContain("No rule in Windows Firewall blocks one of Apple's programs.")
    expect(some).toContain('that could be read blocks')
    expect(some).toContain('2 rules could not be read.')
  })
})
