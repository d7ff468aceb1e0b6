/** Which function answers which channel? */
import { clipboard, shell } from 'electron'
import { readCatalogue } from '../shared/catalogue/catalogue.ts'
import { success } from '../shared/ipc/result.ts'
import type { Language } from '../shared/text/languages.ts'
import { appIdentity } from './app-identity.ts'
import { tell, type Handlers } from './ipc.ts'
import { openLink } from './links.ts'
import type { InspectionDesk } from './inspection-desk.ts'

export interface HandlerSurroundings {
  readonly desk: InspectionDesk
  readonly language: () => Promise<Language>
  readonly chooseLanguage: (language: Language) => Promise<void>
}

export function makeHandlers({ desk, language, chooseLanguage }: HandlerSurroundings): Handlers {
  return {
    'app:describe': async () =>
      success({
        ...appIdentity,
        electronVersion: process.versions.electron,
        platform: process.platform,
        language: await language(),
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
  }
}
