/** `--doctor SYMPTOM`: what this PC, or a saved report, says about one symptom. */
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { diagnose } from '../../../shared/doctor/diagnose.ts'
import { success, type Result } from '../../../shared/model/result.ts'
import { redact } from '../../../shared/report/redact/redact.ts'
import { shownJson } from '../../../shared/report/convert/to-json.ts'
import { diagnosisReport, diagnosisText } from '../../../shared/text/doctor-words.ts'
import { isFleet } from '../../fleet/is-fleet.ts'
import { liveSources } from '../../sources/live-sources.ts'
import { checkServers, inspectWithLook } from '../connections.ts'
import type { Action } from '../context.ts'
import { isRedacted } from '../arguments.ts'
import { openReport, type Opened } from '../../report/open-report.ts'
import { writeOut } from '../write-out.ts'
import { describeNoList } from '../inspect-report.ts'

export const showDoctor: Action = async (run) => {
  const { request, words, context } = run
  const { symptom, format, open } = request
  const [file] = open
  if (symptom === undefined || (await isFleet(open))) {
    await context.stderr(words.t('cli.error.doctorOne'))
    return 2
  }
  const opened: Result<Opened, string> =
    file === undefined
      ? success({ sources: context.sources ?? liveSources(context.systemLanguage), saved: {} })
      : await openReport(file, words)
  if (!opened.ok) {
    await context.stderr(opened.failure)
    return 3
  }
  const { sources, saved } = opened.value
  const [inspected, pc] = await Promise.all([
    inspectWithLook(sources, readCatalogue()),
    sources.pcFacts({ signal: new AbortController().signal }),
  ])
  if (!inspected.ok) {
    await context.stderr(describeNoList(inspected.failure, words))
    return 3
  }
  const { inspection, look = saved.look } = inspected.value
  const check =
    request.checkConnections && sources.connections !== null
      ? await checkServers({
          ...{ words, connections: sources.connections, options: context.check ?? {} },
          ...(context.isWatched === true && { onLine: (line) => void context.stderr(line) }),
        })
      : saved.check
  const whole = { inspection, pc, connections: { ...(look && { look }), ...(check && { check }) } }
  const told = isRedacted(request) ? redact(whole) : whole
  const diagnosis = diagnose({
    ...{ symptom, endpoints: readEndpoints() },
    facts: {
      ...{ inspection: told.inspection, pc: told.pc ?? pc },
      ...{ look: told.connections.look, check: told.connections.check },
    },
  })
  const { sources: pages } = readCatalogue()
  const content =
    format === 'json'
      ? shownJson(diagnosisReport(words, diagnosis, pages), 2)
      : diagnosisText(words, diagnosis, pages)
  return writeOut(content, run, diagnosis.outcome === 'cause' ? 1 : 0)
}
