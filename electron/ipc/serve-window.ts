/** What the main process does for its window. Looks at this PC, remembers settings, answers the channels. */
import { join } from 'node:path'
import { app } from 'electron'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { WhatIsAnswer } from '../../shared/model/what-is.ts'
import { openConnectionDesk } from '../tasks/connection-desk.ts'
import { makeHandlers } from './handlers.ts'
import { inspect } from '../inspection/inspect.ts'
import { liveSources } from '../sources/live-sources.ts'
import { openInspectionDesk } from '../tasks/inspection-desk.ts'
import type { Handlers } from './wiring.ts'
import { canKeepIn } from '../settings/settings-folder.ts'
import { systemProxyFor } from '../window/system-proxy.ts'
import { preferredLanguage } from '../settings/preferred-language.ts'
import { openProcessDesk } from '../tasks/process-desk.ts'
import { openRecorderDesk } from '../tasks/recorder-desk.ts'

/** Called when the window's own process is busy with its script, and this one has time for the first look. */
export function serveWindow({ settingsFolder }: { readonly settingsFolder: string }): Handlers {
  const systemTags = app.getPreferredSystemLanguages()
  const sources = liveSources(systemTags[0] ?? 'en')
  const desk = openInspectionDesk(({ signal, onProgress }) =>
    inspect(sources, { catalogue: readCatalogue(), signal, onProgress }),
  )
  const processes = openProcessDesk(sources, readCatalogue())
  desk.startEarly()
  const connections = openConnectionDesk(sources, desk, { proxyFor: systemProxyFor })
  const recorder = openRecorderDesk(sources, readCatalogue())
  app.on('window-all-closed', () => {
    desk.cancel()
    connections.cancel()
    processes.cancel()
    recorder.cancel()
  })

  const settingsFile = join(settingsFolder, 'settings.json')
  // What checks foreign data is loaded when there is time for it: it is the dearest part to load.
  const checked = import('../settings/settings.ts')
  const settings = checked.then(({ keepSettings }) => keepSettings(settingsFile))
  const language = async () => (await settings).current().language ?? preferredLanguage(systemTags)
  let whatIsDesk: Promise<(text: string) => Promise<WhatIsAnswer>> | undefined
  // It brings the words of all languages.
  const whatIs = () =>
    (whatIsDesk ??= import('../tasks/what-is-desk.ts').then(({ openWhatIsDesk }) =>
      openWhatIsDesk({ list: sources.list, language }),
    ))
  return makeHandlers({
    desk,
    settingsWereDamaged: async () => (await settings).wasDamaged,
    canKeepSettings: () => canKeepIn(settingsFolder),
    connections,
    processes,
    recorder,
    language,
    askWhatIs: async (text) => (await whatIs())(text),
    chooseLanguage: async (chosen) => (await settings).change({ language: chosen }),
    listOptions: async () => (await settings).current().list ?? null,
    rememberList: async (list) => (await settings).change({ list }),
  })
}
