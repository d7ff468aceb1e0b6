/** What happens when the program starts? `--report` leads to the command line, everything else to the window. */
import { join } from 'node:path'
import { app, Menu, session, type BrowserWindow } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { denyNetwork, denyPermissions, lockDownEveryPage } from './lockdown.ts'
import { logError } from './log.ts'
import { settingsFolder } from './settings-folder.ts'
import { writeTo } from './streams.ts'
import { openWindow } from './window.ts'

const reportFlag = process.argv.indexOf('--report')
if (reportFlag === -1) startWindow()
else void startReport(process.argv.slice(reportFlag + 1))

async function startReport(argv: readonly string[]): Promise<void> {
  try {
    const [{ runCommandLine }, { systemProxyFor }] = await Promise.all([
      import('./cli.ts'),
      import('./system-proxy.ts'),
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
      isWatched: process.stderr.isTTY,
      check: { proxyFor: systemProxyFor },
    })
    app.exit(exitCode)
  } catch (error) {
    logError('report', error)
    app.exit(3)
  }
}

function startWindow(): void {
  if (!app.requestSingleInstanceLock()) {
    // The first one comes to the front; this one would only show the same.
    app.quit()
    return
  }
  // The same as electron-builder.yml's appId, so that the taskbar knows the program.
  app.setAppUserModelId('ProcessInspectorForITunes')
  const serving = import('./serve-window.ts')
  registerAppScheme()
  lockDownEveryPage(app)
  Menu.setApplicationMenu(null)
  let window: BrowserWindow | undefined
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
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
        profileFolder: app.getPath('userData'),
      })
      window = openWindow(join(__dirname, '../preload/preload.cjs'), join(folder, 'window.json'))
      const { serveWindow } = await serving
      serveWindow({ scriptServed, settingsFolder: folder })
    })
    .catch((error: unknown) => {
      logError('start', error)
      app.exit(1)
    })
}
