/** What changed between two reports, or between a report and this PC. */
import { needsAttention } from '../../../shared/judge/findings/findings.ts'
import { compareReports } from '../../../shared/report/compare/compare-reports.ts'
import { shownJson } from '../../../shared/report/convert/to-json.ts'
import { changeWords } from '../../../shared/report/compare/compare-words.ts'
import { wrapText } from '../../../shared/report/text/wrap-text.ts'
import type { Action } from '../context.ts'
import { inspectReport } from '../inspect-report.ts'
import { writeOut } from '../write-out.ts'

export const compare: Action = async (run) => {
  const { request, words, context } = run
  const [first, second, third] = request.compare
  if (third !== undefined) {
    await context.stderr(words.t('cli.error.compareTwo'))
    return 2
  }
  const [before, after] = [await inspectReport(first, run), await inspectReport(second, run)]
  for (const read of [before, after]) {
    if (!read.ok) {
      await context.stderr(read.failure)
      return 3
    }
  }
  if (!before.ok || !after.ok) return 3
  const changes = compareReports(before.value, after.value)
  const isWorse = changes.some(
    ({ kind, subject, after: code }) =>
      kind === 'finding' &&
      needsAttention(
        after.value.findings.filter((one) => one.code === code && one.subject === subject),
      ),
  )
  const content =
    request.format === 'json'
      ? shownJson(
          {
            changes: changes.map(({ kind, id, path, before: was, after: is }) => ({
              ...{ kind, id, path, before: was, after: is },
            })),
          },
          2,
        )
      : `${[
          words.t('compare.title', { count: changes.length }),
          ...changes.map((change) =>
            wrapText(`- ${changeWords(words, change, before.value, after.value)}`, '  ', '    '),
          ),
        ].join('\n')}\n`
  return writeOut(content, run, isWorse ? 1 : 0)
}
