/** How do we say whether something runs, from what "What is …?" found out? */
import type { WhatIsAnswer } from '../../shared/model/what-is.ts'
import type { Words } from '../../shared/text/texts.ts'
import type { ShownStatus } from '../parts/facts/StatusMark.tsx'

/** More process numbers than this nobody reads. */
const mostNamed = 6

export function statusOf(running: WhatIsAnswer['running']): ShownStatus {
  if (running === null) return 'cannot-tell'
  return running.length > 0 ? 'running' : 'not-running'
}

export function runningWords({ t }: Words, running: WhatIsAnswer['running']): string {
  if (running === null) return t('whatIs.entry.unknown')
  if (running.length === 0) return t('whatIs.entry.notRunning')
  const pids = running.slice(0, mostNamed).map(({ pid }) => pid)
  const more = running.length > mostNamed ? ' …' : ''
  return t('whatIs.entry.running', { count: running.length, pids: pids.join(', ') + more })
}
