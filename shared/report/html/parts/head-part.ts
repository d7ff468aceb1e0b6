/** The head of the page: policy, title, when and where. */
import { productWords, systemWords } from '../../../text/system-words.ts'
import { reasonWords } from '../../../text/fact-words.ts'
import type { Words } from '../../../text/texts.ts'
import { shortText } from '../../../text/visible-text.ts'
import type { Report } from '../../schema/report-schema.ts'
import { icon } from '../icons.ts'
import { markup, type Markup, type Piece } from '../markup.ts'
import { styleElement, styleHash } from '../style.ts'
import type { Writer } from '../writer.ts'
import { label } from '../../../text/label.ts'

/** Should anything ever get past the escaping, it still could not run, load or send. */
const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`

export function describeHead(report: Report, { words, plainTime }: Writer): Markup {
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.t('report.title')} · ${plainTime(report.generatedAtUtc)}</title>
${styleElement}
</head>`
}

export function describeLook(report: Report, { words, time }: Writer): Markup {
  const { t } = words
  const { machine, products = [] } = report
  const system =
    machine.platform === 'win32'
      ? systemWords(words, machine)
      : `${platformWords(words, machine.platform)} ${shortText(machine.release)}`
  const facts: readonly (readonly [string, Piece])[] = [
    [t('report.html.lookedAt'), time(report.generatedAtUtc)],
    [t('report.html.pc'), t('report.system', { system, arch: shortText(machine.arch) })],
    ...(products.length === 0
      ? []
      : [[t('report.html.installed'), productWords(words, products).join(' · ')] as const]),
    [t('report.html.seen'), report.processesSeen],
    [t('report.html.listedBy'), t(`report.html.lister.${report.lister}`)],
    [t('report.html.elevated'), describeElevated(report, words)],
  ]
  return markup`
<header>
<div class="mark">${icon('glass')}</div>
<h1>${t('report.title')}</h1>
<dl class="look" aria-label="${t('report.html.look')}">
${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
</dl>
${report.notKnown === undefined ? undefined : markup`<p class="lead">${t('report.notKnown', { count: report.notKnown })}</p>`}
</header>`
}

function describeElevated({ elevated }: Report, words: Words): string {
  const { t } = words
  if (elevated?.state === 'known') {
    return t(elevated.value ? 'report.html.elevatedYes' : 'report.html.elevatedNo')
  }
  const reason = reasonWords(words, elevated?.reason ?? 'not-checked')
  return `${label(words, t('report.html.notKnown'))} ${reason}`
}

function platformWords({ t, has }: Words, platform: string): string {
  const key = `report.html.platform.${platform}`
  return has(key) ? t(key) : shortText(platform)
}
