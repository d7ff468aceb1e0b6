/** The track of one thing. Grows look by look. */
import type { LaneEvent, RecordedSpan } from '../model/recording.ts'
import type { ServiceState } from '../model/service.ts'

interface OpenSpan {
  readonly fromMs: number
  readonly isOpenAtStart: boolean
  readonly value: string
}

/** `value` is a service's state, a port's owners, or nothing. */
export class Track {
  readonly #spans: (RecordedSpan & { readonly value: string })[] = []
  readonly #events: LaneEvent[] = []
  #open: OpenSpan | undefined
  #lastSeenMs: number
  readonly #hasStates: boolean

  /** @param afterMs the look before, which did not show it; null for the first look of all. */
  constructor(atMs: number, afterMs: number | null, value: string, hasStates: boolean) {
    this.#hasStates = hasStates
    this.#lastSeenMs = atMs
    this.#begin(atMs, afterMs, value)
  }

  get isThere(): boolean {
    return this.#open !== undefined
  }

  get value(): string | undefined {
    return this.#open?.value
  }

  get lastSeenMs(): number {
    return this.#lastSeenMs
  }

  get firstSeenMs(): number {
    return this.#spans[0]?.fromMs ?? this.#open?.fromMs ?? this.#lastSeenMs
  }

  get hasEvents(): boolean {
    return this.#events.length > 0
  }

  /** It is there now. @param afterMs the look before. */
  seen(atMs: number, afterMs: number, value: string): void {
    if (this.#open === undefined) this.#begin(atMs, afterMs, value)
    else if (this.#open.value !== value) {
      this.#end(atMs)
      this.#open = { fromMs: atMs, isOpenAtStart: false, value }
      this.#events.push({ kind: 'changed', afterMs, atMs, state: this.#stateOf(value) })
    }
    this.#lastSeenMs = atMs
  }

  /** It is no longer there. */
  missed(atMs: number): void {
    if (this.#open === undefined) return
    this.#end(atMs)
    this.#events.push({ kind: 'went', afterMs: this.#lastSeenMs, atMs, state: null })
    this.#open = undefined
  }

  /** @param lastLookMs until when what is still there is known to have been there. */
  spans(lastLookMs: number): readonly (RecordedSpan & { readonly value: string })[] {
    const open = this.#open
    if (open === undefined) return this.#spans
    const { fromMs, isOpenAtStart, value } = open
    const toMs = Math.max(fromMs, lastLookMs)
    const state = this.#stateOf(value)
    return [...this.#spans, { fromMs, toMs, isOpenAtStart, isOpenAtEnd: true, state, value }]
  }

  get events(): readonly LaneEvent[] {
    return this.#events
  }

  #begin(atMs: number, afterMs: number | null, value: string): void {
    this.#open = { fromMs: atMs, isOpenAtStart: afterMs === null, value }
    if (afterMs === null) return
    this.#events.push({ kind: 'appeared', afterMs, atMs, state: this.#stateOf(value) })
  }

  #end(atMs: number): void {
    if (this.#open === undefined) return
    const { fromMs, isOpenAtStart, value } = this.#open
    const state = this.#stateOf(value)
    this.#spans.push({ fromMs, toMs: atMs, isOpenAtStart, isOpenAtEnd: false, state, value })
  }

  #stateOf(value: string): ServiceState | null {
    return this.#hasStates ? (value as ServiceState) : null
  }
}
