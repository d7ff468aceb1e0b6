/** Files that become sources of the window: one report, a list of programs, or many PCs, wherever they come from. */
import { basename } from 'node:path'
import { isFleet } from '../fleet/is-fleet.ts'
import type { OpenedFiles, OpenReportFailure } from '../../shared/ipc/channels.ts'
import { asText, type AsText } from '../../shared/ipc/as-text.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { FleetProgress } from '../../shared/model/fleet.ts'
import { isFileName } from '../../shared/search/fold.ts'
import type { Language } from '../../shared/text/languages.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import type { FleetTasks } from '../tasks/fleet.ts'
import type { ReportTasks } from '../tasks/reports.ts'
import type { WhatIsTasks } from '../tasks/what-is.ts'
import type { ListFile } from '../report/read-list-file.ts'

export type OpenedAnswer = AsText<Result<OpenedFiles | null, OpenReportFailure>>

const nothing: OpenedAnswer = asText(success(null))

export interface Openers {
  readonly reports: ReportTasks
  readonly fleet: FleetTasks
  readonly lists: Pick<WhatIsTasks, 'readList'>
}

export async function openFiles(
  paths: readonly string[],
  { reports, fleet, lists }: Openers,
  language: () => Promise<Language>,
  onProgress: (progress: FleetProgress) => void,
): Promise<OpenedAnswer> {
  const [file] = paths
  if (file === undefined) return nothing
  // Reports are read with their schema, which no start of the window waits for.
  const { readListFile } = await import('../report/read-list-file.ts')
  const list = paths.length === 1 ? await readListFile(file) : undefined
  if (list !== undefined) return asText(await openList(file, list, lists, language))
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

async function openList(
  file: string,
  { text, takenAtUtc }: ListFile,
  lists: Openers['lists'],
  language: () => Promise<Language>,
): Promise<Result<OpenedFiles, OpenReportFailure>> {
  const list = await lists.readList(text)
  const name = basename(file)
  if (list.rows.some(({ id, imageName }) => id !== null || isFileName(imageName ?? ''))) {
    return success({ kind: 'list', id: `list ${name} ${takenAtUtc}`, name, takenAtUtc, list })
  }
  const [{ wordsIn }, spoken] = await Promise.all([
    import('../../shared/text/texts.ts'),
    language(),
  ])
  const detail = wordsIn(spoken).t('reports.open.neither', { file: visibleText(name) })
  return failure({ code: 'cannot-open', detail })
}
