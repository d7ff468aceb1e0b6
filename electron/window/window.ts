/** The window, and how it is shut off from the system. */
import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron'
import { startPage } from './app-address.ts'
import { followAccent } from './accent.ts'
import { fitPlace, readWindowPlace, writeWindowPlace } from './window-place.ts'

const least = { width: 320, height: 400 }

/** As high as the page draws its title bar. */
const titleBarHeight = 48

/** Windows draws its three buttons over the page's own title bar, in the page's colours. */
function titleBarOverlay(isDark: boolean) {
  return {
    color: isDark ? darkPane : lightPane,
    symbolColor: isDark ? '#ffffff' : '#1b1b1b',
    height: titleBarHeight,
  }
}

/** The same as colorNeutralBackground3 of the page's themes. */
const lightPane = '#f0f2f5'
const darkPane = '#1e2024'

/** A pure value, so that a test can read every switch. */
export function windowOptions(
  preload: string,
  isDark: boolean,
  platform: NodeJS.Platform = process.platform,
): BrowserWindowConstructorOptions {
  return {
    // Elsewhere the system's own title bar stays: without it nobody could close the window.
    ...(platform === 'win32' && {
      titleBarStyle: 'hidden',
      titleBarOverlay: titleBarOverlay(isDark),
    }),
    width: 1240,
    height: 820,
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: 'Process Inspector for iTunes',
    // The same as the page's own background, so that nothing flashes before the first paint.
    backgroundColor: isDark ? darkPane : lightPane,
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
  const remembered = readWindowPlace(placeFile)
  const place = fitPlace(remembered, workAreas, least)
  const options = windowOptions(preload, nativeTheme.shouldUseDarkColors)
  const zoomFactor = (remembered?.zoom ?? 100) / 100
  const window = new BrowserWindow({
    ...options,
    webPreferences: { ...options.webPreferences, zoomFactor },
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
      zoom: Math.round(window.webContents.getZoomFactor() * 100),
    })
  })
  if (process.platform === 'win32') {
    const follow = () => {
      window.setTitleBarOverlay(titleBarOverlay(nativeTheme.shouldUseDarkColors))
    }
    nativeTheme.on('updated', follow)
    window.on('closed', () => {
      nativeTheme.off('updated', follow)
    })
  }
  followAccent(window.webContents)
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
