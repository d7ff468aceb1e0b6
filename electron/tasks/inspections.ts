/** Inspections for the window, one at a time; the first one starts before the window is there. */
import { failure, type Result } from '../../shared/model/result.ts'
import type {
  Inspection,
  InspectionFailure,
  InspectionProgress,
} from '../../shared/model/inspection.ts'
import { shareRun, type RunContext, type SharedRun } from '../async/shared-run.ts'
import type { Inspected } from '../inspection/inspect.ts'

type Answer = Result<Inspected, InspectionFailure>

/** `latest` is the last inspection that worked. */
export type InspectionTasks = SharedRun<void, InspectionProgress, Answer, Inspection>

const cancelled = failure({ code: 'cancelled', detail: 'cancelled by the window' } as const)

export function openInspectionTasks(
  runInspection: (context: RunContext<InspectionProgress>) => Promise<Answer>,
): InspectionTasks {
  return shareRun(
    (context) => {
      const inspected = runInspection(context)
      // A drive that hangs may keep a cancelled inspection for a while: nobody waits for that.
      const given = new Promise<Answer>((resolve) => {
        context.signal.addEventListener('abort', () => {
          resolve(cancelled)
        })
      })
      return Promise.race([inspected, given])
    },
    (answer) => (answer.ok ? answer.value.inspection : undefined),
  )
}
