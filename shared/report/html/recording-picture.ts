/** The picture of one lane on the page. */
import type { Report } from '../schema/report-schema.ts'
import { markup, type Markup } from './markup.ts'

type ReportRecording = NonNullable<Report['recording']>
type ReportLane = ReportRecording['lanes'][number]

/** Units of the drawing: the page makes it as wide as its column. */
const width = 300
const height = 14
const everySeconds = 5
/** A report of somebody else's may claim that it lasted for years. */
const mostGridlines = 12
const mostSpans = 80

/** The seconds over the lanes. */
export function drawAxis({ plannedMs, durationMs }: ReportRecording): Markup {
  const wholeMs = Math.max(plannedMs, durationMs, 1)
  const count = Math.min(mostGridlines, Math.floor(wholeMs / 1000 / everySeconds))
  const numbers = Array.from({ length: count + 1 }, (_, index) => {
    const second = index * everySeconds
    return markup`<text x="${round(((second * 1000) / wholeMs) * width)}" y="11">${second}</text>`
  })
  return markup`<svg class="lane axis" viewBox="-6 0 ${width + 12} ${height}" aria-hidden="true">${numbers}</svg>`
}

/** For eyes alone: the words stand beside it. */
export function drawLane(lane: ReportLane, recording: ReportRecording): Markup {
  const wholeMs = Math.max(recording.plannedMs, recording.durationMs, 1)
  const x = (ms: number) => round((Math.min(Math.max(ms, 0), wholeMs) / wholeMs) * width)
  const lines = Math.min(mostGridlines, Math.floor(wholeMs / 1000 / everySeconds))
  const grid = Array.from({ length: lines + 1 }, (_, index) => {
    const at = x(index * everySeconds * 1000)
    return markup`<line class="grid" x1="${at}" x2="${at}" y1="0" y2="${height}"/>`
  })
  const spans = lane.spans.slice(0, mostSpans).map(({ fromMs, toMs, state }) => {
    const from = x(fromMs)
    const wide = Math.max(2, round(x(toMs) - from))
    const isThere = state === null || state === 'running'
    const [y, high] = isThere ? [3, height - 6] : [height / 2 - 1, 2]
    return markup`<rect class="${lane.id === null ? 'other' : 'apple'}" x="${from}" y="${y}" width="${wide}" height="${high}" rx="${high / 2}"/>`
  })
  const marks = lane.events.slice(0, mostSpans).map(({ kind, atMs }) => drawMark(kind, x(atMs)))
  return markup`<svg class="lane" viewBox="-6 0 ${width + 12} ${height}" aria-hidden="true">${grid}${spans}${marks}</svg>`
}

/** Three shapes, so that nobody has to tell colours apart. */
function drawMark(kind: ReportLane['events'][number]['kind'], at: number): Markup {
  const middle = height / 2
  if (kind === 'appeared') return markup`<circle class="mark" cx="${at}" cy="${middle}" r="4"/>`
  if (kind === 'went') {
    const [left, right, top, bottom] = [at - 3, at + 3, middle - 3, middle + 3].map(round)
    return markup`<path class="mark" d="M${left} ${top} ${right} ${bottom}M${right} ${top} ${left} ${bottom}"/>`
  }
  return markup`<path class="mark" d="M${at} ${middle - 4}l4 4-4 4-4-4z"/>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
