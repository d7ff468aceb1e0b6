// How soon does a window show its data, and what does it cost to keep it open? Runs the real program or, with
// INSPECTOR_WINDOW=empty, nothing but an empty window, and measures both in the same way. INSPECTOR_REFRESHES looks at
// the PC so often, three times; INSPECTOR_KEPT_LIST names a file of what `ps` said once; INSPECTOR_CHECK=1 lets it check
// the connections, all of which go to a proxy here that keeps silent.
const childProcess = require('node:child_process')
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { createServer } = require('node:net')
const { join } = require('node:path')
const { promisify } = require('node:util')
const { app, BrowserWindow, session } = require('electron')

const isEmpty = process.env.INSPECTOR_WINDOW === 'empty'
const startedAt = Number(process.env.INSPECTOR_STARTED_AT)
const idleMs = Number(process.env.INSPECTOR_IDLE_MS)
const refreshes = Number(process.env.INSPECTOR_REFRESHES ?? 0)
const isChecking = process.env.INSPECTOR_CHECK === '1'
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Windows lists its processes without starting a program. Here ps-list starts `ps`: it answers from the file, once it is there. */
function keepList(file) {
  const run = promisify(childProcess.execFile)
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const answer = async (program, args, ...more) => {
    const key = [program, ...args].join(' ')
    if (program === 'ps' && kept[key] !== undefined) return kept[key]
    kept[key] = await run(program, args, ...more)
    writeFileSync(file, JSON.stringify(kept))
    return kept[key]
  }
  childProcess.execFile = Object.assign(() => undefined, { [promisify.custom]: answer })
}

/** Runs in the page: resolves with the wall-clock time at which the verdict has been painted. */
const whenPainted = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('.verdict .meta') === null) return false
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

const pageMb = () =>
  app
    .getAppMetrics()
    .filter(({ type }) => type === 'Tab')
    .reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024
const mainMb = () =>
  app
    .getAppMetrics()
    .filter(({ type }) => type === 'Browser')
    .reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024

/** How much more memory is used after so many looks, and after twice and three times as many? Each waits for the last one's picture. */
async function refreshSoOften(window, count) {
  const times = (from) => `(async () => {
    for (let look = 0; look < ${String(from)}; look += 1) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5', bubbles: true }))
      // A question while a look is under way gets that one's answer.
      await window.inspector.runInspection()
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })()`
  const run = (from) => window.webContents.executeJavaScript(times(from))
  // What is kept once, and what the first hundred make warm, is no leak.
  await run(100)
  await wait(3000)
  const before = pageMb() + mainMb()
  const grownMb = []
  for (let round = 0; round < 3; round += 1) {
    await run(count)
    await wait(3000)
    grownMb.push(pageMb() + mainMb() - before)
  }
  return grownMb
}

/** The longest frames while the connections are checked and nobody answers. */
async function framesWhileChecking(window) {
  const silent = createServer((socket) => socket.on('error', () => {}))
  await new Promise((resolve) => silent.listen(0, '127.0.0.1', resolve))
  await session.defaultSession.setProxy({ proxyRules: `127.0.0.1:${silent.address().port}` })
  const frames = await window.webContents.executeJavaScript(`(async () => {
    const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
    const named = (name) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    named('Connections').click()
    let check
    while ((check = named('Check connections')) === undefined) await wait(50)
    await wait(1000)
    check.click()
    const frames = []
    const startedAt = performance.now()
    let last = startedAt
    while (last - startedAt < 8000) {
      const now = await new Promise((resolve) => requestAnimationFrame(resolve))
      frames.push(now - last)
      last = now
    }
    if (document.querySelector('[role="progressbar"]') === null) throw new Error('No check was running.')
    return frames.slice(1)
  })()`)
  silent.close()
  return frames
}

async function measure(window) {
  const paintedAt = await window.webContents.executeJavaScript(whenPainted)
  const answer = { paintMs: paintedAt - startedAt }
  await wait(2000)
  answer.memoryMb =
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024
  answer.rendererMb = pageMb()
  if (refreshes > 0) answer.grownMb = await refreshSoOften(window, refreshes)
  if (isChecking) answer.frames = await framesWhileChecking(window)
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

if (process.env.INSPECTOR_KEPT_LIST !== undefined) keepList(process.env.INSPECTOR_KEPT_LIST)
if (isEmpty) {
  app.whenReady().then(() => {
    const window = new BrowserWindow({ width: 1240, height: 820, show: false })
    window.once('ready-to-show', () => window.show())
    window.loadFile(join(__dirname, 'empty.html'))
  })
} else {
  require(join(__dirname, '../../../out/main/main.cjs'))
}
