/** What somebody was looking into, on the page. */
import { walkWords } from '../../text/doctor-words.ts'
import { label } from '../../text/label.ts'
import type { Report } from '../schema/report-schema.ts'
import { markup, type Markup } from './markup.ts'
import type { Writer } from './writer.ts'

/** @returns undefined where nobody asked. */
export function describeWalk({ diagnosis }: Report, { words }: Writer): Markup | undefined {
  if (diagnosis === undefined) return undefined
  const { title, cause, next, steps } = walkWords(words, diagnosis)
  return markup`
<section aria-labelledby="walk">
<div class="title"><h2 id="walk">${label(words, words.t('doctor.title'))} ${title}</h2></div>
${cause === null ? undefined : markup`<p class="lead">${cause}</p>`}
${next.map((line) => markup`<p>${line}</p>`)}
<ul class="card list plain">${steps.map(({ sign, text }) => markup`<li><p>${sign} ${text}</p></li>`)}</ul>
</section>`
}
