/** What "Copy summary" hands over: the short form of a report, without people, of the PC that is shown. */
import { actionOf } from '../../shared/judge/findings/actions.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import { mapValues, redact } from '../../shared/report/redact/redact.ts'
import { toShort, type ShortReport } from '../../shared/report/text/to-short.ts'
import { actionWords } from '../../shared/text/action-words.ts'
import { findingWords } from '../../shared/text/fact-words.ts'
import type { Words } from '../../shared/text/words.ts'

/** Names are taken out before there are sentences. */
export function summaryText(
  words: Words,
  app: ShortReport['app'],
  whole: Inspection,
  findings: readonly Finding[],
  label: string | undefined,
): string {
  const { inspection, text } = redact({ inspection: whole })
  const { lister, machine, products, processes, takenAtUtc } = inspection
  const told = findings.map((finding) =>
    finding.values === undefined
      ? finding
      : { ...finding, values: mapValues(finding.values, text) },
  )
  return toShort(
    {
      ...{ app, label, lister, machine, products, processes, generatedAtUtc: takenAtUtc },
      findings: told.map((finding) => ({
        severity: finding.severity,
        text: findingWords(words, finding),
        action: { text: actionWords(words, actionOf(finding)).text },
      })),
    },
    words,
  )
}
