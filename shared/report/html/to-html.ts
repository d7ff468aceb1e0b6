/** A report as one page. */
import type { Catalogue } from '../../catalogue/schemas/catalogue-schema.ts'
import { severityOf, worstFirst } from '../../judge/findings/findings.ts'
import type { Severity } from '../../model/finding.ts'
import type { Words } from '../../text/texts.ts'
import { label } from '../../text/label.ts'
import type { Report } from '../schema/report-schema.ts'
import { describeAnswer } from './parts/answer-part.ts'
import { describeArticle } from './parts/article-part.ts'
import { describeAutostart } from './parts/autostart-part.ts'
import { describeConnections, hasConnections } from './parts/connections-part.ts'
import { describeHead, describeLook } from './parts/head-part.ts'
import { drawings, icon, type IconName } from './icons.ts'
import { pageElement } from '../read/json-in-page.ts'
import { markup, raw, type Markup } from './markup.ts'
import {
  describeLookAlikes,
  describeOtherApple,
  describeSources,
  describeStatements,
} from './parts/other-parts.ts'
import { describePc } from './parts/pc-part.ts'
import { describeProcess } from './parts/process-part.ts'
import { describeRecording } from './parts/recording-part.ts'
import { describeServices } from './parts/services-part.ts'
import { describeWalk } from './parts/walk-part.ts'
import { createWriter, type Writer } from './writer.ts'

const groups = ['core', 'sync', 'related'] as const
const severityIcons: Readonly<Record<Severity, IconName>> = {
  danger: 'look',
  attention: 'look',
  info: 'info',
}

/** Without script, without anything to fetch: what the page holds is all that it is. */
export function toHtml(report: Report, catalogue: Catalogue, words: Words): string {
  const writer = createWriter(words, catalogue)
  const { t } = words
  const content =
    report.explained === undefined
      ? describeAll(report, writer)
      : [describeExplained(report.explained), describeKeepThem(writer)]
  const page = markup`<!doctype html>
<html lang="${words.language}">
${describeHead(report, writer)}
<body>
${drawings}
<a class="skip" href="#main">${t('report.html.skip')}</a>
${describeLook(report, writer)}
${report.explained === undefined ? describeContents(report, writer) : undefined}
<main id="main" tabindex="-1">
${content}
</main>
<footer>
<p>${t('report.html.madeBy', { name: report.app.name, version: report.app.version })}</p>
<p>${t('app.notApple')}</p>
</footer>
${raw(pageElement(report))}
</body>
</html>
`
  return page.toString()
}

function describeAll(report: Report, writer: Writer): Markup {
  return markup`
${describeAnswer(report, writer)}
${describeFindings(report, writer)}
${describeThen(report, writer)}
${describeWalk(report, writer)}
${describeKeepThem(writer)}
${groups.map((group) => describeGroup(report, group, writer))}
${describeLookAlikes(report, writer)}
${describeOtherApple(report, writer)}
${describeServices(report, writer)}
${describeAutostart(report, writer)}
${describePc(report, writer)}
${describeConnections(report, writer)}
${describeRecording(report, writer)}
${describeArticle(writer)}
${describeStatements(writer)}
${describeSources(writer)}`
}

function describeContents(report: Report, { words: { t } }: Writer): Markup {
  const { findings, services = [], autostart = [], lookAlikes = [], otherApple } = report
  const links: (Markup | undefined)[] = [
    findings.length === 0 ? undefined : markup`<a href="#findings">${t('report.attention')}</a>`,
    report.diagnosis === undefined ? undefined : markup`<a href="#walk">${t('doctor.title')}</a>`,
    markup`<a href="#core">${t('group.core.title')}</a>`,
    markup`<a href="#sync">${t('group.sync.title')}</a>`,
    markup`<a href="#related">${t('group.related.title')}</a>`,
    lookAlikes.length === 0
      ? undefined
      : markup`<a href="#look-alikes">${t('report.lookAlikes')}</a>`,
    otherApple?.length === 0
      ? undefined
      : markup`<a href="#other-apple">${t('report.otherApple')}</a>`,
    services.length === 0
      ? undefined
      : markup`<a href="#services">${t('report.html.services')}</a>`,
    autostart.length === 0 ? undefined : markup`<a href="#autostart">${t('autostart.title')}</a>`,
    hasConnections(report)
      ? markup`<a href="#connections">${t('connections.report.title')}</a>`
      : undefined,
    report.recording === undefined
      ? undefined
      : markup`<a href="#recording">${t('recorder.report.link')}</a>`,
    markup`<a href="#article-servers">${t('connections.report.articleServers')}</a>`,
    markup`<a href="#article-ports">${t('connections.report.articlePorts')}</a>`,
    markup`<a href="#statements">${t('report.html.statements')}</a>`,
    markup`<a href="#sources">${t('report.html.sources')}</a>`,
  ]
  const items = links.filter((link) => link !== undefined)
  return markup`
<nav aria-label="${t('report.html.contents')}"><ul>${items.map((link) => markup`<li>${link}</li>`)}</ul></nav>`
}

