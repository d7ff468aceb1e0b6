/** A report as text. */
import { productWords, systemWords } from '../../text/system-words.ts'
import type { Catalogue } from '../../catalogue/schemas/catalogue-schema.ts'
import { stackWords } from '../../text/fact-words.ts'
import { wordsOfProcess } from '../../text/process-words.ts'
import type { TextKey, Words } from '../../text/texts.ts'
import { shortText, visibleText } from '../../text/visible-text.ts'
import { editionWords } from '../../text/edition-words.ts'
import { describeArticle } from './describe-article.ts'
import { describeAutostart } from './describe-autostart.ts'
import { describeConnections } from './describe-connections.ts'
import { describePc } from './describe-pc.ts'
import { describeServices } from './describe-services.ts'
import { describeWalk } from './describe-walk.ts'
import { describeRecording } from './describe-recording.ts'
import { describeExamined, describeInstance, timeIn } from './describe-instance.ts'
import type { Report, ReportExplanation, ReportProcess } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'
import { label } from '../../text/label.ts'
import {
  evidenceLines,
  runningOtherWords,
  type OtherProgramWords,
} from '../../text/other-program-words.ts'

const groups = ['core', 'sync', 'related'] as const

/** Everything that came from a system or a file passes `visibleText`: a name may hold escape sequences. */
export function toText(report: Report, catalogue: Catalogue, words: Words): string {
  const { t } = words
  const statement = (id: string) => wrapText(t(`statement.${id}` as TextKey))
  if (report.explained !== undefined) return explanationsAsText(report.explained)
  const lines = [
    t('report.title'),
    describeLook(report, words),
    ...describeStack(report, words),
    ...describeNotKnown(report, words),
    '',
    wrapText(
      `${label(words, t('report.keepThem'))} ${t('statement.keep-enabled')} ${t('statement.quicktime-exception')}`,
    ),
  ]
  if (report.findings.length > 0) {
    lines.push('', t('report.attention'))
    lines.push(...report.findings.map((finding) => describeFinding(finding, words)))
  }
  const { findingsThen = [] } = report
  if (findingsThen.length > 0) {
    lines.push('', t('report.then.title'), wrapText(t('report.then.hint'), '  '))
    lines.push(...findingsThen.map((finding) => describeFinding(finding, words)))
  }
  lines.push(...describeWalk(report, words))
  for (const group of groups) {
    const members = report.processes.filter((process) => process.group === group)
    const running = members.filter(({ status }) => status === 'running').length
    const count = t('report.groupCount', { running, total: members.length })
    lines.push('', '', `${label(words, t(`group.${group}.title`))} ${count}`)
    for (const process of members) lines.push('', ...describeProcess(process, catalogue, words))
  }
  lines.push(...describeLookAlikes(report, words), ...describeOtherApple(report, catalogue, words))
  lines.push(...describeServices(report, words), ...describeAutostart(report, words))
  lines.push(...describePc(report, words))
  lines.push(...describeConnections(report, words), ...describeRecording(report, words))
  lines.push(...describeArticle(words), '', '')
  for (const { id } of catalogue.statements) {
    // The advice stands at the top, and at its end the exception to it.
    if (id !== 'keep-enabled' && id !== 'quicktime-exception') lines.push(statement(id), '')
  }
  lines.push(wrapText(t('app.notApple')))
  return ended(lines)
}

/** Whoever asks about a name gets the answer, and nothing before it. */
export function explanationsAsText(explained: readonly ReportExplanation[]): string {
  const answers = explained.map(({ text }) =>
    text.split('\n').map((paragraph) => wrapText(visibleText(paragraph))),
  )
  return ended(answers.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])))
}

