/** Sources and confidence on the page. With links to the sources' own pages. */
import { mergeEvidence, type ShownEvidence } from '../../catalogue/confidence.ts'
import type { CatalogueProcess, Source } from '../../catalogue/schemas/catalogue-schema.ts'
import { markup, type Markup, type Piece } from './markup.ts'
import type { Writer } from './writer.ts'

interface Claim {
  readonly name: string
  readonly evidence: ShownEvidence
}

/** Closed until somebody asks; open on paper. */
export function describeClaims(entry: CatalogueProcess, writer: Writer): Markup {
  const { t } = writer.words
  const lines = claimsOf(entry, writer).map(
    ({ name, evidence }) =>
      markup`<li><span class="claim">${name}:</span> ${describeEvidence(evidence, writer)}</li>`,
  )
  return markup`
<details><summary>${t('report.html.from')}<span class="unseen">: ${entry.imageName}</span></summary>
<ul>${lines}</ul></details>`
}

export function describeEvidence({ shown, sources }: ShownEvidence, writer: Writer): Piece {
  const titles = sources.map((key, index) => [
    index === 0 ? ' ' : ' · ',
    sourceLink(writer.catalogue.sources[key], key),
  ])
  return [`${writer.words.t(`confidence.${shown}`)}.`, titles]
}

/** Only a page on the web is linked, and the page is not told where the reader came from. */
export function sourceLink(source: Source | undefined, key: string): Piece {
  const title = source?.title ?? key
  return source?.url?.startsWith('https://') === true
    ? markup`<a href="${source.url}" rel="noreferrer">${title}</a>`
    : title
}

function claimsOf(entry: CatalogueProcess, { words: { t }, catalogue }: Writer): readonly Claim[] {
  const all = [
    { name: t('report.what'), found: [entry.what] },
    { name: t('report.ifDisabled'), found: [entry.ifDisabled] },
    { name: t('report.note'), found: [entry.note] },
    { name: t('report.html.fromRuns'), found: [entry.runsEvidence, entry.retired] },
    { name: t('evidence.fact.folder'), found: entry.folders },
    { name: t('evidence.fact.signer'), found: [entry.signer] },
    { name: t('evidence.fact.originalName'), found: [entry.versionInfo] },
    { name: t('report.html.service'), found: [entry.service] },
    { name: t('autostart.label'), found: [entry.autostart] },
  ]
  return all.flatMap(({ name, found }) =>
    mergeEvidence(found, catalogue.sources).map((evidence) => ({ name, evidence })),
  )
}
