/** A report as a few lines for a chat or a ticket: verdict and actions first, what it is about, and how much had no room. */
import { severityOf, worstFirst, worstOf } from '../../judge/findings/findings.ts'
import { label } from '../../text/label.ts'
import { productWords, systemWords } from '../../text/system-words.ts'
import { shortText } from '../../text/visible-text.ts'
import type { Words } from '../../text/words.ts'
import type { Report } from '../schema/report-schema.ts'
import { timeIn } from './describe-instance.ts'

/** In letters, the end of the last line included. */
export const longestShort = 2_048

/** As much of a report as that takes. */
export type ShortReport = Pick<
  Report,
  'app' | 'label' | 'machine' | 'lister' | 'products' | 'generatedAtUtc'
> & {
  readonly findings: readonly (Pick<Report['findings'][number], 'severity' | 'text'> & {
    readonly action?: { readonly text: string } | undefined
  })[]
  readonly processes: readonly {
    readonly instances: readonly Pick<Report['processes'][number]['instances'][number], 'trust'>[]
  }[]
}

export function toShort(report: ShortReport, words: Words): string {
  const { t } = words
  const { findings, processes, machine, products = [] } = report
  const instances = processes.flatMap((process) => process.instances)
  const genuine = instances.filter(({ trust }) => trust === 'genuine').length
  const head = [
    ...(report.label === undefined ? [] : [shortText(report.label, 64)]),
    t(`report.short.${worstOf(findings)}`),
  ]
  const foot = [
    t('report.short.runs', { count: instances.length, genuine }),
    shortText([systemWords(words, machine), ...productWords(words, products)].join(' · '), 300),
    [
      timeIn(words, report.generatedAtUtc),
      ...(report.lister === 'recorded' ? [t('report.recorded')] : []),
    ].join(' · '),
    `${shortText(report.app.name, 60)} ${shortText(report.app.version, 30)}`,
  ]
  const told = worstFirst(findings.map((one) => ({ ...one, severity: severityOf(one) }))).map(
    ({ severity, text, action }) => {
      const said = `- ${label(words, t(`severity.${severity}`))} ${shortText(text, 400)}`
      return action === undefined ? said : `${said}\n  → ${shortText(action.text, 300)}`
    },
  )
  for (let kept = told.length; ; kept -= 1) {
    const left = told.length - kept
    const more = left === 0 ? [] : [t('report.short.more', { count: left })]
    const text = `${[...head, ...told.slice(0, kept), ...more, ...foot].join('\n')}\n`
    if (text.length <= longestShort || kept === 0) return text.slice(0, longestShort)
  }
}
