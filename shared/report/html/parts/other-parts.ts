/** Look-alikes, other programs, statements and sources on the page. */
import type { Report } from '../../schema/report-schema.ts'
import { mergeEvidence } from '../../../catalogue/confidence.ts'
import { runningOtherWords } from '../../../text/other-program-words.ts'
import { describeEvidence, sourceLink } from '../claims.ts'
import { dataText } from '../data-text.ts'
import { fold } from '../fold.ts'
import { markup, type Markup } from '../markup.ts'
import { describePassport, describeUnjudged } from '../passport.ts'
import { lookOf, trustChip } from '../trust-look.ts'
import type { Writer } from '../writer.ts'

export function describeLookAlikes(
  { lookAlikes = [] }: Report,
  writer: Writer,
): Markup | undefined {
  if (lookAlikes.length === 0) return undefined
  const { words } = writer
  const articles = lookAlikes.map(
    (one) => markup`
<article class="card process">
<div class="heading"><h3>${dataText(one.name)}</h3><p class="chips">${trustChip(lookOf(one.trust), words)}</p></div>
<p>${one.text}</p>
${describePassport(one, one.resembles, writer)}
</article>`,
  )
  return markup`
<section aria-labelledby="look-alikes">
<div class="title"><h2 id="look-alikes">${words.t('report.lookAlikes')}</h2></div>
<p class="lead">${words.t('lookAlike.advice')}</p>
${articles}
</section>`
}

/** Absent means that nobody could look: then it says so, because silence would mean "none". */
export function describeOtherApple({ otherApple }: Report, writer: Writer): Markup | undefined {
  const { t } = writer.words
  if (otherApple?.length === 0) return undefined
  const articles = otherApple?.map((one) => {
    const description = one.version.state === 'known' ? one.version.value.fileDescription : null
    return markup`
<article class="card process">
<div class="heading"><h3>${dataText(one.name)}</h3></div>
${description === null ? undefined : markup`<p class="aka">${dataText(description)}</p>`}
${describeOtherProgram(one.name, writer)}
${describeUnjudged(one, writer)}
</article>`
  })
  return markup`
<section aria-labelledby="other-apple">
<div class="title"><h2 id="other-apple">${t('report.otherApple')}</h2></div>
${articles ?? markup`<p class="lead">${t('report.html.otherAppleUnknown')}</p>`}
</section>`
}

function describeOtherProgram(name: string, writer: Writer): Markup | undefined {
  const known = runningOtherWords(writer.words, name, writer.catalogue)
  if (known === undefined) return undefined
  const { what, goesWith, missing, evidence } = known
  return markup`
<p>${[what, goesWith, missing].filter((text) => text !== undefined).join(' ')}</p>
${evidence.map((one) => markup`<p class="aka">${describeEvidence(one, writer)}</p>`)}`
}

export function describeStatements(writer: Writer): Markup {
  const { words, catalogue } = writer
  const statements = catalogue.statements
    // The advice stands at the top, with the exception to it.
    .filter(({ id }) => id !== 'keep-enabled' && id !== 'quicktime-exception')
    .flatMap((statement) => {
      const key = `statement.${statement.id}`
      const [evidence] = mergeEvidence([statement], catalogue.sources)
      return words.has(key) && evidence !== undefined ? [{ text: words.t(key), evidence }] : []
    })
  const froms = statements.map(
    ({ text, evidence }) =>
      markup`<li><span class="claim">${text}</span> ${describeEvidence(evidence, writer)}</li>`,
  )
  return fold(
    'statements',
    words.t('report.html.statements'),
    markup`
<div class="card">
<ul class="statements">${statements.map(({ text }) => markup`<li>${text}</li>`)}</ul>
<details><summary>${words.t('report.html.from')}</summary>
<ul>${froms}</ul></details>
</div>`,
  )
}

export function describeSources({ words: { t }, catalogue }: Writer): Markup {
  const items = Object.entries(catalogue.sources).map(
    ([key, source]) =>
      markup`<li>${sourceLink(source, key)} <span class="kind">(${t(`report.html.sourceKind.${source.kind}`)})</span></li>`,
  )
  return fold(
    'sources',
    t('report.html.sources'),
    markup`
<p class="lead">${t('report.html.sourcesHint')}</p>
<ul class="card sources">${items}</ul>`,
  )
}
