/** The store of the list's state. Outside of React, so that an answer without news does not even call a component. */
import { initialListState, reduceList, type ListAction, type ListState } from './list-state.ts'

export interface ListStore {
  readonly read: () => ListState
  readonly dispatch: (action: ListAction) => void
  /** @returns a function that stops listening. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createListStore(): ListStore {
  let state = initialListState
  const listeners = new Set<() => void>()
  return {
    read: () => state,
    dispatch: (action) => {
      const next = reduceList(state, action)
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
