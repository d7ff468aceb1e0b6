/** Words of ports and firewall rules. For the window and the reports alike. */
import type { PortJudgement } from '../connections/judge-ports.ts'
import type { PortOwner } from '../connections/port-owner.ts'
import { defaultBlocks, type BlockingRule, type FirewallLook } from '../model/firewall-rule.ts'
import type { Probe } from '../model/probe.ts'
import { blockedWords, profileNames } from './firewall-words.ts'
import { reasonWords } from './fact-words.ts'
import { wordsOfProcess } from './process-words.ts'
import type { TextKey, Words } from './texts.ts'
import { shortText } from './visible-text.ts'

export interface PortWords {
  readonly name: string
  readonly what: string
  /** Who has it, and whether that is as it should be. */
  readonly verdict: string
  /** What follows from it, and what to do: none where all is as it should be. */
  readonly notes: readonly string[]
}

export function portWords(words: Words, judgement: PortJudgement): PortWords {
  const { t } = words
  const { watched, verdict, isNormal, reason, owners } = judgement
  const isExpected = verdict === 'owner-expected'
  const telling = owners.filter(({ standing }) => !isExpected || standing === 'expected')
  const owner = listOf(telling.map((one) => ownerWords(words, one)))
  const key = `ports.port.${watched.id}`
  const judged = t(`ports.verdict.${verdict}`, { owner, reason: portReasonWords(words, reason) })
  const isTold = isExpected || verdict === 'cannot-tell'
  const normal = isNormal === null ? 'unknown' : isNormal ? 'yes' : 'no'
  return {
    name: t(`${key}.name` as TextKey),
    what: t(`${key}.what` as TextKey),
    verdict: isTold ? judged : `${judged} ${t(`ports.normal.${normal}`)}`,
    notes: notesOn(words, judgement, owner),
  }
}

/** Where nothing is known about any port, one sentence says so: seven would say no more. */
export function portsUnknownWords(
  words: Words,
  ports: readonly Pick<PortJudgement, 'verdict' | 'reason' | 'owners'>[],
): string | undefined {
  const [first] = ports
  if (first?.verdict !== 'cannot-tell' || first.owners.length > 0) return undefined
  if (!ports.every(({ verdict, reason }) => verdict === first.verdict && reason === first.reason)) {
    return undefined
  }
  const reason = portReasonWords(words, first.reason)
  return words.t('connections.report.portsUnknown', { reason })
}

function notesOn(words: Words, judgement: PortJudgement, owner: string): readonly string[] {
  const { t } = words
  const { watched, verdict, isNormal, owners, elsewhere, isProofOfLife } = judgement
  const { port, owners: expectedIds } = watched
  const [expectedId] = expectedIds
  const expected = expectedId === undefined ? '' : wordsOfProcess(words, expectedId).name
  const notes: string[] = []
  if (isProofOfLife) notes.push(t('ports.proofOfLife', { owner, port }))
  if (verdict === 'owner-other') {
    const hasProxy = owners.some(({ proxies }) => proxies.length > 0)
    if (isNormal === false) {
      notes.push(t('ports.note.owner-other-needed', { expected, owner, port }))
      if (!hasProxy) notes.push(t('ports.note.owner-other-help'))
    } else if (watched.isShared) {
      notes.push(
        isNormal === null && expected !== ''
          ? t('ports.note.owner-other-beside', { expected })
          : t('ports.note.owner-other-shared'),
      )
    } else if (isNormal === true && watched.whenTaken !== 'harmless') {
      notes.push(t('ports.note.owner-other-idle'))
    }
    if (hasProxy) notes.push(t('ports.proxy.undo'))
  }
  if (verdict === 'nobody') {
    if (isNormal === false) notes.push(t('ports.note.nobody-needed', { expected, port }))
    else if (isNormal === true && watched.whenSilent !== 'harmless') {
      notes.push(t('ports.note.nobody-idle'))
    }
  }
  for (const other of elsewhere.slice(0, mostListed)) {
    const address = other.addresses.slice(0, mostListed).join(', ')
    notes.push(t('ports.note.elsewhere', { owner: ownerWords(words, other), address }))
  }
  return notes
}

