// How soon does a window show its data, and what does it cost to keep it open? Runs the real program or, with
// INSPECTOR_WINDOW=empty, nothing but an empty window, and measures both in the same way.
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

const isEmpty = process.env.INSPECTOR_WINDOW === 'empty'
const startedAt = Number(process.env.INSPECTOR_STARTED_AT)
const idleMs = Number(process.env.INSPECTOR_IDLE_MS)
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Runs in the page: resolves with the wall-clock time at which the first known row has been painted. */
const whenPainted = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('[data-process-id][aria-label*="running"]') === null) return false
    requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
    return true
  }
  if (!look()) {
    const observer = new MutationObserver(() => { if (look()) observer.disconnect() })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  }
})`

/** Processor time of this program, its children and what it has waited for, in milliseconds. Linux only: elsewhere 0. */
function processorMs() {
  if (process.platform !== 'linux') return 0
  const ticksMs = 10
  const times = (pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ')
    // utime, stime, and those of ended children (cutime, cstime): fields 14 to 17 of proc(5).
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * ticksMs
  }
  return app.getAppMetrics().reduce((sum, { pid }) => sum + times(pid), 0)
}

/** Share of one core, in percent. */
async function loadDuring(milliseconds) {
  const before = processorMs()
  await wait(milliseconds)
  return ((processorMs() - before) / milliseconds) * 100
}

async function measure(window) {
  const paintedAt = await window.webContents.executeJavaScript(whenPainted)
  const answer = { paintMs: paintedAt - startedAt }
  await wait(2000)
  answer.memoryMb =
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024
  const pages = app.getAppMetrics().filter(({ type }) => type === 'Tab')
  answer.rendererMb = pages.reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024
  if (idleMs > 0) {
    answer.visibleLoad = await loadDuring(idleMs)
    window.hide()
    // Tidying up after the hiding is no idle load.
    await wait(5000)
    answer.hiddenLoad = await loadDuring(idleMs)
  }
  writeFileSync(process.env.INSPECTOR_ANSWER, JSON.stringify(answer))
  app.exit(0)
}

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', () => measure(window))
})

if (isEmpty) {
  app.whenReady().then(() => {
    const window = new BrowserWindow({ width: 1240, height: 820, show: false })
    window.once('ready-to-show', () => window.show())
    window.loadFile(join(__dirname, 'empty.html'))
  })
} else {
  require(join(__dirname, '../../../out/main/main.cjs'))
}
