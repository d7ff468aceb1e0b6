/** A recording in a report, both ways. */
import type { Recording } from '../../model/recording.ts'
import { recordingWords } from '../../text/recording-words.ts'
import type { Words } from '../../text/texts.ts'
import type { Report } from '../schema/report-schema.ts'

export type ReportRecording = NonNullable<Report['recording']>

export function reportRecording(recording: Recording, words: Words): ReportRecording {
  const { title, sentences } = recordingWords(words, recording)
  return { ...plain(recording), title, text: sentences.join(' ') }
}

/** Without the words: they are found anew, in the language of the one who reads. */
export function recordingIn({ recording }: Report): Recording | undefined {
  return recording && plain(recording)
}

/** The keys in the contract's order. */
function plain({
  startedAtUtc,
  durationMs,
  plannedMs,
  sampleEveryMs,
  lanes,
  lanesLeftOut,
  gaps,
}: Recording): Recording {
  return {
    ...{ startedAtUtc, durationMs, plannedMs, sampleEveryMs },
    lanes: lanes.map(({ kind, label, id, pid, owners, spans, events }) => ({
      ...{ kind, label, id, pid, owners },
      spans: spans.map(({ fromMs, toMs, isOpenAtStart, isOpenAtEnd, state }) => ({
        ...{ fromMs, toMs, isOpenAtStart, isOpenAtEnd, state },
      })),
      events: events.map((event) => ({
        kind: event.kind,
        afterMs: event.afterMs,
        atMs: event.atMs,
        state: event.state,
      })),
    })),
    lanesLeftOut,
    gaps: gaps.map(({ part, fromMs, toMs, reason, isWhole }) => ({
      ...{ part, fromMs, toMs, reason, isWhole },
    })),
  }
}