/** On a shared port there may be very many. */
const mostListed = 5

function listOf(items: readonly string[]): string {
  return [...items.slice(0, mostListed), ...(items.length > mostListed ? ['…'] : [])].join('; ')
}

function ownerWords({ t }: Words, { pid, name, services, proxies }: PortOwner): string {
  if (name === null) return t('ports.owner.not-known', { pid })
  const values = { name: shortText(name, 120), pid }
  const [proxy] = proxies
  if (proxy !== undefined) {
    const { address, port } = proxy.connect
    return t('ports.owner.proxy', { ...values, address: shortText(address, 120), port })
  }
  return services.length === 0
    ? t('ports.owner.process', values)
    : t('ports.owner.services', {
        ...values,
        services: shortText(services.join(', '), 160),
        count: services.length,
      })
}

function portReasonWords(words: Words, reason: string | null): string {
  if (reason === null) return ''
  const key = `ports.reason.${reason}`
  return words.has(key) ? words.t(key) : reasonWords(words, reason)
}

/** What the rule blocks, and under which conditions. */
export function firewallRuleWords(
  words: Words,
  rule: BlockingRule,
): { readonly what: string; readonly conditions: readonly string[] } {
  const { t } = words
  const { direction, name, id, profiles, isNarrowed, origin, remoteAddresses } = rule
  const ports = direction === 'out' ? rule.remotePorts : rule.localPorts
  const isTold = ports.length + remoteAddresses.length > 0 || rule.reach !== 'program'
  return {
    what: t(`ports.firewall.${direction}`, {
      rule: shortText(name === '' ? id : name, 120),
      program: blockedWords(words, rule),
    }),
    conditions: [
      ...(profiles.length === 0
        ? []
        : [t('ports.firewall.profiles', { profiles: profileNames(words, profiles) })]),
      ...(ports.length === 0 ? [] : [t('ports.firewall.ports', { ports: someOf(ports) })]),
      ...(remoteAddresses.length === 0
        ? []
        : [t('ports.firewall.addresses', { addresses: someOf(remoteAddresses) })]),
      ...(isNarrowed && !isTold ? [t('ports.firewall.narrowed')] : []),
      ...(origin === 'this-pc' ? [] : [t('ports.firewall.group-policy')]),
    ],
  }
}

/** A list against telemetry holds thousands of addresses. */
function someOf(items: readonly string[]): string {
  const shown = items.slice(0, mostListed).map((item) => shortText(item, 60))
  return [...shown, ...(items.length > mostListed ? ['…'] : [])].join(', ')
}

/** What there is to say beside the rules themselves. */
export function firewallWords(
  words: Words,
  firewall: Probe<
    Pick<FirewallLook, 'unreadable' | 'defaults'> & { readonly rules: readonly unknown[] }
  >,
): { readonly state: string | undefined; readonly more: readonly string[] } {
  const { t } = words
  if (firewall.state !== 'known') {
    const reason = reasonWords(words, firewall.reason)
    return { state: t('connections.report.firewallUnknown', { reason }), more: [] }
  }
  const { rules, unreadable: count, defaults = [] } = firewall.value
  const notRead = [
    ...(count > 0 ? [t('ports.firewall.not-read', { count })] : []),
    ...defaultBlocks.flatMap((blocks) => {
      const profiles = defaults.flatMap((one) => (one.blocks === blocks ? one.profile : []))
      if (profiles.length === 0) return []
      return [t(`ports.firewall.byDefault.${blocks}`, { profiles: profileNames(words, profiles) })]
    }),
  ]
  if (rules.length === 0) {
    return {
      state: t(count > 0 ? 'ports.firewall.noneRead' : 'ports.firewall.none'),
      more: notRead,
    }
  }
  const where = t('connections.report.way', { where: t('ports.firewall.where') })
  return { state: undefined, more: [where, ...notRead] }
}