function describeFindings({ findings }: Report, { words }: Writer): Markup | undefined {
  if (findings.length === 0) return undefined
  const items = worstFirst(findings).map((finding) => describeFinding(finding, words))
  return markup`
<section aria-labelledby="findings">
<div class="title"><h2 id="findings">${words.t('report.attention')}</h2></div>
<ul class="card list plain findings">${items}</ul>
</section>`
}

function describeFinding(finding: Report['findings'][number], { t }: Words): Markup {
  const { text, action } = finding
  const severity = severityOf(finding)
  const command = action?.command ?? null
  return markup`
<li class="${severity}">${icon(severityIcons[severity])}<div><p><strong>${t(`severity.${severity}`)}.</strong> ${text}</p>${
    action === undefined ? undefined : markup`<p class="action">→ ${action.text}</p>`
  }${command === null ? undefined : markup`<pre><code>${command}</code></pre>`}</div></li>`
}

/** What an opened report said, and what its facts no longer come to. */
function describeThen({ findingsThen = [] }: Report, { words }: Writer): Markup | undefined {
  if (findingsThen.length === 0) return undefined
  return markup`
<section aria-labelledby="then">
<div class="title"><h2 id="then">${words.t('report.then.title')}</h2></div>
<p class="lead">${words.t('report.then.hint')}</p>
<ul class="card list plain findings">${findingsThen.map((finding) => describeFinding(finding, words))}</ul>
</section>`
}

function describeKeepThem({ words: { t } }: Writer): Markup {
  return markup`
<section class="card keep" aria-labelledby="keep">
${icon('on')}
<div><h2 id="keep">${t('report.keepThem')}</h2><p>${t('statement.keep-enabled')} ${t('statement.quicktime-exception')}</p></div>
</section>`
}

/** What runs comes first, each on a card of its own; the others share one that is closed. */
function describeGroup(
  { processes }: Report,
  group: (typeof groups)[number],
  writer: Writer,
): Markup {
  const { t } = writer.words
  const members = processes.filter((process) => process.group === group)
  const running = members.filter(({ status }) => status === 'running')
  const others = members.filter(({ status }) => status !== 'running')
  const count = t('report.groupCount', { running: running.length, total: members.length })
  return markup`
<section aria-labelledby="${group}">
<div class="title"><h2 id="${group}">${t(`group.${group}.title`)}</h2><p class="count">${count}</p></div>
<p class="lead">${t(`group.${group}.description`)}</p>
${running.map((process) => markup`<div class="card">${describeProcess(process, writer)}</div>`)}
${describeOthers(others, group, writer)}
</section>`
}

function describeOthers(
  others: Report['processes'],
  group: (typeof groups)[number],
  writer: Writer,
): readonly Markup[] {
  const { words } = writer
  const { t } = words
  return [...new Set(others.map(({ status }) => status))].map((status) => {
    const alike = others.filter((process) => process.status === status)
    const title =
      status === 'not-running'
        ? t('report.html.tally.notRunning', { count: alike.length })
        : `${label(words, t(`status.${status}`))} ${alike.length}`
    return markup`
<details class="fold"><summary>${title}<span class="unseen">: ${t(`group.${group}.title`)}</span></summary>
<div class="card list">${alike.map((process) => describeProcess(process, writer))}</div>
</details>`
  })
}

function describeExplained(explained: NonNullable<Report['explained']>): Markup[] {
  return explained.map(
    ({ asked, text }) => markup`
<section class="card explained">
<h2><bdi>${asked}</bdi></h2>
${text.split('\n').map((paragraph) => markup`<p>${paragraph}</p>`)}
</section>`,
  )
}
