/** How bad a verdict is: the level of its pill. */
import { severities, type Finding } from '../../shared/model/finding.ts'
import type { RowTrust } from './shown-trust.ts'
import type { Level } from '../parts/LevelSign.tsx'

/** @param findings that are about this program: the worst of them counts, so that list and findings say the same. */
export function levelOf(trust: RowTrust, findings: readonly Finding[]): Level {
  const worst = severities.findLast((one) => findings.some(({ severity }) => severity === one))
  if (worst === 'danger') return 'danger'
  if (trust === 'genuine') return 'good'
  if (trust === 'from-apple') return 'info'
  return trust === 'cannot-tell' ? 'quiet' : (worst ?? 'attention')
}

export function findingsAbout(findings: readonly Finding[], pid: number): readonly Finding[] {
  return findings.filter(({ values }) => values?.['pid'] === String(pid))
}
