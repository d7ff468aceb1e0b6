/** A report as one line. ASCII JSON that always fits, and says how much had no room. */
import { needsAttention, worstOf } from '../../judge/findings/findings.ts'
import { hasApple, isAppleListed } from '../../judge/has-apple.ts'
import type { Report } from '../schema/report-schema.ts'
import {
  lineVersion,
  longestLine,
  type LineFinding,
  type LineProduct,
  type LineRunning,
  type ReportLine,
} from './report-line.ts'

/** In letters: any of them may take six in the line. */
const longestText = 48
const longestLabel = 64
/** More never fit. */
const mostOfEach = 48

export function toLine(report: Report): string {
  // Words of a newer version or a hostile report may be long each: then all are shortened further.
  for (const longest of [longestText, 24, 8]) {
    const text = lineWith(report, shortener(longest))
    if (text.length <= longestLine) return text
  }
  return lineWith(report, shortener(4))
}

function lineWith(report: Report, shorten: Shortener): string {
  const { machine, stack = null, stackUnknown = [], processes, services = [], places, pc } = report
  const isThere = hasApple({ stack, processes, services, places, isListed: isAppleListed(pc) })
  const products = (report.products ?? []).map(({ id, edition, version }): LineProduct => ({
    id: shorten.text(id),
    edition: shorten.text(edition),
    version: shorten.text(version),
  }))
  const running = runningIn(report).map((one): LineRunning => ({
    ...one,
    id: shorten.text(one.id),
    version: one.version === null ? null : shorten.text(one.version),
  }))
  const findings = report.findings
    .slice(0, mostOfEach)
    .map(({ code, subject, severity }): LineFinding => ({
      code: shorten.text(code),
      subject: shorten.text(subject),
      severity: shorten.text(severity),
    }))
  const incomplete = report.processes.some(({ status }) => status === 'cannot-tell')
  const unknown = [
    ...(incomplete ? ['list'] : []),
    ...new Set(stackUnknown.map(({ input }) => shorten.text(input))),
  ].slice(0, 8)
  const { label, catalogueVersion = '' } = report
  const same = {
    v: lineVersion,
    at: report.generatedAtUtc,
    ...(label !== undefined && { label: shorten.text(label, longestLabel) }),
    app: shorten.text(report.app.version),
    catalogueVersion: shorten.text(catalogueVersion),
    system: shorten.text(`${machine.platform} ${machine.release} ${machine.arch}`),
    worst: worstOf(report.findings),
    exitCode: needsAttention(report.findings) ? 1 : 0,
    stack: stack === null ? null : shorten.text(stack),
    ...(isThere !== null && { hasApple: isThere }),
  }
  const all = {
    products: report.products?.length ?? 0,
    running: running.length,
    findings: report.findings.length,
  }
  const kept = {
    products: products.slice(0, mostOfEach),
    running: running.slice(0, mostOfEach),
    findings,
  }
  for (;;) {
    const line: ReportLine = {
      ...same,
      ...kept,
      unknown,
      cut: {
        products: all.products - kept.products.length,
        running: all.running - kept.running.length,
        findings: all.findings - kept.findings.length,
        texts: shorten.count(),
      },
    }
    const text = ascii(JSON.stringify(line))
    const least = (['running', 'findings', 'products'] as const).find(
      (part) => kept[part].length > 0,
    )
    if (text.length + 1 <= longestLine || least === undefined) return `${text}\n`
    kept[least].pop()
  }
}

const worstTrustFirst = [
  'tampered',
  'wrong-signer',
  'unsigned',
  'wrong-folder',
  'cannot-tell',
  'genuine',
]

function runningIn({ processes }: Report): readonly LineRunning[] {
  const alike = new Map<string, LineRunning>()
  for (const { id, instances } of processes) {
    for (const { trust, version: told } of instances) {
      const version =
        told.state === 'known' ? (told.value.fixedFileVersion ?? told.value.fileVersion) : null
      const key = JSON.stringify([id, trust, version])
      alike.set(key, { id, trust, version, count: (alike.get(key)?.count ?? 0) + 1 })
    }
  }
  const rank = ({ trust }: LineRunning) => worstTrustFirst.indexOf(trust)
  return [...alike.values()].sort((a, b) => rank(a) - rank(b))
}

type Shortener = ReturnType<typeof shortener>

function shortener(usual: number) {
  let shortened = 0
  return {
    count: () => shortened,
    text: (whole: string, longest = usual): string => {
      const letters = Array.from(whole.slice(0, 4 * longest))
      if (letters.length <= longest && whole.length <= 4 * longest) return whole
      shortened += 1
      return `${letters.slice(0, longest - 1).join('')}…`
    },
  }
}

/** Every other sign by its number: no console, log or engine changes it on its way. */
function ascii(json: string): string {
  return json.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