function ended(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function describeFinding(
  { severity, text, action }: Report['findings'][number],
  words: Words,
): string {
  const said = `- ${label(words, words.t(`severity.${severity}`))} ${shortText(text, longestText)}`
  const lines = [wrapText(said, '  ', '    ')]
  if (action !== undefined)
    lines.push(wrapText(`→ ${shortText(action.text, longestText)}`, '    ', '      '))
  if (action?.command !== undefined && action.command !== null) {
    lines.push(`      ${shortText(action.command)}`)
  }
  return lines.join('\n')
}

const longestText = 2_000

function describeNotKnown({ notKnown = 0 }: Report, { t }: Words): string[] {
  return notKnown === 0 ? [] : [wrapText(t('report.notKnown', { count: notKnown }))]
}

function describeLook(report: Report, words: Words): string {
  const { t } = words
  const system = systemWords(words, report.machine)
  return visibleText(
    [
      t('report.takenAt', { time: timeIn(words, report.generatedAtUtc) }),
      t('report.system', { system, arch: report.machine.arch }),
      ...productWords(words, report.products ?? []),
      t('report.seen', { count: report.processesSeen }),
      report.lister === 'recorded'
        ? t('report.recorded')
        : t('report.lister', { lister: t(`report.html.lister.${report.lister}`) }),
    ].join(' · '),
  )
}

function describeProcess(process: ReportProcess, { editions }: Catalogue, words: Words): string[] {
  const { t } = words
  const { note } = wordsOfProcess(words, process.id)
  const lines = [`  ${label(words, shortText(process.imageName))} ${t(`status.${process.status}`)}`]
  for (const instance of process.instances) {
    lines.push(...describeInstance(instance, process.imageName, words))
  }
  if (process.absenceText !== undefined)
    lines.push(wrapText(visibleText(process.absenceText), '    '))
  const [what, ifDisabled] = [visibleText(process.what), visibleText(process.ifDisabled)]
  lines.push(wrapText(`${label(words, t('report.what'))} ${what}`, '    '))
  lines.push(wrapText(`${label(words, t('report.ifDisabled'))} ${ifDisabled}`, '    '))
  if (note !== undefined) lines.push(wrapText(`${label(words, t('report.note'))} ${note}`, '    '))
  const lists = editions.map((edition) => editionWords(words, edition, process.id))
  lines.push(wrapText(`${label(words, t('window.details.lists'))} ${lists.join(' · ')}`, '    '))
  return lines
}

function describeLookAlikes({ lookAlikes = [] }: Report, words: Words): string[] {
  if (lookAlikes.length === 0) return []
  const lines = ['', '', words.t('report.lookAlikes')]
  for (const one of lookAlikes) {
    lines.push('', wrapText(visibleText(one.text), '  '))
    lines.push(...describeInstance(one, one.resembles, words))
  }
  return [...lines, '', wrapText(words.t('lookAlike.advice'), '  ')]
}

function describeOtherApple(
  { otherApple = [] }: Report,
  catalogue: Catalogue,
  words: Words,
): string[] {
  if (otherApple.length === 0) return []
  const lines = ['', '', words.t('report.otherApple')]
  for (const one of otherApple) {
    const description = one.version.state === 'known' ? one.version.value.fileDescription : null
    const title = [one.name, ...(description === null ? [] : [description])]
    lines.push('', `  ${title.map((part) => shortText(part)).join(': ')}`)
    const known = runningOtherWords(words, one.name, catalogue)
    if (known !== undefined) lines.push(...describeOtherProgram(known, catalogue, words))
    lines.push(...describeExamined(one, one.name, words))
  }
  return lines
}

function describeOtherProgram(
  { what, goesWith, missing, evidence }: OtherProgramWords,
  catalogue: Catalogue,
  words: Words,
): string[] {
  return [
    `${label(words, words.t('report.what'))} ${what}`,
    ...(goesWith === undefined ? [] : [goesWith]),
    missing,
    ...evidenceLines(words, evidence, catalogue),
  ].map((line) => wrapText(line, '    '))
}

function describeStack(report: Report, words: Words): string[] {
  const { stack, stackSigns = [], stackUnknown = [] } = report
  if (stack === undefined) return []
  const { answer, signs, notSeen } = stackWords(words, {
    stack,
    signs: stackSigns,
    unknown: stackUnknown,
  })
  const shown = signs.length === 0 ? '' : ` (${signs.join(', ')})`
  const more = notSeen === undefined ? '' : ` ${notSeen}`
  return [wrapText(`${label(words, words.t('stack.title'))} ${answer}${shown}${more}`)]
}
