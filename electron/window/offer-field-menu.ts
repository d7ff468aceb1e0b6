/** Shows the menu of a text field in the language of the window. */
import { Menu, type WebContents } from 'electron'
import { logError } from '../log.ts'
import type { Language } from '../../shared/text/languages.ts'
import { fieldMenu, hasFieldMenu } from './field-menu.ts'

/** @param language asked each time: it may have been changed since. */
export function offerFieldMenu(contents: WebContents, language: () => Promise<Language>): void {
  contents.on('context-menu', (_event, asked) => {
    if (!hasFieldMenu(asked)) return
    const show = async () => {
      // Loaded with the first menu: the words of all languages take long.
      const [{ wordsIn }, chosen] = await Promise.all([
        import('../../shared/text/texts.ts'),
        language(),
      ])
      if (!contents.isDestroyed()) {
        Menu.buildFromTemplate([...fieldMenu(wordsIn(chosen), asked)]).popup()
      }
    }
    show().catch((error: unknown) => {
      logError('field-menu', error)
    })
  })
}
