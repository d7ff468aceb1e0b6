/** The servers and ports of Apple's article on the page. */
import { mergeEvidence } from '../../../catalogue/confidence.ts'
import type { Evidence } from '../../../model/evidence.ts'
import {
  articleEndpoints,
  articlePortRows,
  articlePorts,
  articleServerRows,
  type ArticleRow,
} from '../../../text/article-words.ts'
import { describeEvidence } from '../claims.ts'
import { fold } from '../fold.ts'
import { markup, type Markup } from '../markup.ts'
import type { Writer } from '../writer.ts'

export function describeArticle(writer: Writer): Markup {
  const { words } = writer
  const servers = articleEndpoints().flatMap((one) => [one, one.fate, one.purpose])
  const ports = articlePorts().flatMap((one) => [one, one.protocolEvidence, one.roleEvidence])
  return markup`
${describeRows('article-servers', words.t('connections.report.articleServers'), articleServerRows(words), servers, writer)}
${describeRows('article-ports', words.t('connections.report.articlePorts'), articlePortRows(words), ports, writer)}`
}

function describeRows(
  id: string,
  title: string,
  rows: readonly ArticleRow[],
  evidence: readonly Evidence[],
  writer: Writer,
): Markup {
  const sources = mergeEvidence(evidence, writer.catalogue.sources)
  return fold(
    id,
    title,
    markup`
<div class="card">
<dl class="rows about">${rows.map(({ name, text }) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
<details><summary>${writer.words.t('report.html.from')}<span class="unseen">: ${title}</span></summary>
<ul>${sources.map((one) => markup`<li>${describeEvidence(one, writer)}</li>`)}</ul></details>
</div>`,
  )
}
