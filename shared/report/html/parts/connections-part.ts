/** Connections on the page. */
import { hostsFileWords } from '../../../text/hosts-words.ts'
import { portsUnknownWords } from '../../../text/port-words.ts'
import {
  firewallLines,
  portName,
  sortEndpoints,
  type ToldEndpoints,
} from '../../text/describe-connections.ts'
import type { Report } from '../../schema/report-schema.ts'
import { dataText, pathText } from '../data-text.ts'
import { icon } from '../icons.ts'
import { fold } from '../fold.ts'
import { markup, type Markup, type Piece } from '../markup.ts'
import { chip } from '../trust-look.ts'
import type { Writer } from '../writer.ts'

export function hasConnections({ hostsFile, ports, firewall, connectionCheck }: Report): boolean {
  return [hostsFile, ports, firewall, connectionCheck].some((part) => part !== undefined)
}

/** @returns undefined when the report says nothing about connections. */
export function describeConnections(report: Report, writer: Writer): Markup | undefined {
  if (!hasConnections(report)) return undefined
  const { t } = writer.words
  return fold(
    'connections',
    t('connections.report.title'),
    markup`
${describeCheck(report, writer)}
<div class="card list">
${describeHosts(report, writer)}
${describePorts(report, writer)}
${describeFirewall(report, writer)}
</div>`,
  )
}

function part(title: Piece, content: Piece): Markup {
  return markup`
<article>
<div class="heading"><h3>${title}</h3></div>
${content}
</article>`
}

function list(lines: readonly Piece[]): Markup {
  return markup`<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`
}

function describeHosts({ hostsFile }: Report, { words }: Writer): Markup | undefined {
  const { t } = words
  if (hostsFile === undefined) return undefined
  const title = t('connections.report.hostsFile')
  const state = hostsFileWords(words, hostsFile)
  if (hostsFile.state !== 'known') return part(title, markup`<p>${state}</p>`)
  const { path, findings, omittedLineCount: count } = hostsFile.value
  const lines = findings.map(({ severity, text }) =>
    severity === 'info'
      ? markup`<p>${text}</p>`
      : markup`<p class="absence closer">${icon('look')} ${text}</p>`,
  )
  return part(
    title,
    markup`
<p>${pathText(path)}</p>
${state === undefined ? list(lines) : markup`<p>${state}</p>`}
${count > 0 ? markup`<p>${t('connections.hosts.omitted', { count })}</p>` : undefined}`,
  )
}

function describePorts({ ports = [] }: Report, { words }: Writer): Markup | undefined {
  const { t } = words
  if (ports.length === 0) return undefined
  const title = t('connections.report.ports')
  const unknown = portsUnknownWords(words, ports)
  if (unknown !== undefined) return part(title, markup`<p>${unknown}</p>`)
  const rows = ports.map(({ id, port, protocol, text, isNormal }) => {
    const number = t('connections.report.portAs', { protocol: protocol.toUpperCase(), port })
    const told =
      isNormal === false
        ? markup`<span class="absence closer">${icon('look')} ${text}</span>`
        : markup`${text}`
    return markup`<div class="wide"><dt>${number}, ${portName(words, id)}</dt><dd>${told}</dd></div>`
  })
  return part(title, markup`<dl class="rows about">${rows}</dl>`)
}

function describeFirewall({ firewall }: Report, { words }: Writer): Markup | undefined {
  if (firewall === undefined) return undefined
  const [first, ...others] = firewallLines(firewall, words)
  const title = words.t('connections.report.firewall')
  return part(
    title,
    firewall.state === 'known' ? list([first, ...others]) : markup`<p>${first}</p>`,
  )
}

/** The answer first, then the servers with something to say, each with its words. */
function describeCheck(
  { connectionCheck, endpoints = [] }: Report,
  { words }: Writer,
): Markup | undefined {
  const { t } = words
  if (connectionCheck === undefined) return undefined
  const { overall, title, text } = connectionCheck
  const { reached, others } = sortEndpoints(endpoints, words)
  // An opened report may have a word of a later version.
  const [look, drawing] = Object.hasOwn(overallLooks, overall)
    ? overallLooks[overall]
    : (['unknown', 'question'] as const)
  const sign = chip(look, drawing, title)
  const rows = others.map(
    (one) => markup`
<article>
<div class="heading"><h3>${dataText(one.servers.join(', '), mostLetters)}</h3><p class="chips">${endpointChip(one)}</p></div>
<p>${one.text}</p>
</article>`,
  )
  return markup`
<p class="lead">${t('connections.report.endpointsHint')}</p>
<div class="card list">
${part(t('connections.report.endpoints'), markup`<p class="chips">${sign}</p><p>${text}</p>`)}
${rows}
${reached === undefined ? undefined : markup`<p class="absent">${reached}</p>`}
</div>`
}

const calm = ['genuine', 'tick'] as const
const open = ['unknown', 'question'] as const
const closer = ['closer', 'look'] as const

const overallLooks = {
  ok: calm,
  'proxy-needed': calm,
  'some-failed': closer,
  'all-failed': closer,
  'no-network': closer,
  'clock-wrong': closer,
  intercepted: closer,
  'proxy-demands-password': closer,
  'proxy-failed': closer,
  'not-finished': open,
  cancelled: open,
  'nothing-to-check': open,
} as const

/** Forty names of servers. */
const mostLetters = 1_800

function endpointChip({ symptom, title }: ToldEndpoints): Markup {
  const isCalm = symptom === 'ok' || symptom === 'proxy-needed'
  const isOpen = symptom === 'not-tried' || symptom === 'cancelled'
  const [look, drawing] = isCalm ? calm : isOpen ? open : closer
  return chip(look, drawing, title)
}
