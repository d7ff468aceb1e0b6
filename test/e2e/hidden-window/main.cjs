// How often does the real program look while its window is shown, hidden, and shown again? A driver inside the program's
// own main process: a test tool that drives the page from outside keeps it "visible" for as long as it is connected.
const { writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { app } = require('electron')

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
let looks = 0

async function looksDuring(milliseconds) {
  const before = looks
  await wait(milliseconds)
  return looks - before
}

app.on('browser-window-created', (_event, window) => {
  const send = window.webContents.send.bind(window.webContents)
  // All that the window is told passes here.
  window.webContents.send = (channel, message) => {
    if (channel === 'inspectionProgress' && message.stage === 'listing') looks += 1
    send(channel, message)
  }
  window.once('show', async () => {
    const visibility = () => window.webContents.executeJavaScript('document.visibilityState')
    const answer = {}
    await wait(2000)
    answer.whenShown = { visibility: await visibility(), looks: await looksDuring(6500) }
    window.hide()
    // A look that was under way may still end.
    await wait(1000)
    answer.whenHidden = { visibility: await visibility(), looks: await looksDuring(6500) }
    window.show()
    answer.whenShownAgain = { looks: await looksDuring(1500), visibility: await visibility() }
    writeFileSync(process.env.INSPECTOR_ANSWER, JSON.stringify(answer))
    app.exit(0)
  })
})
require(join(__dirname, '../../../out/main/main.cjs'))
