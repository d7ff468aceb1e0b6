/**
 * When Chromium's process that draws cannot run. Chromium starts it again five times and then ends the program without a
 * word: on PCs where a sandboxing tool has left its entries on `%LOCALAPPDATA%`, before there is a window. Said in a
 * dialog of the system instead. https://github.com/electron/electron/issues/51761
 */

/** One before the last: what comes after it is no longer ours. */
export const lastEnd = 5

export interface DrawingWatch {
  /** Electron's event of an ended process: what kind it was, and why. */
  readonly onEnd: (listener: (kind: string, reason: string, exitCode: number) => void) => void
  readonly isWindowShown: () => boolean
  /** Called at the first end, so that the words are there when they are needed. */
  readonly prepare: () => void
  /** Says what to do, and waits until it is read. */
  readonly say: () => void
  readonly exit: () => void
  readonly log: (where: string, error: unknown) => void
}

export function watchDrawing({
  onEnd,
  isWindowShown,
  prepare,
  say,
  exit,
  log,
}: DrawingWatch): void {
  let ends = 0
  onEnd((kind, reason, exitCode) => {
    if (reason === 'clean-exit') return
    log('process', `Chromium's process ${kind} has ended: ${reason} (${exitCode})`)
    if (kind !== 'GPU' || isWindowShown()) return
    ends += 1
    if (ends === 1) prepare()
    if (ends !== lastEnd) return
    say()
    exit()
  })
}
