/** What may the window call? One named method per channel; the only importer of contextBridge. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { AsText } from '../shared/ipc/as-text.ts'
import type {
  Answer,
  Arguments,
  AskedChannel,
  PreloadBridge,
  Told,
  ToldChannel,
} from '../shared/ipc/channels.ts'

function ask<C extends AskedChannel>(
  channel: C,
  ...given: Arguments<C>
): Promise<AsText<Answer<C>>> {
  return ipcRenderer.invoke(channel, ...given) as Promise<AsText<Answer<C>>>
}

function listen<C extends ToldChannel>(
  channel: C,
  listener: (message: Told[C]) => void,
): () => void {
  // The event carries the sender and stays on this side.
  const forward = (_event: IpcRendererEvent, message: Told[C]) => {
    listener(message)
  }
  ipcRenderer.on(channel, forward)
  return () => {
    ipcRenderer.removeListener(channel, forward)
  }
}

const bridge: PreloadBridge = {
  describeApp: () => ask('app:describe'),
  runInspection: () => ask('inspection:run'),
  cancelInspection: () => ask('inspection:cancel'),
  chooseLanguage: (language) => ask('language:choose', language),
  rememberList: (options) => ask('list:remember', options),
  openLink: (sourceKey) => ask('link:open', sourceKey),
  copyText: (text) => ask('text:copy', text),
  saveReport: () => ask('report:save'),
  listProcesses: () => ask('processes:list'),
  examineProcess: (pid) => ask('process:examine', pid),
  askWhatIs: (text) => ask('what-is:ask', text),
  lookAtConnections: () => ask('connections:look'),
  checkConnections: (endpointIds) => ask('connections:check', endpointIds),
  cancelConnections: () => ask('connections:cancel'),
  describeConnections: () => ask('connections:describe'),
  findErrors: (text) => ask('errors:find', text),
  onConnectionsProgress: (listener) => listen('connections:progress', listener),
  startRecording: () => ask('recorder:start'),
  stopRecording: () => ask('recorder:stop'),
  onRecordingProgress: (listener) => listen('recorder:progress', listener),
  showFile: (pid) => ask('file:show', pid),
  onInspectionProgress: (listener) => listen('inspection:progress', listener),
}

contextBridge.exposeInMainWorld('inspector', bridge)
