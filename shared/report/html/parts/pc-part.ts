/** What this PC has, on the page. */
import { pcWords } from '../../../text/pc-words.ts'
import type { Report } from '../../schema/report-schema.ts'
import { describeRow } from '../details.ts'
import { fold } from '../fold.ts'
import { markup, type Markup } from '../markup.ts'
import type { Writer } from '../writer.ts'

/** @returns undefined when the report says nothing about it. */
export function describePc({ pc }: Report, { words }: Writer): Markup | undefined {
  const told = pcWords(words, pc)
  if (told === undefined) return undefined
  return fold(
    'pc',
    words.t('pc.title'),
    markup`
<p class="lead">${words.t('pc.hint')}</p>
<div class="card list">
<article>
${told.notes.map((note) => markup`<p>${note}</p>`)}
<dl class="rows specs">
${told.rows.map(({ label, parts }) => describeRow({ label, value: parts.join(' · '), isWide: true }))}
</dl>
</article>
</div>`,
  )
}
