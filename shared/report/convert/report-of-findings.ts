/** Findings in a report: what each is about, and the one thing to do. */
import { actionOf } from '../../judge/findings/actions.ts'
import type { Finding } from '../../model/finding.ts'
import type { ExaminedProcess, Inspection } from '../../model/inspection.ts'
import { actionWords } from '../../text/action-words.ts'
import { findingWords } from '../../text/fact-words.ts'
import type { Words } from '../../text/texts.ts'
import type { Report } from '../schema/report-schema.ts'

type ReportFinding = Report['findings'][number]

export function reportFindings(
  findings: readonly Finding[],
  inspection: Inspection,
  words: Words,
): readonly ReportFinding[] {
  const { processes, lookAlikes, strangers } = inspection
  const idByPid = new Map<number, string>()
  const byPid = new Map<number, ExaminedProcess>()
  for (const one of [...lookAlikes, ...strangers]) byPid.set(one.pid, one)
  for (const { id, instances } of processes) {
    for (const one of instances) {
      byPid.set(one.pid, one)
      idByPid.set(one.pid, id)
    }
  }
  const idByName = new Map(processes.map(({ id, imageName }) => [imageName, id]))
  return findings.map((finding) => {
    const { code, severity, subject, values = {} } = finding
    const pid = values['pid'] === undefined ? undefined : Number(values['pid'])
    const process = pid === undefined ? undefined : byPid.get(pid)
    const processId = (pid === undefined ? undefined : idByPid.get(pid)) ?? idByName.get(subject)
    const path = process?.imagePath.state === 'known' ? process.imagePath.value : values['program']
    const { signature } = process ?? {}
    const signer = signature?.state === 'known' ? signature.value.signer?.commonName : undefined
    const action = actionOf(finding)
    const { text, command, undo } = actionWords(words, action)
    return {
      ...{ code, severity, subject },
      text: findingWords(words, finding),
      ...(processId !== undefined && { processId }),
      ...(pid !== undefined && { pid }),
      ...(path !== undefined && path !== '' && { path }),
      ...(signer !== undefined && signer !== '' && { signer }),
      action: { id: action.id, text, opens: action.opens, command, undo },
    }
  })
}
