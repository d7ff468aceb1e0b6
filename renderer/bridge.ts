/** How does the window reach the main process? Through the one object that the preload puts on it, read here alone. */
import type { InspectorBridge } from '../shared/ipc/channels.ts'

declare global {
  interface Window {
    readonly inspector?: InspectorBridge
  }
}

/** @throws when there is no preload: the page was opened outside the app. */
export function readBridge(): InspectorBridge {
  const { inspector } = window
  if (inspector === undefined) {
    throw new Error('window.inspector is missing: this page works only inside the app.')
  }
  return inspector
}
