/** The handler of each channel. */
import {
  BrowserWindow,
  clipboard,
  dialog,
  shell,
  type OpenDialogOptions,
  type SaveDialogOptions,
  type WebContents,
} from 'electron'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import { failed } from '../../shared/model/probe.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { NotKept } from '../../shared/ipc/channels.ts'
import type { ListOptions } from '../../shared/model/list-options.ts'
import type { WhatIsAnswer, PastedList } from '../../shared/catalogue/what-is.ts'
import type { WindowChoices } from '../../shared/model/window-choices.ts'
import type { Language } from '../../shared/text/languages.ts'
import { appIdentity } from '../app-identity.ts'
import type { ConnectionTasks } from '../tasks/connections.ts'
import { tell, type Handlers } from './wiring.ts'
import { openLink } from './links.ts'
import { openTool } from './windows-tools.ts'
import type { InspectionTasks } from '../tasks/inspections.ts'
import type { PcFactsTasks } from '../tasks/pc-facts.ts'
import { noticesAtStart } from './notices.ts'
import type { ProcessFactsTasks } from '../tasks/process-facts.ts'
import type { ProcessTasks } from '../tasks/processes.ts'
import type { FleetTasks } from '../tasks/fleet.ts'
import type { RecordingTasks } from '../tasks/recordings.ts'
import type { ReportTasks } from '../tasks/reports.ts'
import { zoomBy } from '../window/zoom.ts'
import { giveFiles, takeGivenFiles } from './given-files.ts'
import { openFiles } from './open-files.ts'
import { createShowFile, createShownPaths } from './show-file.ts'

export interface HandlerTasks {
  readonly inspections: InspectionTasks
  readonly settingsWereDamaged: () => Promise<boolean>
  readonly canKeepSettings: () => boolean
  readonly connections: ConnectionTasks
  readonly processes: ProcessTasks
  readonly facts: ProcessFactsTasks
  readonly pcFacts: PcFactsTasks
  readonly recordings: RecordingTasks
  readonly fleet: FleetTasks
  readonly reports: ReportTasks
  readonly language: () => Promise<Language>
  /** To whether the choice was written; it holds either way. */
  readonly chooseLanguage: (language: Language) => Promise<boolean>
  readonly listOptions: () => Promise<ListOptions | null>
  /** To whether it was written. */
  readonly rememberList: (options: ListOptions) => Promise<boolean>
  readonly windowChoices: () => Promise<WindowChoices | null>
  /** To whether they were written. */
  readonly rememberWindow: (choices: WindowChoices) => Promise<boolean>
  readonly askWhatIs: (text: string) => Promise<WhatIsAnswer>
  readonly readList: (text: string) => Promise<PastedList>
}

function kept(isWritten: boolean): Result<null, NotKept> {
  return isWritten ? success(null) : failure({ code: 'not-kept', detail: '' })
}

async function chooseFile(sender: WebContents, options: SaveDialogOptions): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender)
  const { canceled, filePath } =
    window === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options)
  return canceled || filePath === '' ? null : filePath
}

async function choosePaths(
  sender: WebContents,
  what: 'files' | 'folder',
  title?: string,
): Promise<readonly string[]> {
  const window = BrowserWindow.fromWebContents(sender)
  const options: OpenDialogOptions = {
    ...(title !== undefined && { title }),
    properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
  }
  const { canceled, filePaths } =
    window === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options)
  return canceled ? [] : filePaths
}

