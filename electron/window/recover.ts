/**
 * Recovery of a page whose process ends or hangs. It is started again once; if it ends again soon, a dialog of the
 * system says so, because the window itself can say nothing then.
 */
import type { RenderProcessGoneDetails } from 'electron'

/** An end that comes later than this after the last one, in milliseconds, is no sign that starting again is no use. */
export const soonMs = 60_000
/** Electron calls a window unresponsive after a while of its own; a busy PC gets this much more. */
export const graceMs = 10_000

/** What is needed of a BrowserWindow, so that a test can stand in for it. */
export interface RecoveringWindow {
  readonly isDestroyed: () => boolean
  readonly on: {
    (event: 'unresponsive', listener: () => void): unknown
    // eslint-disable-next-line @typescript-eslint/unified-signatures -- Electron has one for each event, and none for both
    (event: 'responsive', listener: () => void): unknown
  }
  readonly webContents: {
    readonly on: (
      event: 'render-process-gone',
      listener: (event: unknown, details: Pick<RenderProcessGoneDetails, 'reason'>) => void,
    ) => unknown
    readonly reload: () => void
    readonly forcefullyCrashRenderer: () => void
  }
}

interface RecoveryActions {
  /** Says outside of the page that it has stopped twice; resolves to what the user wants. */
  readonly ask: () => Promise<'again' | 'close'>
  readonly close: () => void
  readonly log: (where: string, error: unknown) => void
}

export function recoverWindow(
  window: RecoveringWindow,
  { ask, close, log }: RecoveryActions,
): void {
  const { webContents } = window
  let lastEndMs: number | undefined
  let isAsking = false
  let hanging: ReturnType<typeof setTimeout> | undefined

  const reload = () => {
    if (!window.isDestroyed()) webContents.reload()
  }

  async function afterEnd() {
    const nowMs = performance.now()
    const isSoon = lastEndMs !== undefined && nowMs - lastEndMs < soonMs
    lastEndMs = nowMs
    if (!isSoon) {
      // Not from within the event: Chromium is still putting the old process away.
      setImmediate(reload)
      return
    }
    if (isAsking) return
    isAsking = true
    try {
      if ((await ask()) === 'close') close()
      else reload()
    } catch (error) {
      log('window', error)
      close()
    } finally {
      isAsking = false
      // Whoever asked for another start gets the same chance as the first one.
      lastEndMs = undefined
    }
  }

  webContents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(hanging)
    if (reason === 'clean-exit') return
    log('window', `the page's process has ended: ${reason}`)
    void afterEnd()
  })
  window.on('unresponsive', () => {
    clearTimeout(hanging)
    hanging = setTimeout(() => {
      if (window.isDestroyed()) return
      log('window', 'the page does not answer; its process is ended')
      // A page that hangs cannot be reloaded, only started anew: its end leads there.
      webContents.forcefullyCrashRenderer()
    }, graceMs)
  })
  window.on('responsive', () => {
    clearTimeout(hanging)
  })
}
