/** Findings of connections. Only what asks for attention. */
import type { Endpoint } from '../../catalogue/endpoints.ts'
import type { HostsFinding } from '../../connections/judge-hosts.ts'
import { endpointIdOf } from '../../connections/targets.ts'
import type { ConnectionCheck, ConnectionOverall } from '../../model/connection.ts'
import type { ConnectionsLook } from '../../connections/connections-look.ts'
import type { FirewallLook } from '../../model/firewall-rule.ts'
import type { Finding, Severity } from '../../model/finding.ts'
import type { InspectedProcess } from '../../model/inspection.ts'
import type { PcFacts } from '../../model/pc-facts.ts'
import type { PcQuestion } from '../named-facts.ts'
import { worstFirst } from './findings.ts'
import { findInPc } from './rules.ts'
import type { PortJudgement } from '../../connections/judge-ports.ts'

/**
 * The one list for window, reports and exit code: those of the inspection, what the facts of the PC beside it come to,
 * and what the look and the check add, the worst first.
 * @param endpoints the catalogue's servers.
 */
export function allFindings(
  inspection: PcQuestion['inspection'],
  {
    look,
    check,
    pc,
  }: {
    readonly look?: ConnectionsLook | undefined
    readonly check?: ConnectionCheck | undefined
    readonly pc?: PcFacts | undefined
  },
  endpoints: readonly Endpoint[],
): readonly Finding[] {
  const { processes } = inspection
  const ofLook = look === undefined ? [] : judgeLook(look, processes)
  const isHosts = ofLook.some(({ subject }) => subject === 'hosts')
  return worstFirst([
    ...(pc === undefined ? inspection.findings : findInPc({ inspection, pc, look, check })),
    ...ofLook,
    ...(check === undefined || (isHosts && isAllOfHosts(check))
      ? []
      : judgeCheck(check, endpoints)),
  ])
}

/** The lines of the hosts file are a finding already, with the action that helps: one cause is one finding. */
function isAllOfHosts({ overall, targets }: Pick<ConnectionCheck, 'overall' | 'targets'>): boolean {
  const failed = targets.filter(({ symptom }) => !fine.includes(symptom))
  return overall === 'some-failed' && failed.every(({ symptom }) => symptom === 'hosts-file')
}

/** @param processes of the inspection that belongs to the look: who runs gives a port's fault its name. */
export function judgeLook(
  {
    hostsFile,
    ports,
    firewall,
  }: Pick<ConnectionsLook, 'hostsFile' | 'ports'> & Partial<Pick<ConnectionsLook, 'firewall'>>,
  processes: readonly InspectedProcess[],
): readonly Finding[] {
  return [
    ...(hostsFile.state === 'known' ? aboutHosts(hostsFile.value.findings) : []),
    ...(firewall?.state === 'known' ? aboutFirewall(firewall.value) : []),
    ...ports.flatMap((port) => aboutPort(port, processes)),
  ]
}

/** One for all of them, the worst first: whoever repairs the hosts file opens it once. */
function aboutHosts(findings: readonly HostsFinding[]): readonly Finding[] {
  const lines = worstFirst(findings.filter(({ severity }) => severity !== 'info'))
  const [first, ...others] = lines
  if (first === undefined) return []
  const { code: what, severity, lineNumber, address, names } = first
  const values = { what, line: String(lineNumber), address, names: names.join(', ') }
  const same = { severity, subject: 'hosts' }
  if (others.length === 0) return [{ code: 'hosts-line', ...same, values }]
  const numbers = others.map((one) => one.lineNumber).sort((a, b) => a - b)
  const more = [...numbers.slice(0, mostLines), ...(numbers.length > mostLines ? ['…'] : [])]
  return [{ code: 'hosts-lines', ...same, values: { ...values, more: more.join(', ') } }]
}

/** So many lines are named by their numbers. */
const mostLines = 10

/** One for what matters and one for what probably does not, however many rules there are. */
function aboutFirewall({ rules, defaults = [] }: FirewallLook): readonly Finding[] {
  const closed = defaults.flatMap(({ profile, blocks }) => (blocks === 'outgoing' ? profile : []))
  const byRules = (['attention', 'info'] as const).flatMap((severity): Finding[] => {
    const [first, ...others] = rules.filter((rule) => rule.severity === severity)
    if (first === undefined) return []
    const { id, name, reach, program, service, localPorts, remotePorts, remoteAddresses } = first
    const isPartly = localPorts.length + remotePorts.length + remoteAddresses.length > 0
    const values = {
      ...{ rule: name === '' ? id : name, reach },
      ...(program !== null && { program }),
      ...(service !== null && { service }),
      ...(isPartly && { isPartly: 'true' }),
    }
    const same = { severity, subject: 'firewall' }
    return others.length === 0
      ? [{ code: 'firewall-rule', ...same, values }]
      : [{ code: 'firewall-rules', ...same, values: { ...values, more: String(others.length) } }]
  })
  if (closed.length === 0) return byRules
  const values = { profiles: closed.join(', ') }
  return [...byRules, { code: 'firewall-outgoing', severity: 'info', subject: 'firewall', values }]
}

/** Only what is certainly not as it should be: nobody's silence, and nobody's neighbour, is a fault by itself. */
function aboutPort(port: PortJudgement, processes: readonly InspectedProcess[]): Finding[] {
  if (port.isNormal !== false) return []
  const { watched, verdict, owners } = port
  const running = processes.find(
    ({ id, instances }) =>
      watched.owners.includes(id) &&
      instances.some(({ trust }) => trust === 'genuine' || trust === 'wrong-folder'),
  )
  // In the window the look may be older than the inspection: who has ended since needs no port.
  if (running === undefined) return []
  const subject = running.imageName
  const values = { port: String(watched.port) }
  const owner = owners.map(({ name, pid }) => name ?? String(pid)).join(', ')
  return [
    verdict === 'owner-other'
      ? { code: 'port-taken', severity: 'attention', subject, values: { ...values, owner } }
      : { code: 'port-silent', severity: 'attention', subject, values },
  ]
}

const severities: Readonly<Record<ConnectionOverall, Severity | null>> = {
  ok: null,
  'some-failed': 'info',
  'all-failed': 'attention',
  'no-network': 'attention',
  'clock-wrong': 'attention',
  intercepted: 'attention',
  // Company networks are made like that.
  'proxy-needed': 'info',
  'proxy-demands-password': 'attention',
  'proxy-failed': 'attention',
  'not-finished': 'info',
  cancelled: 'info',
  'nothing-to-check': null,
}

const fine: readonly string[] = ['ok', 'proxy-needed', 'not-tried']

/** A single server that fails asks for attention only when both the article and Apple's present list name it. */
export function judgeCheck(
  { overall, targets }: Pick<ConnectionCheck, 'overall' | 'targets'>,
  endpoints: readonly Endpoint[],
): readonly Finding[] {
  const severity = severities[overall]
  if (severity === null) return []
  const failed = targets.filter(({ symptom }) => !fine.includes(symptom))
  const important = new Set(
    endpoints.flatMap(({ id, fate: { state } }) =>
      state === 'kept' || state === 'narrowed' ? [id] : [],
    ),
  )
  const matters =
    overall === 'some-failed' && failed.some(({ id }) => important.has(endpointIdOf(id)))
  return [
    {
      code: 'connections',
      severity: matters ? 'attention' : severity,
      subject: '',
      values: { what: overall },
    },
  ]
}
