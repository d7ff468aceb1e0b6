/** What starts at logon, as a source that no inspection waits for. Kept for a while, with a deadline of its own. */
import { unknownRunKeys, type RunKeyContent } from '../../shared/model/run-keys.ts'
import { failed } from '../../shared/model/probe.ts'
import { readRunKeys } from '../win32/startup/autostart.ts'
import { withDeadline } from '../async/deadline.ts'
import { keptFor } from '../async/kept-for.ts'
import type { Asking } from './asking.ts'
import type { Sources } from './sources.ts'

/** Whoever moves the switch in Task Manager sees it here at the latest after this. */
export const autostartKeptMs = 10_000
/** Three small keys take a millisecond; what takes longer is a registry in trouble. */
export const autostartDeadlineMs = 1_500

/** @param read the tests put a slow one in its place. */
export function autostartSource(read: typeof readRunKeys = readRunKeys): Sources['autostart'] {
  return keptFor(
    autostartKeptMs,
    ({ signal }: Asking) => readInTime(read, signal),
    () => '',
    isWhole,
  )
}

async function readInTime(
  read: typeof readRunKeys,
  signal: AbortSignal,
): Promise<readonly RunKeyContent[]> {
  const late = new AbortController()
  const stop = () => {
    late.abort()
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const tooLate = unknownRunKeys(failed('timeout'))
    return await withDeadline(read(late.signal), autostartDeadlineMs, tooLate)
  } finally {
    // After the deadline nobody wants the rest.
    stop()
    signal.removeEventListener('abort', stop)
  }
}

/** What a cancelled look gave is asked anew. */
function isWhole(contents: readonly RunKeyContent[]): boolean {
  return contents.every(
    ({ entries }) => entries.state !== 'skipped' || entries.reason !== 'cancelled',
  )
}
