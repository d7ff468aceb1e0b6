/** Gaps: stretches of time of which nothing is known. */
import type { LaneKind, RecordingGap } from '../model/recording.ts'
import { shortText } from '../text/visible-text.ts'

const longestReason = 80

/** Follows the looks at one part. */
export class GapFinder {
  readonly #part: LaneKind
  readonly #gaps: RecordingGap[] = []
  /** When a look worked last; null before the first that did. */
  #lastKnownMs: number | null = null
  /** Why the looks since then did not work. */
  #reason: string | undefined

  constructor(part: LaneKind) {
    this.#part = part
  }

  get lastKnownMs(): number | null {
    return this.#lastKnownMs
  }

  worked(atMs: number): void {
    if (this.#reason !== undefined) this.#gaps.push(this.#gap(atMs, this.#reason))
    this.#reason = undefined
    this.#lastKnownMs = atMs
  }

  failed(reason: string): void {
    // The first reason of a stretch: those after it mostly follow from it.
    this.#reason ??= shortText(reason, longestReason)
  }

  gaps(durationMs: number): readonly RecordingGap[] {
    const reason = this.#reason ?? (this.#lastKnownMs === null ? 'not-checked' : undefined)
    if (reason === undefined) return this.#gaps
    return [...this.#gaps, this.#gap(durationMs, reason, this.#lastKnownMs === null)]
  }

  /** Until when what was seen last is known to have been there. */
  knownUntilMs(durationMs: number): number {
    return this.#reason === undefined ? durationMs : (this.#lastKnownMs ?? 0)
  }

  #gap(toMs: number, reason: string, isWhole = false): RecordingGap {
    const fromMs = this.#lastKnownMs ?? 0
    return { part: this.#part, fromMs, toMs: Math.max(fromMs, toMs), reason, isWhole }
  }
}
