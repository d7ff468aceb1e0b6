/** The answer on the page. */
import { stackWords } from '../../../text/fact-words.ts'
import type { Report } from '../../schema/report-schema.ts'
import { icon } from '../icons.ts'
import { markup, type Markup } from '../markup.ts'
import { chip, lookOf, worstLook, type TrustLook } from '../trust-look.ts'
import type { Writer } from '../writer.ts'

/** `attention`: some finding asks the reader to act. The others are about Apple's two lists alone. */
type Answer = 'attention' | 'genuine' | 'unsure' | 'none' | 'unknown'

/** iTunes itself and its neighbours are no background helpers: they do not count here, but for what was found about them. */
function helpersOf({ processes }: Report) {
  return processes.filter(({ group }) => group !== 'related')
}

function judgeAnswer(report: Report): Answer {
  if (report.findings.some(({ severity }) => severity !== 'info')) return 'attention'
  const helpers = helpersOf(report)
  switch (worstLook(helpers.flatMap(({ instances }) => instances))) {
    case 'genuine':
      return 'genuine'
    case 'unknown':
    case 'closer':
      return 'unsure'
    case undefined:
      return helpers.some(({ status }) => status === 'cannot-tell') ? 'unknown' : 'none'
  }
}

const looks = {
  attention: { look: 'closer', sign: 'look' },
  genuine: { look: 'genuine', sign: 'tick' },
  unsure: { look: 'unknown', sign: 'question' },
  none: { look: 'unknown', sign: 'idle' },
  unknown: { look: 'unknown', sign: 'question' },
} as const satisfies Record<Answer, unknown>

export function describeAnswer(report: Report, writer: Writer): Markup {
  const { t } = writer.words
  const answer = judgeAnswer(report)
  const { look, sign } = looks[answer]
  const running = helpersOf(report).filter(({ status }) => status === 'running').length
  const count =
    answer === 'attention'
      ? report.findings.filter(({ severity }) => severity !== 'info').length
      : running
  return markup`
<section class="card answer ${look}" aria-labelledby="answer">
<div class="sign">${icon(sign)}</div>
<div>
<h2 id="answer">${t(`report.html.answer.${answer}`, { count })}</h2>
<p>${t(`report.html.answerHint.${answer}`)}</p>
${describeTally(report, writer)}
${describeStack(report, writer)}
</div>
</section>`
}

function describeTally(report: Report, { words: { t } }: Writer): Markup {
  const helpers = helpersOf(report)
  const instances = helpers.flatMap((process) => process.instances)
  const count = (look: TrustLook) => instances.filter(({ trust }) => lookOf(trust) === look).length
  const idle = helpers.filter(({ status }) => status === 'not-running').length
  const shown = [
    { look: 'genuine', sign: 'tick', text: 'genuine', count: count('genuine') },
    { look: 'closer', sign: 'look', text: 'closer', count: count('closer') },
    { look: 'unknown', sign: 'question', text: 'unknown', count: count('unknown') },
    { look: 'quiet', sign: 'idle', text: 'notRunning', count: idle },
  ] as const
  const chips = shown
    .filter((one) => one.count > 0)
    .map(
      (one) =>
        markup`<li>${chip(one.look, one.sign, t(`report.html.tally.${one.text}`, { count: one.count }))}</li>`,
    )
  return markup`<ul class="tally" aria-label="${t('report.html.tally.label')}">${chips}</ul>`
}

function describeStack(report: Report, { words }: Writer): Markup | undefined {
  const { stack, stackSigns = [], stackUnknown = [] } = report
  if (stack === undefined) return undefined
  const question = { stack, signs: stackSigns, unknown: stackUnknown }
  const { answer, signs, notSeen } = stackWords(words, question)
  return markup`
<div class="stack">
<h3>${words.t('stack.title')}</h3>
<p>${answer} ${notSeen}</p>
${signs.length === 0 ? undefined : markup`<ul class="signs">${signs.map((sign) => markup`<li>${sign}</li>`)}</ul>`}
</div>`
}