export function makeHandlers({
  inspections,
  settingsWereDamaged,
  canKeepSettings,
  connections,
  processes,
  facts,
  pcFacts,
  recordings,
  fleet,
  reports,
  language,
  chooseLanguage,
  listOptions,
  rememberList,
  windowChoices,
  rememberWindow,
  askWhatIs,
  readList,
}: HandlerTasks): Handlers {
  const shownPaths = createShownPaths(inspections.latest)
  const pathOf = (pid: number) => facts.pathOf(pid) ?? shownPaths.pathOf(pid)
  const shownTasks = { inspections, connections, recordings, pcFacts }
  const whatIsShownNow = async () => {
    const [{ whatIsShown }, choices] = await Promise.all([
      import('../report/what-is-shown.ts'),
      windowChoices(),
    ])
    return { ...whatIsShown(shownTasks), walk: choices?.walk }
  }
  const wordsNow = async () =>
    (await import('../../shared/text/texts.ts')).wordsIn(await language())
  const showFile = createShowFile({
    pathOf,
    showItemInFolder: (path) => {
      shell.showItemInFolder(path)
    },
  })
  return {
    describeApp: async () =>
      success({
        ...appIdentity,
        electronVersion: process.versions.electron,
        platform: process.platform,
        language: await language(),
        notices: noticesAtStart({
          settingsWereDamaged: await settingsWereDamaged(),
          canKeepSettings: canKeepSettings(),
          program: process.execPath,
        }),
        listOptions: await listOptions(),
        windowChoices: await windowChoices(),
        catalogue: readCatalogue(),
      }),
    runInspection: async (sender) => {
      const answer = await inspections.run((progress) => {
        tell(sender, 'inspectionProgress', progress)
      })
      if (!answer.ok) return answer
      const { inspection } = answer.value
      shownPaths.add(inspection)
      return success(inspection)
    },
    cancelInspection: () => {
      inspections.cancel()
      return success(null)
    },
    chooseLanguage: async (_sender, chosen) => kept(await chooseLanguage(chosen)),
    rememberList: async (_sender, options) => kept(await rememberList(options)),
    rememberWindow: async (_sender, choices) => kept(await rememberWindow(choices)),
    zoom: (sender, step) => success(zoomBy(sender, step)),
    openLink: (_sender, key) => openLink(key, (address) => shell.openExternal(address)),
    openTool: (_sender, tool) =>
      openTool(tool, {
        platform: process.platform,
        systemRoot: process.env['SystemRoot'],
        openPage: (address) => shell.openExternal(address),
        openFile: (path) => shell.openPath(path),
      }),
    copyText: async (_sender, text) => {
      await clipboard.writeText(text)
      return success(null)
    },
    listProcesses: async () => {
      const answer = await processes.list()
      return answer.ok ? success(packListing(answer.value)) : answer
    },
    examineProcess: async (_sender, pid) => success(await processes.examine(pid)),
    learnProcesses: async (_sender, revision) => success(await facts.since(revision)),
    hashFile: async (_sender, pid) => {
      const path = pathOf(pid)
      return path === undefined
        ? failure({ code: 'process-ended', detail: `no path is known for process ${pid}` })
        : processes.hash(path)
    },
    checkOnline: async (_sender, pid) => {
      const path = pathOf(pid)
      return success(
        path === undefined ? failed('process-ended') : await processes.checkOnline(path),
      )
    },
    cancelHash: () => {
      processes.cancelHash()
      return success(null)
    },
    readPcFacts: async () => success(await pcFacts.read()),
    askWhatIs: async (_sender, text) => success(await askWhatIs(text)),
    readList: async (_sender, text) => success(await readList(text)),
    saveReport: async (sender, isRedacted) => {
      // All the words of five languages: not before somebody wants them.
      const [{ saveReport }, shown, words] = await Promise.all([
        import('../report/save-report.ts'),
        whatIsShownNow(),
        wordsNow(),
      ])
      return saveReport({ ...shown, isRedacted }, words, (options) => chooseFile(sender, options))
    },
    previewReport: async (_sender, isRedacted) => {
      const [{ previewOf }, shown, words] = await Promise.all([
        import('../report/what-is-shown.ts'),
        whatIsShownNow(),
        wordsNow(),
      ])
      return previewOf({ ...shown, isRedacted }, words)
    },
    copySummary: async (_sender, isRedacted) => {
      const [{ summaryOf }, shown, words] = await Promise.all([
        import('../report/what-is-shown.ts'),
        whatIsShownNow(),
        wordsNow(),
      ])
      const summary = summaryOf({ ...shown, isRedacted }, words)
      if (summary === undefined) return failure({ code: 'nothing-to-save', detail: '' })
      await clipboard.writeText(summary)
      return success(null)
    },
    chooseFiles: async (sender) => {
      const { t } = await wordsNow()
      const paths = await choosePaths(sender, 'files', t('reports.open.title'))
      giveFiles(paths)
      return success(paths.length > 0)
    },
    openFiles: async (sender) =>
      openFiles(takeGivenFiles(), { reports, fleet, lists: { readList } }, language, (progress) => {
        tell(sender, 'fleetProgress', progress)
      }),
    reopenReport: async (_sender, id) => {
      const file = reports.fileOf(id)
      return file === undefined
        ? success(null)
        : openFiles([file], { reports, fleet, lists: { readList } }, language, () => {})
    },
    cancelOpening: () => {
      reports.cancel()
      fleet.cancel()
      return success(null)
    },
    recentReports: async () => success(await reports.recent()),
    forgetReports: async () => kept(await reports.forget()),
    compareReports: async (_sender, beforeId, afterId) => {
      const [{ textsIn }, spoken] = await Promise.all([
        import('../../shared/text/texts.ts'),
        language(),
      ])
      const words = { language: spoken, texts: textsIn(spoken) }
      const compared = await reports.compare(beforeId, afterId, await whatIsShownNow(), words)
      return compared ?? success([])
    },
    noteDropped: (_sender, paths) => {
      giveFiles(paths)
      return success(null)
    },
    startRecording: async (sender) =>
      success(
        await recordings.run((soFar) => {
          tell(sender, 'recordingProgress', soFar)
        }),
      ),
    stopRecording: () => {
      recordings.cancel()
      return success(null)
    },
    openFleet: async (sender, what) => {
      const paths = await choosePaths(sender, what)
      if (paths.length === 0) return success(null)
      return success(
        await fleet.read(paths, (progress) => {
          tell(sender, 'fleetProgress', progress)
        }),
      )
    },
    cancelFleet: () => {
      fleet.cancel()
      return success(null)
    },
    pageOfFleet: async (_sender, query) => success(await fleet.page(query)),
    openFleetPc: async (_sender, index) => success(await fleet.open(index)),
    saveFleet: async (sender, query) => {
      const file = await chooseFile(sender, {
        defaultPath: 'PCs.csv',
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (file === null) return success(null)
      const [{ textsIn }, chosen] = await Promise.all([
        import('../../shared/text/texts.ts'),
        language(),
      ])
      const written = await fleet.save(query, file, chosen, textsIn(chosen))
      return written.ok ? success(file) : failure({ code: 'cannot-write', detail: written.failure })
    },
    showFile: (_sender, pid) => showFile(pid),
    lookAtConnections: () => connections.look(),
    checkConnections: (sender, ids) =>
      connections.check(ids, (progress) => {
        tell(sender, 'connectionsProgress', progress)
      }),
    cancelConnections: () => {
      connections.cancel()
      return success(null)
    },
    describeConnections: () => connections.describe(),
    findErrors: (_sender, text) => connections.findErrors(text),
  }
}
