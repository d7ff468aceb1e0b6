/** The preload: one named method per channel on the window, and nothing else. The only importer of contextBridge. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { askedChannels, listenerName, toldChannels } from '../shared/ipc/channels.ts'

const askers = askedChannels.map((channel) => [
  channel,
  (...given: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...given),
])

const listeners = toldChannels.map((channel) => [
  listenerName(channel),
  (listener: (message: unknown) => void) => {
    // The event carries the sender and stays on this side.
    const forward = (_event: IpcRendererEvent, message: unknown) => {
      listener(message)
    }
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.removeListener(channel, forward)
    }
  },
])

contextBridge.exposeInMainWorld('inspector', Object.fromEntries([...askers, ...listeners]))
