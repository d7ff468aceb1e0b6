/**
 * When Chromium's process that draws cannot run. Chromium starts it again five times and then ends the program without a
 * word: on PCs where a sandboxing tool has left its entries on `%LOCALAPPDATA%`, before there is a window; where neither
 * the graphics card nor drawing without it works, in the middle of one. Said in a dialog of the system instead.
 * https://github.com/electron/electron/issues/51761
 */

/** One before the last: what comes after it is no longer ours. */
export const lastEnd = 5

/** One end is forgiven for each such time without another, as Chromium does it: a driver that was renewed is no fault. */
export const forgivenAfterMs = 5 * 60_000

export interface DrawingWatch {
  /** Electron's event of an ended process: what kind it was, and why. */
  readonly onEnd: (listener: (kind: string, reason: string, exitCode: number) => void) => void
  readonly isWindowShown: () => boolean
  /** Called at the first end, so that the words are there when they are needed. */
  readonly prepare: () => void
  /** Says what to do, and waits until it is read. */
  readonly say: (isWindowShown: boolean) => void
  readonly exit: () => void
  readonly log: (where: string, error: unknown) => void
  /** The tests' own clock. */
  readonly nowMs?: () => number
}

export function watchDrawing({
  onEnd,
  isWindowShown,
  prepare,
  say,
  exit,
  log,
  nowMs = () => performance.now(),
}: DrawingWatch): void {
  let ends = 0
  let lastAtMs = nowMs()
  let isPrepared = false
  onEnd((kind, reason, exitCode) => {
    if (reason === 'clean-exit') return
    log('process', `Chromium's process ${kind} has ended: ${reason} (${exitCode})`)
    if (kind !== 'GPU') return
    const now = nowMs()
    ends = Math.max(0, ends - Math.floor((now - lastAtMs) / forgivenAfterMs)) + 1
    lastAtMs = now
    if (!isPrepared) prepare()
    isPrepared = true
    if (ends !== lastEnd) return
    say(isWindowShown())
    exit()
  })
}
