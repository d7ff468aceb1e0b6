/** The command line: what it prints, and its exit code. Runs under plain Node and inside the packaged program. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { readEndpoints } from '../../shared/catalogue/endpoints.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { allFindings } from '../../shared/connections/connection-findings.ts'
import { needsAttention } from '../../shared/judge/findings.ts'
import type { Recording } from '../../shared/model/recording.ts'
import { toHtml } from '../../shared/report/html/to-html.ts'
import { makeReport } from '../../shared/report/convert/make-report.ts'
import { recordingIn } from '../../shared/report/convert/report-of-recording.ts'
import {
  connectionsIn,
  type Connections,
} from '../../shared/report/convert/report-of-connections.ts'
import { reportSchemaVersion, type Report } from '../../shared/report/schema/report-schema.ts'
import { toLine } from '../../shared/report/line/to-line.ts'
import { toJson } from '../../shared/report/convert/to-json.ts'
import { explanationsAsText, toText } from '../../shared/report/text/to-text.ts'
import { languageFromTag } from '../../shared/text/languages.ts'
import { wordsIn, type Words } from '../../shared/text/texts.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { appIdentity } from '../app-identity.ts'
import {
  readArguments,
  type CommandLineRequest,
  type ReportFormat,
  describeUsage,
} from './arguments.ts'
import { explainAll, readAsked, type ReadStandardInput } from './explain.ts'
import { checkServers, inspectWithLook } from './connections.ts'
import { liveSources } from '../sources/live-sources.ts'
import { recordedSources } from '../sources/recorded-sources.ts'
import type { Sources } from '../sources/sources.ts'
import type { CheckOptions } from '../network/check-connections.ts'
import { readReport, reportSizeLimitBytes, type OpenFailure } from '../report/read-report.ts'
import { writeReport } from '../report/write-report.ts'

const writeAs = {
  text: toText,
  json: toJson,
  html: toHtml,
  line: toLine,
} as const satisfies Record<
  ReportFormat,
  (report: Report, catalogue: Catalogue, words: Words) => string
>

/** 0: nothing needs attention. 1: something does. 2: wrong arguments. 3: the inspection could not be completed. */
export type ExitCode = 0 | 1 | 2 | 3

export interface CommandLineContext {
  /** How the program is called, for the help text. */
  readonly program: string
  /** BCP 47 tag of the system's language. */
  readonly systemLanguage: string
  readonly stdout: (text: string) => Promise<void>
  /** Told one line at a time, without the line end. */
  readonly stderr: (line: string) => Promise<void>
  /** All of standard input, for `--explain -`. */
  readonly stdin?: ReadStandardInput
  /** Where the live facts come from. */
  readonly sources?: Sources
  /** How `--check-connections` connects: through which proxy, for example. */
  readonly check?: Partial<CheckOptions>
  /** Whether somebody watches standard error while it is being written. */
  readonly isWatched?: boolean
}

/** @param argv without the program: what the user typed after it. */
export async function runCommandLine(
  argv: readonly string[],
  surroundings: CommandLineContext,
): Promise<ExitCode> {
  const { stdout, stderr, program, systemLanguage } = surroundings
  const request = readArguments(argv, languageFromTag(systemLanguage) ?? 'en')
  if (!request.ok) {
    await stderr(request.failure)
    return 2
  }
  const words = wordsIn(request.value.language)
  if (request.value.action === 'version') {
    await stdout(`${appIdentity.name} ${appIdentity.version}\n`)
    return 0
  }
  if (request.value.action === 'help') {
    await stdout(describeUsage(program, words))
    return 0
  }
  return report(request.value, words, surroundings)
}

async function report(
  request: CommandLineRequest,
  words: Words,
  { stdout, stderr, systemLanguage, sources: live, ...more }: CommandLineContext,
): Promise<ExitCode> {
  const { t } = words
  const opened =
    request.open === undefined
      ? success<Opened>({ sources: live ?? liveSources(systemLanguage), saved: {} })
      : await openSources(request.open, words)
  if (!opened.ok) {
    await stderr(opened.failure)
    return 3
  }
  const { sources, saved, recording, label } = opened.value
  const asked = await readAsked(request, words, more.stdin ?? noInput)
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
  })
  if (!inspected.ok) {
    if (explained.length > 0 && request.format === 'text') {
      await stdout(explanationsAsText(explained))
    }
    const { code, detail } = inspected.failure
    const title = `${t(`listingFailure.${code}.title`)} (${visibleText(firstLine(detail))})`
    await stderr(t('cli.listing', { title, next: t(`listingFailure.${code}.next`) }))
    return 3
  }
  const { inspection, look } = inspected.value
  const check =
    request.checkConnections && sources.connections !== null
      ? await checkServers({
          words,
          connections: sources.connections,
          options: more.check ?? {},
          ...(more.isWatched === true && { onLine: (line) => void stderr(line) }),
        })
      : undefined
  const connections: Connections = {
    ...saved,
    ...(look !== undefined && { look }),
    ...(check !== undefined && { check }),
  }
  const whole = makeReport(...([inspection, appIdentity, words, connections, recording] as const), {
    label: request.label ?? label,
    pc,
  })
  const made = explained.length > 0 ? { ...whole, explained } : whole
  const content = writeAs[request.format](made, catalogue, words)
  if (request.output === undefined) {
    await stdout(content)
  } else {
    const written = await writeReport(request.output, content)
    if (!written.ok) {
      const file = visibleText(request.output)
      await stderr(t('cli.error.output', { file, detail: written.failure }))
      await stdout(content)
      return 3
    }
  }
  return needsAttention(allFindings(inspection, connections, readEndpoints())) ? 1 : 0
}

const noInput: ReadStandardInput = () => Promise.resolve(new Uint8Array())

interface Opened {
  readonly sources: Sources
  /** What the report says about connections. */
  readonly saved: Connections
  readonly recording?: Recording | undefined
  readonly label?: string | undefined
}

async function openSources(file: string, words: Words): Promise<Result<Opened, string>> {
  const opened = await readReport(file)
  return opened.ok
    ? success({
        sources: recordedSources(opened.value),
        saved: connectionsIn(opened.value),
        recording: recordingIn(opened.value),
        label: opened.value.label,
      })
    : failure(describeOpenFailure(file, opened.failure, words))
}

function describeOpenFailure(file: string, problem: OpenFailure, { language, t }: Words): string {
  const megabytes = (bytes: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }) //
      .format(bytes / 1_000_000)
  const values: Record<string, string | number> = {
    file: visibleText(file),
    known: reportSchemaVersion,
    limit: megabytes(reportSizeLimitBytes),
  }
  if ('detail' in problem) values['detail'] = visibleText(problem.detail)
  if ('sizeBytes' in problem) values['size'] = megabytes(problem.sizeBytes)
  if ('found' in problem) values['found'] = problem.found
  return t(`cli.error.${problem.code}`, values)
}

/** What the system said may be many lines; a message is one. */
export function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}
