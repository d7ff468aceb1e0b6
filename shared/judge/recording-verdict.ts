/** The verdict of a recording. States what was seen, and no cause. */
import type { LaneEvent, LaneKind, Recording } from '../model/recording.ts'

/** Lanes to which the same happened within the same second. */
export interface Moment {
  readonly part: LaneKind
  readonly event: LaneEvent['kind']
  /** The state that services have since; null for processes and ports. */
  readonly state: LaneEvent['state']
  /** Whole seconds after the start, rounded. */
  readonly second: number
  /** In order of time. */
  readonly labels: readonly string[]
}

interface UnknownPart {
  readonly part: LaneKind
  readonly reason: string
  /** Whether nothing at all is known about it. */
  readonly isWhole: boolean
}

/**
 * - `changed`: something of Apple's appeared, changed or went.
 * - `nothing`: nothing did, and everything was looked at.
 * - `nothing-seen`: nothing was seen to, but not everything could be looked at.
 * - `could-not-look`: nothing could be looked at.
 */
export interface RecordingVerdict {
  readonly code: 'changed' | 'nothing' | 'nothing-seen' | 'could-not-look'
  /** What happened to Apple's, in order of time. */
  readonly moments: readonly Moment[]
  readonly unknown: readonly UnknownPart[]
  /** How many of other makers' processes, services and ports appeared, changed or went. */
  readonly others: number
  readonly isStoppedEarly: boolean
}

const parts: readonly LaneKind[] = ['process', 'service', 'port']
/** A recording of planned length ends a little before or after its last tick. */
const earlyMs = 1000

export function judgeRecording(recording: Recording): RecordingVerdict {
  const { lanes, gaps, durationMs, plannedMs, lanesLeftOut } = recording
  const moments = momentsIn(recording)
  const unknown = parts.flatMap((part): readonly UnknownPart[] => {
    const [gap] = gaps.filter((one) => one.part === part)
    return gap === undefined ? [] : [{ part, reason: gap.reason, isWhole: gap.isWhole }]
  })
  const sawNothing = unknown.length === parts.length && unknown.every(({ isWhole }) => isWhole)
  return {
    code:
      moments.length > 0
        ? 'changed'
        : sawNothing
          ? 'could-not-look'
          : unknown.length > 0
            ? 'nothing-seen'
            : 'nothing',
    moments,
    unknown,
    others:
      lanes.filter(({ id, events }) => id === null && events.length > 0).length + lanesLeftOut,
    isStoppedEarly: durationMs < plannedMs - earlyMs,
  }
}

function momentsIn({ lanes }: Recording): readonly Moment[] {
  const happened = lanes
    .flatMap(({ id, kind, label, events }) =>
      id === null ? [] : events.map((event) => ({ part: kind, label, event })),
    )
    .sort((a, b) => a.event.atMs - b.event.atMs || parts.indexOf(a.part) - parts.indexOf(b.part))
  const moments = new Map<string, Moment>()
  for (const { part, label, event } of happened) {
    const second = Math.round(event.atMs / 1000)
    const { kind, state } = event
    const key = `${second} ${part} ${kind} ${state}`
    const { labels } = moments.get(key) ?? { labels: [] }
    moments.set(key, { part, event: kind, state, second, labels: [...labels, label] })
  }
  return [...moments.values()]
}
