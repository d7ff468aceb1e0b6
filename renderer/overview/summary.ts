/** What "Copy summary" hands over: the verdict, what to do, and what runs, for a mail or a ticket. */
import { actionOf } from '../../shared/judge/actions.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import { actionWords } from '../../shared/text/action-words.ts'
import { findingWords } from '../../shared/text/fact-words.ts'
import { productWords, systemWords } from '../../shared/text/system-words.ts'
import type { Words } from '../../shared/text/words.ts'
import { dayAndTime } from '../text/times.ts'
import { megabytes } from '../text/numbers.ts'
import type { Headline } from './headline.ts'
import type { RunningRow } from './running-rows.ts'

/** A hostile PC may run thousands, or have as many findings. */
const mostLines = 50

export function summaryText(
  words: Words,
  { title, hint }: Headline,
  inspection: Inspection,
  findings: readonly Finding[],
  rows: readonly RunningRow[],
): string {
  const { t, language } = words
  const bad = findings.filter(({ severity }) => severity !== 'info')
  return [
    title,
    ...(bad.length === 0 && hint !== undefined ? [hint] : []),
    ...bad
      .slice(0, mostLines)
      .flatMap((finding) => [
        '',
        `${t(`severity.${finding.severity}`)}: ${findingWords(words, finding)}`,
        `${t('action.label.next')}: ${actionWords(words, actionOf(finding)).text}`,
      ]),
    '',
    `${t('overview.running')}: ${t('overview.count', { count: rows.length })}`,
    ...rows
      .slice(0, mostLines)
      .map(({ name, below, pid, memory, verdict }) =>
        [
          name === below ? name : `${name} (${below})`,
          `PID ${pid}`,
          ...(memory.state === 'known' ? [megabytes(language, memory.value)] : []),
          verdict,
        ].join(', '),
      ),
    '',
    [
      systemWords(words, inspection.machine),
      ...productWords(words, inspection.products),
      dayAndTime(language, inspection.takenAtUtc),
    ].join(' · '),
  ].join('\n')
}
