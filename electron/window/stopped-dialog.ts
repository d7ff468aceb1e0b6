/** The dialog that says that the window has stopped. By a dialog of the system: no page is there to draw anything. */
import { app, dialog, type BrowserWindow } from 'electron'
import { preferredLanguage } from '../settings/preferred-language.ts'

export async function askAboutStoppedWindow(window: BrowserWindow): Promise<'again' | 'close'> {
  // Loaded only now: hardly anybody ever needs it.
  const { wordsIn } = await import('../../shared/text/texts.ts')
  const { t } = wordsIn(preferredLanguage(app.getPreferredSystemLanguages()))
  // It may have ended before its first picture.
  if (!window.isVisible()) window.show()
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: t('app.name'),
    message: t('window.stopped.title'),
    detail: t('window.stopped.body'),
    buttons: [t('window.stopped.again'), t('window.stopped.close')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0 ? 'again' : 'close'
}
