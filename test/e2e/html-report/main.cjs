// A plain window without anything of ours in it: how does a browser engine show a saved page?
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1000, height: 900 })
  window.loadURL('about:blank')
})
