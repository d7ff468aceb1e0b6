/** Which function answers which channel? */
import {
  BrowserWindow,
  clipboard,
  dialog,
  shell,
  type SaveDialogOptions,
  type WebContents,
} from 'electron'
import { readCatalogue } from '../shared/catalogue/catalogue.ts'
import { packListing } from '../shared/ipc/pack-listing.ts'
import { success } from '../shared/ipc/result.ts'
import type { AppDescription } from '../shared/ipc/channels.ts'
import type { WhatIsAnswer } from '../shared/model/what-is.ts'
import type { Language } from '../shared/text/languages.ts'
import { appIdentity } from './app-identity.ts'
import type { ConnectionDesk } from './connection-desk.ts'
import { tell, type Handlers } from './ipc.ts'
import { openLink } from './links.ts'
import type { InspectionDesk } from './inspection-desk.ts'
import type { ProcessDesk } from './process-desk.ts'
import { createShowFile, imagePathIn } from './show-file.ts'

export interface HandlerSurroundings {
  readonly desk: InspectionDesk
  readonly settingsWereDamaged: () => Promise<boolean>
  readonly connections: ConnectionDesk
  readonly processes: ProcessDesk
  readonly language: () => Promise<Language>
  readonly chooseLanguage: (language: Language) => Promise<void>
  readonly askWhatIs: (text: string) => Promise<WhatIsAnswer>
}

/** What is worth a word when the window opens. */
async function noticesAtStart(
  settingsWereDamaged: () => Promise<boolean>,
): Promise<AppDescription['notices']> {
  return [
    ...((await settingsWereDamaged()) ? (['settings-damaged'] as const) : []),
    // Chromium's own protection does not always work from a network share.
    ...(process.execPath.startsWith('\\\\') ? (['network-share'] as const) : []),
  ]
}

async function chooseFile(sender: WebContents, options: SaveDialogOptions): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender)
  const { canceled, filePath } =
    window === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options)
  return canceled || filePath === '' ? null : filePath
}

export function makeHandlers({
  desk,
  settingsWereDamaged,
  connections,
  processes,
  language,
  chooseLanguage,
  askWhatIs,
}: HandlerSurroundings): Handlers {
  const showFile = createShowFile({
    pathOf: (pid) => imagePathIn(desk.latest(), pid),
    showItemInFolder: (path) => {
      shell.showItemInFolder(path)
    },
  })
  return {
    'app:describe': async () =>
      success({
        ...appIdentity,
        electronVersion: process.versions.electron,
        platform: process.platform,
        language: await language(),
        notices: await noticesAtStart(settingsWereDamaged),
        catalogue: readCatalogue(),
      }),
    'inspection:run': (sender) =>
      desk.run((progress) => {
        tell(sender, 'inspection:progress', progress)
      }),
    'inspection:cancel': () => {
      desk.cancel()
      return success(null)
    },
    'language:choose': async (_sender, chosen) => {
      await chooseLanguage(chosen)
      return success(null)
    },
    'link:open': (_sender, key) => openLink(key, (address) => shell.openExternal(address)),
    'text:copy': async (_sender, text) => {
      await clipboard.writeText(text)
      return success(null)
    },
    'processes:list': async () => {
      const answer = await processes.list()
      return answer.ok ? success(packListing(answer.value)) : answer
    },
    'process:examine': async (_sender, pid) => success(await processes.examine(pid)),
    'what-is:ask': async (_sender, text) => success(await askWhatIs(text)),
    'report:save': async (sender) => {
      // All the words of five languages: not before somebody wants them.
      const [{ saveReport }, { wordsIn }] = await Promise.all([
        import('./save-report.ts'),
        import('../shared/text/texts.ts'),
      ])
      return saveReport(desk.latest(), wordsIn(await language()), {
        choose: (options) => chooseFile(sender, options),
      })
    },
    'file:show': (_sender, pid) => showFile(pid),
    'connections:look': () => connections.look(),
    'connections:check': (sender, ids) =>
      connections.check(ids, (progress) => {
        tell(sender, 'connections:progress', progress)
      }),
    'connections:cancel': () => {
      connections.cancel()
      return success(null)
    },
    'connections:describe': () => connections.describe(),
    'errors:find': (_sender, text) => connections.findErrors(text),
  }
}
