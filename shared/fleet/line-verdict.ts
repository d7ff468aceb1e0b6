/** What a line of `--format line` says of its PC: judged where it was written, and kept as it is. */
import { severities, type Severity } from '../model/finding.ts'
import { worstWords, type FleetFinding, type PcVerdict } from '../model/fleet.ts'
import type { ReportLine } from '../report/line/report-line.ts'

const productNames: Readonly<Record<string, string>> = {
  itunes: 'iTunes',
  'apple-devices': 'Apple Devices',
}

/** The same for the same verdict. */
export function lineKey({ worst, stack, products, running, findings }: ReportLine): string {
  let key = `${worst}\n${stack ?? ''}`
  for (const { id, version } of products) key += `\n${id} ${version}`
  for (const { code, subject, severity } of findings) key += `\n${code}\t${subject}\t${severity}`
  return `${key}\n${running.length > 0}`
}

export function verdictOfLine({
  worst,
  stack,
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
    hasApple:
      products.length > 0 || running.some(({ trust }) => trust === 'genuine')
        ? true
        : stack === null || stack === 'cannot-tell'
          ? null
          : stack !== 'none',
  }
}

/** A severity of a later version asks for a look. */
const severityOf = (word: string): Severity =>
  severities.find((known) => known === word) ?? 'attention'
