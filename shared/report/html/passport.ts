/**
 * The passport of a running process on the page. The verdict, the four facts that it rests on, and all else that is
 * known.
 */
import { factNames, type FactState } from '../../model/evidence.ts'
import { reasonWords } from '../../text/fact-words.ts'
import type { ReportExamined, ReportInstance } from '../schema/report-schema.ts'
import { describeDetails } from './details.ts'
import { icon, type IconName } from './icons.ts'
import { markup, type Markup } from './markup.ts'
import { trustLine } from './trust-look.ts'
import type { Writer } from './writer.ts'

const factIcons: Readonly<Record<FactState, IconName>> = {
  ticked: 'tick',
  crossed: 'cross',
  unknown: 'question',
}

/** @param imageName what the catalogue calls the program that it is held against. */
export function describePassport(
  instance: ReportInstance,
  imageName: string,
  writer: Writer,
): Markup {
  const { words } = writer
  const { pid, trust, trustReason, facts } = instance
  const reason =
    trust !== 'cannot-tell' || trustReason === undefined || trustReason === null
      ? ''
      : ` (${reasonWords(words, trustReason)})`
  return markup`
<div class="passport">
<h4>${words.t('report.html.process', { pid })}</h4>
${trustLine(trust, words.t(`trust.${trust}`) + reason)}
${facts && describeFacts(facts, writer)}
${describeDetails(instance, imageName, writer)}
</div>`
}

/** The same for a program that the catalogue does not know: nothing to hold it against, so no verdict. */
export function describeUnjudged(process: ReportExamined, writer: Writer): Markup {
  return markup`
<div class="passport">
<h4>${writer.words.t('report.html.process', { pid: process.pid })}</h4>
${describeDetails(process, process.name, writer)}
</div>`
}

function describeFacts(
  facts: NonNullable<ReportInstance['facts']>,
  { words: { t } }: Writer,
): Markup {
  const rows = factNames.map((name) => {
    const { state, text } = facts[name]
    return markup`
<div class="${state}"><dt>${icon(Object.hasOwn(factIcons, state) ? factIcons[state] : factIcons.unknown)} ${t(`evidence.fact.${name}`)}</dt>
<dd><span class="state">${t(`evidence.state.${state}`)}.</span> ${text}</dd></div>`
  })
  return markup`<dl class="facts" aria-label="${t('report.html.facts')}">${rows}
</dl>`
}
