/** What the main process does for its window. Looks at this PC, remembers settings, answers the channels. */
import { join } from 'node:path'
import { app, type WebContents } from 'electron'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { openConnectionTasks } from '../tasks/connections.ts'
import { makeHandlers } from './handlers.ts'
import { inspect } from '../inspection/inspect.ts'
import { liveSources } from '../sources/live-sources.ts'
import { openInspectionTasks } from '../tasks/inspections.ts'
import type { Handlers } from './wiring.ts'
import { canKeepIn } from '../settings/settings-folder.ts'
import { offerFieldMenu } from '../window/offer-field-menu.ts'
import { systemProxyFor } from '../window/system-proxy.ts'
import { preferredLanguage } from '../settings/preferred-language.ts'
import { openPcFactsTasks } from '../tasks/pc-facts.ts'
import { openProcessFacts } from '../tasks/process-facts.ts'
import { openProcessTasks } from '../tasks/processes.ts'
import { openFleetTasks } from '../tasks/fleet.ts'
import { openRecordingTasks } from '../tasks/recordings.ts'
import { openReportTasks } from '../tasks/reports.ts'
import type { WhatIsTasks } from '../tasks/what-is.ts'

/** Called when the window's own process is busy with its script, and this one has time for the first look. */
export function serveWindow({
  settingsFolder,
  contents,
}: {
  readonly settingsFolder: string
  readonly contents: WebContents
}): Handlers {
  const systemTags = app.getPreferredSystemLanguages()
  const sources = liveSources(systemTags[0] ?? 'en')
  const inspections = openInspectionTasks(({ signal, onProgress }) =>
    inspect(sources, { catalogue: readCatalogue(), signal, onProgress }),
  )
  const processes = openProcessTasks(sources, readCatalogue())
  const facts = openProcessFacts(sources, processes.latest)
  const pcFacts = openPcFactsTasks(sources)
  inspections.startEarly()
  const connections = openConnectionTasks(sources, inspections, { proxyFor: systemProxyFor })
  const recordings = openRecordingTasks(sources, readCatalogue())
  const fleet = openFleetTasks(join(__dirname, 'fleet-worker.cjs'))
  const reports = openReportTasks(join(__dirname, 'report-worker.cjs'), {
    read: async () => (await settings).current().recentReports ?? [],
    write: async (recent) => (await settings).change({ recentReports: [...recent] }),
  })
  app.on('window-all-closed', () => {
    inspections.cancel()
    connections.cancel()
    processes.cancel()
    facts.cancel()
    pcFacts.cancel()
    recordings.cancel()
    fleet.cancel()
    reports.cancel()
  })

  const settingsFile = join(settingsFolder, 'settings.json')
  // What checks foreign data is loaded when there is time for it: nothing else takes as long to load.
  const checked = import('../settings/settings.ts')
  const settings = checked.then(({ keepSettings }) => keepSettings(settingsFile))
  const language = async () => (await settings).current().language ?? preferredLanguage(systemTags)
  offerFieldMenu(contents, language)
  let opened: Promise<WhatIsTasks> | undefined
  // It brings the words of all languages.
  const whatIs = () =>
    (opened ??= import('../tasks/what-is.ts').then(({ openWhatIs }) =>
      openWhatIs({ list: sources.list, language }),
    ))
  return makeHandlers({
    inspections,
    settingsWereDamaged: async () => (await settings).wasDamaged,
    canKeepSettings: () => canKeepIn(settingsFolder),
    connections,
    processes,
    facts,
    pcFacts,
    recordings,
    fleet,
    reports,
    language,
    askWhatIs: async (text) => (await whatIs()).ask(text),
    readList: async (text) => (await whatIs()).readList(text),
    chooseLanguage: async (chosen) => (await settings).change({ language: chosen }),
    listOptions: async () => (await settings).current().list ?? null,
    rememberList: async (list) => (await settings).change({ list }),
    windowChoices: async () => (await settings).current().window ?? null,
    rememberWindow: async (choices) => {
      const kept = await settings
      return kept.change({ window: { ...kept.current().window, ...choices } })
    },
  })
}
