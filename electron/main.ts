/** The start of the program. `--report` leads to the command line, everything else to the window. */
import { join } from 'node:path'
import { app, dialog, Menu, session, type BrowserWindow } from 'electron'
import type { Words } from '../shared/text/texts.ts'
import { watchDrawing } from './window/drawing-failure.ts'
import { registerAppScheme, serveApp } from './window/app-protocol.ts'
import { filesIn, giveFiles } from './ipc/given-files.ts'
import { tell, wireHandlers } from './ipc/wiring.ts'
import { denyNetwork, denyPermissions, lockDownEveryPage } from './window/lockdown.ts'
import { logError } from './log.ts'
import { recoverWindow } from './window/recover.ts'
import { browserFolder, canKeepIn, settingsFolder } from './settings/settings-folder.ts'
import { readAll, writeTo } from './cli/streams.ts'
import { bringToFront, openWindow } from './window/window.ts'

const reportFlag = process.argv.indexOf('--report')
// What the portable program hands over in the place of arguments that it cannot hold: nobody who gives so many wants a
// window. See `tooLong` in cli/arguments.ts.
const hasLostArguments = process.argv.at(-1) === 'too_long' && isPortable()
if (hasLostArguments) void startReport(['too_long'])
else if (reportFlag === -1) startWindow()
else void startReport(process.argv.slice(reportFlag + 1))

function isPortable(): boolean {
  return process.env['PORTABLE_EXECUTABLE_FILE'] !== undefined
}

async function startReport(argv: readonly string[]): Promise<void> {
  try {
    const [{ runCommandLine }, { systemProxyFor }] = await Promise.all([
      import('./cli/run.ts'),
      import('./window/system-proxy.ts'),
    ])
    // The portable program starts in the folder that it unpacks itself to, and deletes that afterwards: files are meant
    // beside the program that the user started.
    const outer = process.env['PORTABLE_EXECUTABLE_DIR']
    if (outer !== undefined) process.chdir(outer)
    const exitCode = await runCommandLine(argv, {
      // The portable program unpacks itself: the file that the user knows is the outer one.
      program: `"${process.env['PORTABLE_EXECUTABLE_FILE'] ?? process.execPath}" --report`,
      systemLanguage: app.getPreferredSystemLanguages()[0] ?? 'en',
      stdout: (text) => writeTo(process.stdout, text),
      stderr: (line) => writeTo(process.stderr, `${line}\n`),
      stdin: () => readAll(process.stdin, 64 * 1024 * 1024),
      isWatched: process.stderr.isTTY,
      check: { proxyFor: systemProxyFor },
    })
    app.exit(exitCode)
  } catch (error) {
    logError('report', error)
    app.exit(3)
  }
}

/** Electron makes the folder when it is asked for it, and throws where it cannot. */
function findProfileFolder(): string {
  try {
    return app.getPath('userData')
  } catch {
    return join(app.getPath('appData'), app.getName())
  }
}

/** Loaded only when a dialog of the system needs them. */
async function loadWords(): Promise<Words> {
  const [{ wordsIn }, { preferredLanguage }] = await Promise.all([
    import('../shared/text/texts.ts'),
    import('./settings/preferred-language.ts'),
  ])
  return wordsIn(preferredLanguage(app.getPreferredSystemLanguages()))
}

/** The first minute belongs to whoever looks at the window. */
const sweepAfterMs = 60_000

function sweep(): void {
  import('./window/left-behind.ts')
    .then(({ sweepLeftBehind }) =>
      sweepLeftBehind({ tempFolder: app.getPath('temp'), programFile: process.execPath }),
    )
    .catch((error: unknown) => {
      logError('sweep', error)
    })
}

/** The folder that the user started the program in: the portable one moves to where it unpacks itself. */
function startFolder(): string {
  return process.env['PORTABLE_EXECUTABLE_DIR'] ?? process.cwd()
}

/** @param more what the second one handed over; any program may pretend to be it. */
function filesOfSecond(more: unknown): readonly string[] {
  const given: unknown = typeof more === 'object' && more !== null && 'given' in more && more.given
  return Array.isArray(given) ? given.filter((one) => typeof one === 'string').slice(0, 1_000) : []
}

function startWindow(): void {
  const profileFolder = findProfileFolder()
  const browserFiles = browserFolder({ profileFolder, tempFolder: app.getPath('temp') })
  if (browserFiles !== profileFolder) app.setPath('userData', browserFiles)
  // Without any place to write to nobody can tell whether the program runs already: it runs, twice if need be.
  // Electron that is not packed is given the program's folder first.
  const given = filesIn(process.argv.slice(1), startFolder()).slice(app.isPackaged ? 0 : 1)
  if (canKeepIn(browserFiles) && !app.requestSingleInstanceLock({ given })) {
    // The first one comes to the front; this one would only show the same.
    app.exit(0)
    return
  }
  // The same as electron-builder.yml's appId, so that the taskbar knows the program.
  app.setAppUserModelId('ProcessInspectorForITunes')
  registerAppScheme()
  let window: BrowserWindow | undefined
  let words: Words | undefined
  watchDrawing({
    onEnd: (listener) => {
      app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
        listener(type, reason, exitCode)
      })
    },
    isWindowShown: () => window?.isVisible() === true,
    prepare: () => {
      loadWords().then(
        (loaded) => (words = loaded),
        (error: unknown) => {
          logError('texts', error)
        },
      )
    },
    say: (isShown) => {
      const title = words?.t('window.cannotDraw.title') ?? 'The window cannot be drawn'
      const body = words?.t(`window.cannotDraw.${isShown ? 'anyLonger' : 'body'}`)
      dialog.showErrorBox(title, body ?? 'Use the .zip version.')
    },
    exit: () => {
      app.exit(1)
    },
    log: logError,
  })
  lockDownEveryPage(app)
  Menu.setApplicationMenu(null)
  giveFiles(given)
  app.on('second-instance', (_event, _argv, _folder, more) => {
    bringToFront(window)
    const files = filesOfSecond(more)
    if (files.length === 0 || window === undefined) return
    giveFiles(files)
    tell(window.webContents, 'filesGiven', null)
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  app
    .whenReady()
    .then(async () => {
      denyPermissions(session.defaultSession)
      denyNetwork(session.defaultSession)
      const scriptServed = serveApp(session.defaultSession, join(__dirname, '../renderer'))
      const folder = settingsFolder({
        portableFolder: process.env['PORTABLE_EXECUTABLE_DIR'],
        profileFolder,
      })
      const opened = openWindow(
        join(__dirname, '../preload/preload.cjs'),
        join(folder, 'window.json'),
      )
      window = opened
      recoverWindow(opened, {
        ask: async () => {
          const { askAboutStoppedWindow } = await import('./window/stopped-dialog.ts')
          return askAboutStoppedWindow(opened)
        },
        close: () => {
          app.quit()
        },
        log: logError,
      })
      // What answers the window is loaded while the page's own process starts and reads its script.
      const serving = scriptServed.then(() => import('./ipc/serve-window.ts'))
      wireHandlers(
        serving.then(({ serveWindow }) =>
          serveWindow({ settingsFolder: folder, contents: opened.webContents }),
        ),
      )
      await serving
      if (isPortable()) setTimeout(sweep, sweepAfterMs)
    })
    .catch((error: unknown) => {
      logError('start', error)
      app.exit(1)
    })
}
