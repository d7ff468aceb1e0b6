/** The window, and how it is shut off from the system. */
import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron'
import { startPage } from './app-address.ts'
import { fitPlace, readWindowPlace, writeWindowPlace } from './window-place.ts'

const least = { width: 320, height: 400 }

/** A pure value, so that a test can read every switch. */
export function windowOptions(preload: string, isDark: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1240,
    height: 820,
    minWidth: least.width,
    minHeight: least.height,
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

/** @param placeFile where the window's size and place are remembered. */
export function openWindow(preload: string, placeFile: string): BrowserWindow {
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    ({ workArea }) => workArea,
  )
  const place = fitPlace(readWindowPlace(placeFile), workAreas, least)
  const window = new BrowserWindow({
    ...windowOptions(preload, nativeTheme.shouldUseDarkColors),
    ...(place !== null && { x: place.x, y: place.y, width: place.width, height: place.height }),
  })
  window.once('ready-to-show', () => {
    if (place?.isMaximized === true) window.maximize()
    window.show()
  })
  window.on('close', () => {
    writeWindowPlace(placeFile, {
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    })
  })
  void window.loadURL(startPage)
  return window
}

/** For a second start of the program: the window that is there already is what its user wants to see. */
export function bringToFront(window: BrowserWindow | undefined): void {
  if (window === undefined || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
