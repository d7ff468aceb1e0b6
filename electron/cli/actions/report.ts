/** The report of this PC, or of another one that was saved; and the explanations of names. */
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Catalogue } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { needsAttention } from '../../../shared/judge/findings/findings.ts'
import { success, type Result } from '../../../shared/model/result.ts'
import { composeReport } from '../../../shared/report/convert/compose-report.ts'
import type { Connections } from '../../../shared/connections/connections-look.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { toHtml } from '../../../shared/report/html/to-html.ts'
import { toShort } from '../../../shared/report/text/to-short.ts'
import { toLine } from '../../../shared/report/line/to-line.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { explanationsAsText, toText } from '../../../shared/report/text/to-text.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { appIdentity } from '../../app-identity.ts'
import { liveSources } from '../../sources/live-sources.ts'
import { isFleet } from '../../fleet/is-fleet.ts'
import { checkServers, inspectWithLook } from '../connections.ts'
import type { Action } from '../context.ts'
import { explainAll, readAsked, type ReadStandardInput } from '../explain.ts'
import { openReport, type Opened } from '../../report/open-report.ts'
import { describeNoList } from '../inspect-report.ts'
import { isRedacted } from '../arguments.ts'
import type { ReportFormat } from '../options.ts'
import { writeOut } from '../write-out.ts'
import { showFleet } from './fleet.ts'

const writeAs = {
  text: toText,
  json: toJson,
  html: toHtml,
  short: (report, _catalogue, words) => toShort(report, words),
  line: toLine,
} as const satisfies Record<
  Exclude<ReportFormat, 'csv'>,
  (report: Report, catalogue: Catalogue, words: Words) => string
>

export const showReport: Action = async (run) => {
  const { request, words, context } = run
  const { stdout, stderr, systemLanguage } = context
  if (await isFleet(request.open)) return showFleet(run)
  const { format } = request
  if (format === 'csv') {
    await stderr(words.t('cli.error.csvOne'))
    return 2
  }
  const [file] = request.open
  const opened: Result<Opened, string> =
    file === undefined
      ? success({ sources: context.sources ?? liveSources(systemLanguage), saved: {} })
      : await openReport(file, words)
  if (!opened.ok) {
    await stderr(opened.failure)
    return 3
  }
  const { sources, saved, recording, label, read } = opened.value
  const asked = await readAsked(request, words, context.stdin ?? noInput)
  if (!asked.ok) {
    await stderr(asked.failure)
    return 3
  }
  const catalogue = readCatalogue()
  const [inspected, pc] = await Promise.all([
    inspectWithLook(sources, catalogue),
    sources.pcFacts({ signal: new AbortController().signal }),
  ])
  const explained = await explainAll(asked.value, {
    words,
    sources,
    listing: inspected.ok ? inspected.value.listing : null,
    processes: inspected.ok ? inspected.value.inspection.processes : [],
    pc,
  })
  if (!inspected.ok) {
    if (explained.length > 0 && request.format === 'text') {
      await stdout(explanationsAsText(explained))
    }
    await stderr(describeNoList(inspected.failure, words))
    return 3
  }
  const { inspection, look } = inspected.value
  const check =
    request.checkConnections && sources.connections !== null
      ? await checkServers({
          words,
          connections: sources.connections,
          options: context.check ?? {},
          ...(context.isWatched === true &&
            !request.quiet && { onLine: (line) => void stderr(line) }),
        })
      : undefined
  const connections: Connections = {
    ...saved,
    ...(look !== undefined && { look }),
    ...(check !== undefined && { check }),
  }
  const whole = composeReport(
    {
      ...{ inspection, connections, recording, pc, read, explained },
      label: request.label ?? label,
      isRedacted: isRedacted(request),
    },
    appIdentity,
    words,
  )
  const content = writeAs[format](whole, catalogue, words)
  return writeOut(content, run, needsAttention(whole.findings) ? 1 : 0)
}

const noInput: ReadStandardInput = () => Promise.resolve(new Uint8Array())
