/** How does the window reach the main process? Through the one object that the preload puts on it, read here alone. */
import type { InspectorBridge, PreloadBridge } from '../shared/ipc/channels.ts'
import { unpackListing } from '../shared/ipc/pack-listing.ts'
import { success } from '../shared/ipc/result.ts'

declare global {
  interface Window {
    readonly inspector?: PreloadBridge
  }
}

/** @throws when there is no preload: the page was opened outside the app. */
export function readBridge(): InspectorBridge {
  const { inspector } = window
  if (inspector === undefined) {
    throw new Error('window.inspector is missing: this page works only inside the app.')
  }
  return unpacked(inspector)
}

/** The same bridge, with the process list as the rest of the window knows it. */
export function unpacked(inspector: PreloadBridge): InspectorBridge {
  return {
    ...inspector,
    listProcesses: async () => {
      const answer = await inspector.listProcesses()
      return answer.ok ? success(unpackListing(answer.value)) : answer
    },
  }
}
