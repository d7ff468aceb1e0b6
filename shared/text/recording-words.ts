/** Words of a recording. For the window and the reports alike. */
import type { Lane, LaneEvent, LaneKind, Recording } from '../model/recording.ts'
import type { ServiceState } from '../model/service.ts'
import { judgeRecording, type Moment } from '../judge/recording-verdict.ts'
import { reasonWords } from './fact-words.ts'
import { shortText } from './visible-text.ts'
import type { Words } from './words.ts'

export interface RecordingWords {
  /** The verdict in one short sentence. */
  readonly title: string
  /** What happened, what could not be looked at, and what else there is to know. */
  readonly sentences: readonly string[]
}

const mostMoments = 8
const mostNames = 6

export function recordingWords(words: Words, recording: Recording): RecordingWords {
  const { t } = words
  const verdict = judgeRecording(recording)
  const { moments, unknown, others, isStoppedEarly } = verdict
  const left = moments.length - mostMoments
  return {
    title: t(`recorder.verdict.${verdict.code}`, { seconds: seconds(words, recording.durationMs) }),
    sentences: [
      ...moments.slice(0, mostMoments).map((moment) => momentWords(words, moment)),
      ...(left > 0 ? [t('recorder.moreMoments', { count: left })] : []),
      ...unknown.map(({ part, reason, isWhole }) =>
        t(`recorder.unknown.${part}.${isWhole ? 'whole' : 'partly'}`, {
          reason: reasonWords(words, reason),
        }),
      ),
      ...(others > 0 ? [t('recorder.others', { count: others })] : []),
      ...(isStoppedEarly
        ? [t('recorder.stoppedEarly', { seconds: seconds(words, recording.durationMs) })]
        : []),
    ],
  }
}

/** What happened in one lane, for a list: `appeared after 3 s`. */
export function laneWords(words: Words, lane: Lane): readonly string[] {
  const { t } = words
  if (lane.events.length === 0) return [t(`recorder.steady.${lane.kind}`)]
  const told = lane.events.slice(0, mostEvents).map((event) => eventWords(words, lane.kind, event))
  const left = lane.events.length - told.length
  return left > 0 ? [...told, t('recorder.moreMoments', { count: left })] : told
}

/** One service may change its state every half second. */
const mostEvents = 12

function eventWords(words: Words, kind: LaneKind, event: LaneEvent): string {
  const at = seconds(words, event.atMs)
  const { t } = words
  return event.kind === 'changed' && event.state !== null
    ? t('recorder.event.state', { state: stateWords(words, event.state), at })
    : t(`recorder.event.${kind}.${event.kind}`, { at })
}

function stateWords({ t, has }: Words, state: ServiceState): string {
  const key = `recorder.state.${state}`
  return has(key) ? t(key) : shortText(state)
}

/** `3` or `3.5`, as the language writes it. */
export function seconds({ language }: Words, ms: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ms / 1000)
}

/** A process without its ending, whose name nobody says. */
function laneName({ kind, label }: Pick<Lane, 'kind' | 'label'>): string {
  const shown = shortText(label)
  return kind === 'process' ? shown.replace(/\.exe$/i, '') : shown
}

function momentWords(words: Words, { part, event, state, second, labels }: Moment): string {
  const { t, language } = words
  const names = [...new Set(labels.map((label) => laneName({ kind: part, label })))]
  const named = names.slice(0, mostNames)
  const left = names.length - named.length
  if (left > 0) named.push(t('recorder.moreNames', { count: left }))
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(named)
  const values = { names: list, count: names.length, second }
  return event === 'changed' && state !== null
    ? t('recorder.moment.state', { ...values, state: stateWords(words, state) })
    : t(`recorder.moment.${part}.${event}`, values)
}
