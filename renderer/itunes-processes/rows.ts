/** Rows of the list. Plain values, so that a line that says the same need not be drawn again. */
import type { AbsenceCode, InspectedProcess } from '../../shared/model/inspection.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { shownTrust, worstTrust, type RowTrust } from '../inspection/shown-trust.ts'
import type { Mark } from '../inspection/live-marks.ts'
import type { ShownStatus } from '../parts/facts/StatusMark.tsx'
import type { Subject } from './subjects.ts'

export interface Row {
  readonly id: string
  readonly name: string
  /** What it is, in a few words. */
  readonly summary: string
  readonly status: ShownStatus
  /** Why it does not run; undefined unless it is known not to. */
  readonly absence: AbsenceCode | undefined
  readonly isNormal: boolean | null
  readonly instanceCount: number
  /** Undefined unless it runs. */
  readonly trust: RowTrust | undefined
  /** What has just happened to it. */
  readonly mark: Mark | undefined
}

/** Longer names and descriptions than this are cut in the list; the details hold more. */
const longestInRow = 120

export const nameInRow = (name: string): string => shortText(name, longestInRow)

export function rowOf(
  subject: Subject,
  process: InspectedProcess | undefined,
  status: ShownStatus,
  words: Words,
  mark?: Mark,
): Row {
  const { id } = subject
  const running = {
    id,
    status: 'running',
    absence: undefined,
    isNormal: null,
    instanceCount: 1,
    mark,
  } as const
  switch (subject.kind) {
    case 'catalogue': {
      const isAbsent = status === 'not-running'
      return {
        id,
        name: subject.entry.imageName,
        summary: wordsOfProcess(words, id).summary,
        status,
        absence: isAbsent ? process?.absence?.code : undefined,
        isNormal: isAbsent ? (process?.absence?.isNormal ?? null) : null,
        instanceCount: process?.instances.length ?? 0,
        trust: status === 'running' ? worstTrust(process?.instances ?? []) : undefined,
        mark,
      }
    }
    case 'look-alike': {
      const { name, why, resembles } = subject.process
      return {
        ...running,
        status: subject.hasEnded ? 'not-running' : 'running',
        name: nameInRow(name),
        summary: words.t(`window.lookAlike.${why}`, { resembles }),
        trust: shownTrust(subject.process),
      }
    }
    case 'other-apple': {
      const { name, version } = subject.process
      const says = version.state === 'known' ? version.value : undefined
      return {
        ...running,
        name: nameInRow(name),
        summary: nameInRow(says?.fileDescription ?? says?.productName ?? ''),
        trust: 'from-apple',
      }
    }
  }
}
