/**
 * Keys that work anywhere in the window. Ctrl+F searches, F5 looks again, Ctrl+S saves the report, Ctrl+O opens one, F1 lists the keys,
 * Esc steps back, Ctrl+1 … 9 choose a view.
 */
import { useEffect } from 'react'

export interface Shortcuts {
  readonly search: () => void
  readonly refresh: () => void
  readonly save: () => void
  readonly open: () => void
  readonly stepBack: () => void
  readonly help: () => void
  /** Counted from 0. */
  readonly view: (index: number) => void
}

/** @param shortcuts keep this object while its functions stay the same. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const isPlain = !event.altKey && !event.shiftKey && !event.metaKey
      const action =
        isPlain && event.ctrlKey && event.key.toLowerCase() === 'f'
          ? shortcuts.search
          : isPlain && !event.ctrlKey && event.key === 'F5'
            ? shortcuts.refresh
            : isPlain && event.ctrlKey && event.key.toLowerCase() === 's'
              ? shortcuts.save
              : isPlain && event.ctrlKey && event.key.toLowerCase() === 'o'
                ? shortcuts.open
                : isPlain && !event.ctrlKey && event.key === 'Escape'
                  ? shortcuts.stepBack
                  : isPlain && !event.ctrlKey && event.key === 'F1'
                    ? shortcuts.help
                    : isPlain && event.ctrlKey && /^[1-9]$/.test(event.key)
                      ? () => {
                          shortcuts.view(Number(event.key) - 1)
                        }
                      : undefined
      if (action === undefined) return
      // Chromium's own find bar and reload have no place in this window.
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [shortcuts])
}
