/** What somebody was looking into, on the page. */
import { walkWords, type WalkWords } from '../../../text/walk-words.ts'
import { label } from '../../../text/label.ts'
import type { Report } from '../../schema/report-schema.ts'
import type { Words } from '../../../text/words.ts'
import { sourceLink } from '../claims.ts'
import { markup, type Markup, type Piece } from '../markup.ts'
import type { Writer } from '../writer.ts'

/** @returns undefined where nobody asked. */
export function describeWalk({ diagnosis }: Report, { words }: Writer): Markup | undefined {
  if (diagnosis === undefined) return undefined
  const { title, cause, next, steps, sources } = walkWords(words, diagnosis)
  return markup`
<section aria-labelledby="walk">
<div class="title"><h2 id="walk">${label(words, words.t('doctor.title'))} ${title}</h2></div>
${cause === null ? undefined : markup`<p class="lead">${cause}</p>`}
${next.map((line) => markup`<p>${line}</p>`)}
<ul class="card list plain">${steps.map(({ sign, text }) => markup`<li><p>${sign} ${text}</p></li>`)}</ul>
${sources.length === 0 ? undefined : describeSources(sources, words)}
</section>`
}

/** Closed until somebody asks, as everywhere on the page. */
function describeSources(steps: WalkWords['sources'], { t }: Words): Markup {
  const lines = steps.map(
    ({ name, sources }) =>
      markup`<li><span class="claim">${name}:</span> ${sources.map(({ confidence, pages }) => [
        `${t(`confidence.${confidence}`)}. `,
        pages.map(({ title, url }, index) => [index === 0 ? '' : ' · ', linked(title, url)]),
        ' ',
      ])}</li>`,
  )
  return markup`
<details><summary>${t('report.html.from')}<span class="unseen">: ${t('doctor.checked')}</span></summary>
<ul>${lines}</ul></details>`
}

function linked(title: string, url: string | null): Piece {
  return sourceLink({ title, kind: 'community', ...(url !== null && { url }) }, title)
}
