/** How is a report written for people who read it in a terminal, a ticket or a mail? */
import type { Catalogue } from '../catalogue/schema.ts'
import type { Probe } from '../model/probe.ts'
import { wordsOfProcess } from '../text/process-words.ts'
import type { TextKey, Words } from '../text/texts.ts'
import { visibleText } from '../text/visible-text.ts'
import type { Report, ReportProcess } from './report-schema.ts'
import { wrapText } from './wrap-text.ts'

const groups = ['core', 'sync', 'related'] as const

/** Everything that came from a system or a file passes `visibleText`: a name may hold escape sequences. */
export function toText(report: Report, catalogue: Catalogue, words: Words): string {
  const { t } = words
  const statement = (id: string) => wrapText(t(`statement.${id}` as TextKey))
  const lines = [
    t('report.title'),
    describeLook(report, words),
    '',
    wrapText(`${t('report.keepThem')}: ${t('statement.keep-enabled')}`),
  ]
  if (report.explained !== undefined) {
    for (const { text } of report.explained) {
      lines.push('', ...text.split('\n').map((paragraph) => wrapText(visibleText(paragraph))))
    }
    return ended(lines)
  }
  if (report.findings.length > 0) {
    lines.push('', t('report.attention'))
    for (const { severity, text } of report.findings) {
      lines.push(wrapText(`- ${t(`severity.${severity}`)}: ${visibleText(text)}`, '  ', '    '))
    }
  }
  for (const group of groups) {
    const members = report.processes.filter((process) => process.group === group)
    const running = members.filter(({ status }) => status === 'running').length
    const count = t('report.groupCount', { running, total: members.length })
    lines.push('', '', `${t(`group.${group}.title`)}: ${count}`)
    for (const process of members) lines.push('', ...describeProcess(process, words))
  }
  lines.push('', '')
  for (const { id } of catalogue.statements) {
    if (id !== 'keep-enabled') lines.push(statement(id), '')
  }
  lines.push(wrapText(t('app.notApple')))
  return ended(lines)
}

function ended(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function describeLook(report: Report, words: Words): string {
  const { t } = words
  const { platform, release, arch } = report.machine
  const machine = { platform, release, arch }
  return visibleText(
    [
      t('report.takenAt', { time: timeIn(words, report.generatedAtUtc) }),
      t('report.machine', machine),
      t('report.seen', { count: report.processesSeen }),
      report.lister === 'recorded'
        ? t('report.recorded')
        : t('report.lister', { lister: report.lister }),
    ].join(' · '),
  )
}

function describeProcess(process: ReportProcess, words: Words): string[] {
  const { t } = words
  const { note } = wordsOfProcess(words, process.id)
  const lines = [`  ${process.imageName}: ${t(`status.${process.status}`)}`]
  for (const instance of process.instances) {
    const { pid, parentPid, name, trust } = instance
    const details = [
      t('report.instance', { pid, parentPid }),
      ...(name === process.imageName ? [] : [t('report.nameAs', { name })]),
      ...ifKnown(instance.startedAtUtc, (at) => t('report.startedAt', { time: timeIn(words, at) })),
      ...ifKnown(instance.imagePath, (path) => t('report.pathAs', { path })),
      ...ifKnown(instance.workingSetBytes, (bytes) =>
        t('report.memory', { size: sizeIn(words, bytes) }),
      ),
    ]
    lines.push(wrapText(visibleText(details.join(', ')), '    '))
    lines.push(wrapText(t(`trust.${trust}`), '    '))
  }
  lines.push(wrapText(`${t('report.what')}: ${process.what}`, '    '))
  lines.push(wrapText(`${t('report.ifDisabled')}: ${process.ifDisabled}`, '    '))
  if (note !== undefined) lines.push(wrapText(`${t('report.note')}: ${note}`, '    '))
  return lines
}

function ifKnown<T>(probe: Probe<T>, describe: (value: T) => string): string[] {
  return probe.state === 'known' ? [describe(probe.value)] : []
}

function timeIn({ language }: Words, utc: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  return format.format(new Date(utc))
}

function sizeIn({ language }: Words, bytes: number): string {
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  return format.format(bytes / 1_000_000)
}
