// The same way as in the program: a request to the main process, and its answer through the context bridge.
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('listBench', {
  listProcesses: () => ipcRenderer.invoke('listProcesses'),
  learnProcesses: (revision) => ipcRenderer.invoke('learnProcesses', revision),
  examineProcess: () => Promise.resolve('{ "ok": true, "value": null }'),
  copyText: () => Promise.resolve('{ "ok": true, "value": null }'),
})
