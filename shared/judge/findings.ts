/** What should the reader know beyond the list? Facts in, findings out; the words come later. */
import type { CatalogueProcess } from '../catalogue/schema.ts'
import type { Finding } from '../model/finding.ts'
import type { InspectedProcess, Machine } from '../model/inspection.ts'

export function judgeFindings(
  machine: Machine,
  isComplete: boolean,
  catalogue: readonly CatalogueProcess[],
  processes: readonly InspectedProcess[],
): readonly Finding[] {
  const findings: Finding[] = []
  if (machine.platform !== 'win32') {
    findings.push({ code: 'not-windows', severity: 'info', subject: machine.platform })
  }
  if (!isComplete) {
    findings.push({ code: 'list-incomplete', severity: 'attention', subject: '' })
  }
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]))
  for (const { id, imageName, status } of processes) {
    const why = entries.get(id)?.retired?.why
    if (status !== 'running' || why === undefined) continue
    findings.push(
      why === 'unsafe'
        ? { code: 'retired-unsafe-running', severity: 'attention', subject: imageName }
        : { code: 'retired-running', severity: 'info', subject: imageName },
    )
  }
  return findings
}

/** Whether anything asks the reader to act: the difference between exit code 0 and 1. */
export function needsAttention(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'info')
}
