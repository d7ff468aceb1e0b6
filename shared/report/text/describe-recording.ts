/** A recording in a text report. */
import { mostLanes } from '../../recorder/lane-order.ts'
import { label } from '../../text/label.ts'
import { laneWords, seconds } from '../../text/recording-words.ts'
import type { Words } from '../../text/texts.ts'
import { shortText } from '../../text/visible-text.ts'
import { timeIn } from './describe-instance.ts'
import type { Report } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'

const longestText = 4_000

/** Empty when the report holds none. */
export function describeRecording({ recording }: Report, words: Words): string[] {
  if (recording === undefined) return []
  const { t } = words
  const { title, text, startedAtUtc, durationMs, sampleEveryMs, lanesLeftOut } = recording
  const at = t('recorder.report.at', {
    time: timeIn(words, startedAtUtc),
    seconds: seconds(words, durationMs),
  })
  const every = t('recorder.picture.every', { seconds: seconds(words, sampleEveryMs) })
  const lines = ['', '', t('recorder.report.title'), wrapText(`${at} ${every}`, '  '), '']
  lines.push(wrapText(shortText(title, longestText), '  '))
  if (text !== '') lines.push(wrapText(shortText(text, longestText), '  '))
  // Another program may have written the report, with more than ours would.
  const lanes = recording.lanes.slice(0, mostLanes)
  for (const kind of ['process', 'service', 'port'] as const) {
    const those = lanes.filter((lane) => lane.kind === kind)
    if (those.length === 0) continue
    lines.push('', `  ${t(`recorder.picture.${kind}`)}`)
    for (const lane of those) {
      const told = `${label(words, laneTitle(words, lane))} ${laneWords(words, lane).join(', ')}`
      lines.push(wrapText(shortText(told, longestText), '  - ', '    '))
    }
  }
  const left = lanesLeftOut + recording.lanes.length - lanes.length
  if (left > 0) lines.push(wrapText(t('recorder.picture.leftOut', { count: left }), '  '))
  return lines
}

type ReportLane = NonNullable<Report['recording']>['lanes'][number]

/** `iPodService.exe (process 4312)`, `TCP 27015 (of AppleMobileDeviceService.exe)`. */
export function laneTitle({ t }: Words, { label, pid, owners }: ReportLane): string {
  const names = owners.slice(0, 4).map((name) => shortText(name))
  const more =
    pid !== null
      ? ` (${t('recorder.table.pid', { pid })})`
      : names.length > 0
        ? ` (${t('recorder.table.owners', { names: names.join(', ') })})`
        : ''
  return `${shortText(label)}${more}`
}
