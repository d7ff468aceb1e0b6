/** Connections in a text report. */
import { hostsFileWords } from '../../text/hosts-words.ts'
import { firewallWords, portsUnknownWords } from '../../text/port-words.ts'
import type { TextKey, Words } from '../../text/texts.ts'
import { shortText } from '../../text/visible-text.ts'
import type { Report } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'
import { label } from '../../text/label.ts'

/** Empty when the report says nothing about them. */
export function describeConnections(report: Report, words: Words): string[] {
  const parts = [
    describeHosts(report, words),
    describePorts(report, words),
    describeFirewall(report, words),
    describeCheck(report, words),
  ].filter((lines) => lines.length > 0)
  if (parts.length === 0) return []
  return ['', '', words.t('connections.report.title'), ...parts.flatMap((lines) => ['', ...lines])]
}

const item = (text: string) => wrapText(shortText(text, longestText), '  - ', '    ')
const longestText = 2_000

function describeHosts({ hostsFile }: Report, words: Words): string[] {
  const { t } = words
  if (hostsFile === undefined) return []
  const state = hostsFileWords(words, hostsFile)
  if (hostsFile.state !== 'known') return [wrapText(state ?? '', '  ')]
  const { path, findings, omittedLineCount: count } = hostsFile.value
  const title = `  ${label(words, t('connections.report.hostsFile'))} ${shortText(path)}`
  if (state !== undefined) return [title, item(state)]
  const omitted = count > 0 ? [item(t('connections.hosts.omitted', { count }))] : []
  return [title, ...findings.map(({ text }) => item(text)), ...omitted]
}

export function portName({ t, has }: Words, id: string): string {
  const key = `ports.port.${id}.name`
  return has(key) ? t(key satisfies TextKey) : shortText(id)
}

function describePorts({ ports = [] }: Report, words: Words): string[] {
  const { t } = words
  if (ports.length === 0) return []
  const unknown = portsUnknownWords(words, ports)
  if (unknown !== undefined) return [wrapText(unknown, '  ')]
  return [
    `  ${t('connections.report.ports')}`,
    ...ports.map(({ id, port, protocol, text }) => {
      const number = t('connections.report.portAs', { protocol: protocol.toUpperCase(), port })
      return item(`${label(words, `${number}, ${portName(words, id)}`)} ${text}`)
    }),
  ]
}

function describeFirewall({ firewall }: Report, words: Words): string[] {
  if (firewall === undefined) return []
  const lines = firewallLines(firewall, words)
  if (firewall.state !== 'known') return lines.map((line) => wrapText(line, '  '))
  return [`  ${words.t('connections.report.firewall')}`, ...lines.map(item)]
}

/** What its rules say, and where to change them if somebody wants to. */
export function firewallLines(firewall: NonNullable<Report['firewall']>, words: Words): string[] {
  const { state, more } = firewallWords(words, firewall)
  const rules = firewall.state === 'known' ? firewall.value.rules.map(({ text }) => text) : []
  return [...(state === undefined ? rules : [state]), ...more]
}

function describeCheck({ connectionCheck, endpoints = [] }: Report, words: Words): string[] {
  const { t } = words
  if (connectionCheck === undefined) return []
  const { title, text } = connectionCheck
  const { reached, others } = sortEndpoints(endpoints, words)
  return [
    `  ${label(words, t('connections.report.endpoints'))} ${shortText(title)}`,
    wrapText(shortText(text), '  '),
    ...others.map(({ servers, title: what, text: means }) =>
      item(
        `${label(words, servers.map((one) => shortText(one)).join(', '))} ${shortText(what)}. ${means}`,
      ),
    ),
    ...(reached === undefined ? [] : [item(reached)]),
  ]
}

type Endpoint = NonNullable<Report['endpoints']>[number]

export interface ToldEndpoints {
  readonly servers: readonly string[]
  readonly symptom: Endpoint['symptom']
  readonly title: string
  readonly text: string
}

/** From so many servers on, one paragraph speaks for all that fare the same. */
const mostAlike = 3

/** Those with something to say, and one sentence about those that were simply reached. */
export function sortEndpoints(
  endpoints: readonly Endpoint[],
  { t }: Words,
): { readonly reached: string | undefined; readonly others: readonly ToldEndpoints[] } {
  const isPlain = ({ symptom, notes }: Endpoint) => symptom === 'ok' && notes.length === 0
  const names = endpoints.filter(isPlain).map(({ host }) => shortText(host))
  const serverOf = ({ host, port }: Endpoint) => t('connections.report.server', { host, port })
  const bySymptom = new Map<string, Endpoint[]>()
  for (const one of endpoints) {
    if (!isPlain(one)) bySymptom.set(one.symptom, [...(bySymptom.get(one.symptom) ?? []), one])
  }
  const others = [...bySymptom.values()].flatMap((alike): readonly ToldEndpoints[] => {
    const [first] = alike
    if (first === undefined || alike.length <= mostAlike) {
      return alike.map((one) => ({ ...one, servers: [serverOf(one)] }))
    }
    const { symptom, title } = first
    const text = t(`connections.symptom.${symptom}.next`)
    return [{ servers: alike.map(serverOf), symptom, title, text }]
  })
  const count = names.length
  return {
    reached:
      count === 0 ? undefined : t('connections.report.reached', { count, names: names.join(', ') }),
    others,
  }
}
