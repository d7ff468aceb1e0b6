/** What a line of `--format line` says of its PC: judged where it was written, and kept as it is. */
import { severities, type Severity } from '../model/finding.ts'
import { worstWords, type FleetFinding, type PcVerdict } from '../model/fleet.ts'
import type { ReportLine } from '../report/line/report-line.ts'
import { isRow, type Row } from './cells.ts'

const productNames: Readonly<Record<string, string>> = {
  itunes: 'iTunes',
  'apple-devices': 'Apple Devices',
}

/**
 * The same for the same verdict, out of a line that nobody has checked yet: 100,000 lines hold a few hundred verdicts, so
 * only the first of each is checked whole. Null where it is no line at first sight.
 */
export function rawLineKey(line: Row): string | null {
  const { v, app, worst, stack, exitCode, hasApple } = line
  const { products, running, findings } = line
  if (!Array.isArray(products) || !Array.isArray(running) || !Array.isArray(findings)) return null
  let key = `${String(v)}\n${String(app)}\n${String(worst)}\n${String(stack)}\n${String(exitCode)}\n${String(hasApple)}`
  for (const one of products as readonly unknown[]) {
    if (!isRow(one)) return null
    key += `\np${String(one['id'])} ${String(one['edition'])} ${String(one['version'])}`
  }
  for (const one of findings as readonly unknown[]) {
    if (!isRow(one)) return null
    key += `\nf${String(one['code'])}\t${String(one['subject'])}\t${String(one['severity'])}`
  }
  return `${key}\n${(running as readonly unknown[]).some(isGenuine)}`
}

const isGenuine = (one: unknown): boolean => isRow(one) && one['trust'] === 'genuine'

export function verdictOfLine({
  worst,
  stack,
  hasApple,
  products,
  running,
  findings,
}: ReportLine): PcVerdict {
  return {
    worst: worstWords.find((word) => word === worst) ?? 'attention',
    findings: findings.map(({ code, subject, severity }): FleetFinding => ({
      code,
      subject,
      severity: severityOf(severity),
    })),
    stack: stack ?? 'cannot-tell',
    versions: products.map(
      ({ id, version }) => `${Object.hasOwn(productNames, id) ? productNames[id] : id} ${version}`,
    ),
    // Lines of before tell it by halves.
    hasApple:
      hasApple ??
      (products.length > 0 || running.some(({ trust }) => trust === 'genuine')
        ? true
        : stack === null || stack === 'cannot-tell'
          ? null
          : stack !== 'none'),
  }
}

/** A severity of a later version asks for a look. */
const severityOf = (word: string): Severity =>
  severities.find((known) => known === word) ?? 'attention'
