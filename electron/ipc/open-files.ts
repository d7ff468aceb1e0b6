/** Files that become sources of the window: one report, or many PCs, wherever they come from. */
import { isFleet } from '../fleet/is-fleet.ts'
import type { OpenedFiles, OpenReportFailure } from '../../shared/ipc/channels.ts'
import { asText, type AsText } from '../../shared/ipc/as-text.ts'
import { success, type Result } from '../../shared/model/result.ts'
import type { FleetProgress } from '../../shared/model/fleet.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { FleetTasks } from '../tasks/fleet.ts'
import type { ReportTasks } from '../tasks/reports.ts'

export type OpenedAnswer = AsText<Result<OpenedFiles | null, OpenReportFailure>>

const nothing: OpenedAnswer = asText(success(null))

export async function openFiles(
  paths: readonly string[],
  { reports, fleet }: { readonly reports: ReportTasks; readonly fleet: FleetTasks },
  language: () => Promise<Language>,
  onProgress: (progress: FleetProgress) => void,
): Promise<OpenedAnswer> {
  const [file] = paths
  if (file === undefined) return nothing
  if (await isFleet(paths)) {
    const summary = await fleet.read(paths, onProgress)
    return summary === null ? nothing : asText(success({ kind: 'many', summary } as const))
  }
  const [{ textsIn }, spoken] = await Promise.all([
    import('../../shared/text/texts.ts'),
    language(),
  ])
  return (await reports.open(file, { language: spoken, texts: textsIn(spoken) })) ?? nothing
}
