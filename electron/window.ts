/** Which window does the program open, and how is it shut off from the system? */
import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'
import { startPage } from './app-address.ts'

/** A pure value, so that a test can read every switch. */
export function windowOptions(preload: string, isDark: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1240,
    height: 820,
    minWidth: 320,
    minHeight: 400,
    show: false,
    title: 'Process Inspector for iTunes',
    // The same as the page's own background, so that nothing flashes before the first paint.
    backgroundColor: isDark ? '#1f1f1f' : '#f5f5f5',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Names in a process list are no prose, and the dictionary would be fetched from the network.
      spellcheck: false,
    },
  }
}

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, nativeTheme.shouldUseDarkColors))
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadURL(startPage)
  return window
}
