/** Is each fact about networks so, not so, or not known, exactly where this PC says so? */
import { describe, expect, test } from 'vitest'
import type { FactName } from '../../../../shared/judge/named-facts.ts'
import type { PcFacts } from '../../../../shared/model/pc-facts.ts'
import { denied, known, type Probe } from '../../../../shared/model/probe.ts'
import { askFact } from '../../../fixtures/ask-fact.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'

const hidden = denied('needs-admin')

describe('networks', () => {
  const network = (more: Partial<PcFacts['network']>) => ({
    network: { ...pcFacts.network, ...more },
  })
  const adapter = (kind: 'virtual' | 'tunnel' | 'wi-fi', isUp: boolean) =>
    network({ adapters: known([{ description: 'A', kind, isUp }]) })
  const letIn = (...categories: readonly string[]) =>
    network({ letIn: known([{ program: 'p.exe', categories: categories as never }]) })
  const provider = (isThere: Probe<boolean>) => ({
    nameProvider: known({ path: 'n.dll', isThere }),
  })

  test.each<[FactName, Partial<PcFacts>, string]>([
    ['network.isPublic', {}, 'no'],
    ['network.isPublic', network({ category: known('public') }), 'yes'],
    ['firewall.letsInOnPublic', letIn('private'), 'no'],
    ['firewall.letsInOnPublic', letIn('private', 'public'), 'yes p.exe'],
    ['firewall.letsInOnPublic', letIn(), 'yes p.exe'],
    ['adapter.virtualIsUp', adapter('virtual', true), 'yes A'],
    ['adapter.virtualIsUp', adapter('virtual', false), 'no'],
    ['adapter.virtualIsUp', adapter('wi-fi', true), 'no'],
    ['tunnel.isUp', adapter('tunnel', true), 'yes A'],
    ['tunnel.isUp', adapter('tunnel', false), 'no'],
    ['nameProvider.isBroken', provider(known(false)), 'yes n.dll'],
    ['nameProvider.isBroken', provider(known(true)), 'no'],
    ['nameProvider.isBroken', provider(hidden), '? needs-admin'],
    ['nameProvider.isBroken', { nameProvider: known(null) }, 'no'],
    ['nameProvider.isKeptOut', {}, 'yes'],
    ['nameProvider.isKeptOut', { nameProvider: known(null) }, 'no'],
    ['firewall.blocksEveryProgram', {}, '? not-checked'],
    ['hosts.blocksUpdates', {}, '? not-checked'],
    ['check.failsUpdates', {}, '? not-checked'],
  ])('%s %#: %s', (name, pc, expected) => {
    expect(askFact(name, pc)).toBe(expected)
  })

  test.each([
    ['every-program', 'Block it', 'yes Block it'],
    ['every-service', '', 'yes {id}'],
    ['program', 'Block it', 'no'],
  ])('a rule that reaches %s, called %j: %s', (reach, name, expected) => {
    const firewall = known({ rules: [{ id: '{id}', name, reach }] })
    expect(
      askFact(
        'firewall.blocksEveryProgram',
        {},
        { look: { firewall, hostsFile: hidden, ports: [] } as never },
      ),
    ).toBe(expected)
  })

  test.each([
    ['apple-name-blocked', 'attention', 'gs.apple.com', 'yes gs.apple.com'],
    ['apple-name-blocked', 'info', 'xp.apple.com', 'yes xp.apple.com'],
    ['apple-name-blocked', 'info', 'metrics.apple.com', 'no'],
    ['apple-name-blocked', 'attention', 'www.apple.com', 'yes www.apple.com'],
    ['harmless', 'attention', 'gs.apple.com', 'no'],
    ['cannot-tell', 'attention', 'gs.apple.com', 'no'],
    ['apple-name-pinned', 'attention', 'gs.apple.com', 'no'],
  ])('a hosts line that is %s (%s) for %s: %s', (code, severity, name, expected) => {
    const hostsFile = known({ findings: [{ code, severity, names: [name], lineNumber: 3 }] })
    expect(
      askFact(
        'hosts.blocksUpdates',
        {},
        { look: { hostsFile, firewall: hidden, ports: [] } as never },
      ),
    ).toBe(expected)
  })

  test.each([
    ['some-failed', 'refused', 'yes gs.apple.com'],
    ['some-failed', 'ok', 'no'],
    ['some-failed', 'proxy-needed', 'no'],
    ['some-failed', 'not-tried', 'no'],
    ['some-failed', 'cancelled', 'no'],
    ['all-failed', 'refused', 'no'],
    ['clock-wrong', 'certificate-expired', 'no'],
    ['intercepted', 'intercepted', 'no'],
    ['proxy-failed', 'proxy-failed', 'no'],
  ])(
    'a check that came to %s, with %s at Apple’s update server: %s',
    (overall, symptom, expected) => {
      const targets = [
        { id: 'www.apple.com', host: 'www.apple.com', symptom },
        { id: 'gs.apple.com', host: 'gs.apple.com', symptom },
      ]
      expect(askFact('check.failsUpdates', {}, { check: { overall, targets } as never })).toBe(
        expected,
      )
    },
  )
})
