/** The row that a finding is about. */
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import { processKey } from '../inspection/process-key.ts'

/** @returns the row's id, or undefined where the finding is about the PC as a whole. */
export function rowOfFinding(
  { code, subject, values }: Finding,
  { processes, lookAlikes }: Pick<Inspection, 'processes' | 'lookAlikes'>,
): string | undefined {
  const pid = values?.['pid']
  if (code === 'look-alike' || code === 'look-alike-unsigned') {
    const found = lookAlikes.find((one) => String(one.pid) === pid)
    return found && processKey(found)
  }
  const found =
    pid === undefined
      ? processes.find(({ imageName }) => imageName === subject)
      : processes.find(({ instances }) => instances.some((one) => String(one.pid) === pid))
  return found?.id
}
