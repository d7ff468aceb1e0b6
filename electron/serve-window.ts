/** What does the main process do for its window? Looks at this PC, remembers settings, answers the channels. */
import { join } from 'node:path'
import { app } from 'electron'
import { readCatalogue } from '../shared/catalogue/catalogue.ts'
import { languageFromTag, type Language } from '../shared/text/languages.ts'
import { openConnectionDesk } from './connection-desk.ts'
import { makeHandlers } from './handlers.ts'
import { inspect } from './inspection/inspect.ts'
import { liveSources } from './inspection/live-sources.ts'
import { openInspectionDesk } from './inspection-desk.ts'
import { wireHandlers } from './ipc.ts'
import { systemProxyFor } from './system-proxy.ts'
import { openWhatIsDesk } from './what-is-desk.ts'
import { openProcessDesk } from './process-desk.ts'

/** @param scriptServed the moment at which the window's own process gets busy, and this one has time for the first look. */
export function serveWindow({
  scriptServed,
  settingsFolder,
}: {
  readonly scriptServed: Promise<void>
  readonly settingsFolder: string
}): void {
  const systemTags = app.getPreferredSystemLanguages()
  const sources = liveSources(systemTags[0] ?? 'en')
  const desk = openInspectionDesk(({ signal, onProgress }) =>
    inspect(sources, { catalogue: readCatalogue(), signal, onProgress }),
  )
  const processes = openProcessDesk(sources, readCatalogue())
  void scriptServed.then(() => {
    desk.startEarly()
  })
  const connections = openConnectionDesk(sources, { proxyFor: systemProxyFor })
  app.on('window-all-closed', () => {
    desk.cancel()
    connections.cancel()
    processes.cancel()
  })

  const settingsFile = join(settingsFolder, 'settings.json')
  // What checks foreign data is loaded when there is time for it: it is the dearest part to load.
  const checked = scriptServed.then(() => import('./settings.ts'))
  const read = checked.then(({ readSettings }) => readSettings(settingsFile))
  let settings = read.then((answer) => answer.settings)
  const language = async () => (await settings).language ?? firstSpoken(systemTags)
  wireHandlers(
    makeHandlers({
      desk,
      settingsWereDamaged: async () => (await read).wasDamaged,
      connections,
      processes,
      language,
      askWhatIs: openWhatIsDesk({ list: sources.list, language }),
      chooseLanguage: async (chosen) => {
        const changed = { ...(await settings), language: chosen }
        settings = Promise.resolve(changed)
        const { writeSettings } = await checked
        await writeSettings(settingsFile, changed)
      },
    }),
  )
}

/** The first of the user's languages that we speak, else English. */
function firstSpoken(tags: readonly string[]): Language {
  return tags.map(languageFromTag).find((language) => language !== undefined) ?? 'en'
}
