/** The way to the main process. Through the one object that the preload puts on it, read here alone. */
import { fromText, type AsText } from '../shared/ipc/as-text.ts'
import type { InspectorBridge, PreloadBridge } from '../shared/ipc/channels.ts'
import { unpackListing } from '../shared/ipc/pack-listing.ts'
import { success } from '../shared/model/result.ts'

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

/** The same bridge, with the answers as the rest of the window knows them. */
export function unpacked(inspector: PreloadBridge): InspectorBridge {
  const calls = Object.entries(inspector).map(([name, call]) => [
    name,
    // Messages come as they are.
    name.startsWith('on') ? call : readingText(call as Asking),
  ])
  return {
    ...(Object.fromEntries(calls) as Omit<InspectorBridge, 'listProcesses'>),
    listProcesses: async () => {
      const answer = fromText(await inspector.listProcesses())
      return answer.ok ? success(unpackListing(answer.value)) : answer
    },
  }
}

type Asking = (...given: readonly unknown[]) => Promise<AsText<unknown>>

const readingText =
  (ask: Asking) =>
  async (...given: readonly unknown[]) =>
    fromText(await ask(...given))
