// What does the real program do when the process that draws its window ends, or hangs? A driver inside the program's own
// main process: a test tool that drives the page from outside holds on to the page that has gone.
const { writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { app, BrowserWindow, dialog } = require('electron')

const how = process.env.INSPECTOR_HOW
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const answer = { isDrawnAgain: [], askedAfter: [], dialogs: [], trouble: [] }
process.on('uncaughtExceptionMonitor', (error) => answer.trouble.push(String(error)))
process.on('unhandledRejection', (reason) => answer.trouble.push(String(reason)))
const keep = () => writeFileSync(process.env.INSPECTOR_ANSWER, JSON.stringify(answer))

// Answers the system's dialog as somebody would.
dialog.showMessageBox = async (_window, options) => {
  answer.dialogs.push(options)
  return { response: how === 'close' ? 1 : 0, checkboxChecked: false }
}

async function isDrawn({ webContents }) {
  for (let tries = 0; tries < 60; tries += 1) {
    await wait(250)
    if (webContents.isDestroyed() || webContents.isCrashed() || webContents.isLoading()) continue
    const text = await webContents.executeJavaScript('document.body.innerText')
    if (text.includes('Fix a problem')) return true
  }
  return false
}

async function end({ webContents }) {
  const gone = new Promise((resolve) => webContents.once('render-process-gone', resolve))
  if (how === 'hang') {
    webContents.executeJavaScript('setTimeout(() => { for (;;); })').catch(() => {})
    await wait(500)
    // Electron finds out by itself when somebody types or clicks, half a minute later.
    BrowserWindow.fromWebContents(webContents).emit('unresponsive')
  } else {
    webContents.forcefullyCrashRenderer()
  }
  await gone
  await wait(1000)
  if (webContents.isDestroyed()) return
  answer.askedAfter.push(answer.dialogs.length)
  keep()
}

app.on('browser-window-created', (_event, window) => {
  window.once('show', async () => {
    await isDrawn(window)
    await end(window)
    answer.isDrawnAgain.push(await isDrawn(window))
    keep()
    if (how === 'close') {
      app.once('will-quit', () => {
        answer.askedAfter.push(answer.dialogs.length)
        keep()
      })
    }
    if (how !== 'hang') {
      await end(window)
      answer.isDrawnAgain.push(await isDrawn(window))
    }
    keep()
    app.exit(how === 'close' ? 9 : 0)
  })
})
require(join(__dirname, '../../../out/main/main.cjs'))
