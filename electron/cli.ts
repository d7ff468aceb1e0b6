/** What does the command line print, and with which exit code does it end? Runs under plain Node and inside the packaged program. */
import { readCatalogue } from '../shared/catalogue/catalogue.ts'
import { failure, success, type Result } from '../shared/ipc/result.ts'
import { needsAttention } from '../shared/judge/findings.ts'
import { explain } from '../shared/report/explain.ts'
import { makeReport } from '../shared/report/make-report.ts'
import { reportSchemaVersion, type ReportExplanation } from '../shared/report/report-schema.ts'
import { toJson } from '../shared/report/to-json.ts'
import { toText } from '../shared/report/to-text.ts'
import { languageFromTag } from '../shared/text/languages.ts'
import { wordsIn, type Words } from '../shared/text/texts.ts'
import { visibleText } from '../shared/text/visible-text.ts'
import { appIdentity } from './app-identity.ts'
import { readArguments, type CommandLineRequest } from './cli-arguments.ts'
import { describeUsage } from './cli-usage.ts'
import { inspect } from './inspection/inspect.ts'
import { liveSources } from './inspection/live-sources.ts'
import { recordedSources } from './inspection/recorded-sources.ts'
import type { Sources } from './inspection/sources.ts'
import { readReport, reportSizeLimitBytes, type OpenFailure } from './report/read-report.ts'
import { writeReport } from './report/write-report.ts'

/** 0: nothing needs attention. 1: something does. 2: wrong arguments. 3: the inspection could not be completed. */
export type ExitCode = 0 | 1 | 2 | 3

export interface CommandLineSurroundings {
  /** How the program is called, for the help text. */
  readonly program: string
  /** BCP 47 tag of the system's language. */
  readonly systemLanguage: string
  readonly stdout: (text: string) => Promise<void>
  /** Told one line at a time, without the line end. */
  readonly stderr: (line: string) => Promise<void>
  /** Where the live facts come from. */
  readonly sources?: Sources
}

/** @param argv without the program: what the user typed after it. */
export async function runCommandLine(
  argv: readonly string[],
  surroundings: CommandLineSurroundings,
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
  { stdout, stderr, systemLanguage, sources: live }: CommandLineSurroundings,
): Promise<ExitCode> {
  const { t } = words
  const sources =
    request.open === undefined
      ? success(live ?? liveSources(systemLanguage))
      : await openSources(request.open, words)
  if (!sources.ok) {
    await stderr(sources.failure)
    return 3
  }
  const catalogue = readCatalogue()
  const explained: ReportExplanation[] = []
  const inspected = await inspect(sources.value, {
    catalogue,
    onListed: (listing) => {
      explained.push(...request.explain.map((name) => explain(name, catalogue, listing, words)))
    },
  })
  if (!inspected.ok) {
    const { code, detail } = inspected.failure
    const title = `${t(`listingFailure.${code}.title`)} (${visibleText(firstLine(detail))})`
    await stderr(t('cli.listing', { title, next: t(`listingFailure.${code}.next`) }))
    return 3
  }
  const whole = makeReport(inspected.value, appIdentity, words)
  const made = explained.length > 0 ? { ...whole, explained } : whole
  const content = request.format === 'json' ? toJson(made) : toText(made, catalogue, words)
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
  return needsAttention(inspected.value.findings) ? 1 : 0
}

async function openSources(file: string, words: Words): Promise<Result<Sources, string>> {
  const opened = await readReport(file)
  return opened.ok
    ? success(recordedSources(opened.value))
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
