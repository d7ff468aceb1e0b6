/** A recording on the page. */
import { reasonWords } from '../../../text/fact-words.ts'
import { mostLanes } from '../../../recorder/lane-order.ts'
import { laneWords, seconds } from '../../../text/recording-words.ts'
import { laneTitle } from '../../text/describe-recording.ts'
import type { Report } from '../../schema/report-schema.ts'
import { dataText } from '../data-text.ts'
import { fold } from '../fold.ts'
import { markup, type Markup } from '../markup.ts'
import { drawAxis, drawLane } from '../recording-picture.ts'
import type { Writer } from '../writer.ts'

type ReportRecording = NonNullable<Report['recording']>

/** @returns undefined when the report holds none. */
export function describeRecording({ recording }: Report, writer: Writer): Markup | undefined {
  if (recording === undefined) return undefined
  const { words } = writer
  const { t } = words
  const { title, text, startedAtUtc, durationMs, sampleEveryMs } = recording
  const lanes = recording.lanes.slice(0, mostLanes)
  const left = recording.lanesLeftOut + recording.lanes.length - lanes.length
  const every = t('recorder.picture.every', { seconds: seconds(words, sampleEveryMs) })
  const at = t('recorder.report.at', {
    time: writer.plainTime(startedAtUtc),
    seconds: seconds(words, durationMs),
  })
  return fold(
    'recording',
    t('recorder.report.title'),
    markup`
<p class="lead">${at} ${every}</p>
<div class="card list">
<article>
<div class="heading"><h3>${title}</h3></div>
<p>${text}</p>
</article>
${(['process', 'service', 'port'] as const).map((kind) => describeKind(recording, kind, lanes, writer))}
${left > 0 ? markup`<p class="absent">${t('recorder.picture.leftOut', { count: left })}</p>` : undefined}
</div>`,
  )
}

/** Each lane is a row of a table: its name, its picture, and the same in words. */
function describeKind(
  recording: ReportRecording,
  kind: 'process' | 'service' | 'port',
  lanes: ReportRecording['lanes'],
  { words }: Writer,
): Markup {
  const { t } = words
  const whole = recording.gaps.find(({ part, isWhole }) => part === kind && isWhole)
  const rows = lanes
    .filter((lane) => lane.kind === kind)
    .map(
      (lane) => markup`
<tr><th scope="row">${dataText(laneTitle(words, lane))}</th><td>${drawLane(lane, recording)}</td><td>${laneWords(words, lane).join(', ')}</td></tr>`,
    )
  const content =
    rows.length > 0
      ? markup`<table class="lanes"><thead><tr><th scope="col">${t('recorder.table.what')}</th><th scope="col"><span class="unseen">${t('recorder.picture.seconds')}</span>${drawAxis(recording)}</th><th scope="col">${t('recorder.table.happened')}</th></tr></thead><tbody>${rows}</tbody></table>`
      : whole !== undefined
        ? markup`<p>${t('recorder.picture.notLooked', { reason: reasonWords(words, whole.reason) })}</p>`
        : markup`<p>${t('recorder.picture.none')}</p>`
  return markup`
<article>
<div class="heading"><h3>${t(`recorder.picture.${kind}`)}</h3></div>
${content}
</article>`
}
