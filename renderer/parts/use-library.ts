/** Loading of the component library. It comes a moment after the first picture, which would come later with it. */
import { useSyncExternalStore } from 'react'
import { afterFirstPicture } from './after-first-picture.ts'
import type * as libraryParts from './library-parts.ts'

type Library = typeof libraryParts

let library: Library | undefined
let loading: Promise<void> | undefined
const listeners = new Set<() => void>()

/** Never rejects: what cannot be loaded is tried again by whoever asks next. */
export function loadLibrary(): Promise<void> {
  loading ??= import('./library-parts.ts').then(
    (loaded) => {
      library = loaded
      for (const tell of listeners) tell()
    },
    () => {
      loading = undefined
    },
  )
  return loading
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  const stopWaiting = afterFirstPicture(() => {
    void loadLibrary()
  })
  return () => {
    stopWaiting()
    listeners.delete(tell)
  }
}

/** Undefined until then: whoever uses it leaves the room free, or has nothing to show yet. */
export function useLibrary(): Library | undefined {
  return useSyncExternalStore(subscribe, () => library)
}
