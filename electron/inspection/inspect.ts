/** What is running on this PC? One inspection, from sources to judged result; the window and the command line both call it. */
import { matchProcesses } from '../../shared/catalogue/match.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { failure, success, type Result } from '../../shared/ipc/result.ts'
import { judgeFindings } from '../../shared/judge/findings.ts'
import type {
  InspectedProcess,
  Inspection,
  InspectionFailure,
  InspectionProgress,
} from '../../shared/model/inspection.ts'
import type { Listing } from '../../shared/model/process.ts'
import type { Sources } from './sources.ts'

export interface InspectOptions {
  readonly catalogue: Catalogue
  readonly signal?: AbortSignal
  /** Told before each stage begins. */
  readonly onProgress?: (progress: InspectionProgress) => void
  /** Given the whole process list, of which the inspection keeps only what matters. */
  readonly onListed?: (listing: Listing) => void
}

const cancelled = failure({ code: 'cancelled', detail: 'cancelled by the caller' } as const)

export async function inspect(
  sources: Sources,
  {
    catalogue,
    signal = new AbortController().signal,
    onProgress = () => {},
    onListed = () => {},
  }: InspectOptions,
): Promise<Result<Inspection, InspectionFailure>> {
  const isCancelled = () => signal.aborted
  if (isCancelled()) return cancelled
  onProgress({ stage: 'listing' })
  const takenAtUtc = sources.clock().toISOString()
  const listed = await sources.list({ signal })
  if (isCancelled()) return cancelled
  if (!listed.ok) return listed
  onListed(listed.value)
  const { lister, processes, processesSeen, isComplete } = listed.value

  onProgress({ stage: 'matching' })
  const matches = matchProcesses(catalogue.processes, processes)

  onProgress({ stage: 'judging' })
  const inspected = catalogue.processes.map(({ id, imageName, group }): InspectedProcess => {
    const found = matches.get(id)
    if (found === undefined) {
      const status = isComplete ? 'not-running' : 'cannot-tell'
      return { id, imageName, group, status, instances: [] }
    }
    // A name alone proves nothing: without folder and signer the honest verdict is "cannot tell".
    const instances = found.map((process) => ({ ...process, trust: 'cannot-tell' as const }))
    return { id, imageName, group, status: 'running', instances }
  })
  return success({
    takenAtUtc,
    machine: sources.machine,
    lister,
    processesSeen,
    processes: inspected,
    findings: judgeFindings(sources.machine, isComplete, catalogue.processes, inspected),
  })
}
