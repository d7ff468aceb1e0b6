/** The preload: one named method per channel on the window, and nothing else. The only importer of contextBridge. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { askedChannels, listenerName, preloadOnly, toldChannels } from '../shared/ipc/channels.ts'

const askers = askedChannels
  .filter((channel) => channel !== preloadOnly)
  .map((channel) => [
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

/** As much of the page as is heard here. */
declare const window: {
  readonly addEventListener: (
    kind: 'drop',
    listener: (event: {
      /** Not made by a script. */
      readonly isTrusted: boolean
      readonly dataTransfer: { readonly files: Iterable<DroppedFile> } | null
    }) => void,
    options: { readonly capture: true },
  ) => void
}
type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0]

/** Electron 25, which tests run in, has the path on the file itself. */
const utils = webUtils as typeof webUtils | undefined
const pathOf = (file: DroppedFile): string =>
  utils?.getPathForFile(file) ?? (file as { readonly path?: string }).path ?? ''

// What somebody really drops is told to the main process before the page hears of it: the page never knows a path, and a
// drop that it makes up itself is none.
window.addEventListener(
  'drop',
  ({ isTrusted, dataTransfer }) => {
    if (!isTrusted || dataTransfer === null) return
    const paths = [...dataTransfer.files].map(pathOf).filter((path) => path !== '')
    void ipcRenderer.invoke(preloadOnly, paths)
  },
  { capture: true },
)
