/** The question and the policies as each engine takes them in. */
import { catalogueVersion } from '../../catalogue/catalogue-version.ts'
import { readCatalogue } from '../../catalogue/catalogue.ts'
import { readTrustRules } from '../../judge/trust/trust-rules.ts'
import { headLines, questionLimits } from './head.ts'
import { writeDetection } from './intune.ts'
import { writePolicies } from './policies.ts'
import { writeQuestion } from './question.ts'

/** A day, in seconds. */
const interval = 86_400
const title = 'Process Inspector for iTunes'
const purpose =
  "Where is Apple's software for iPhones broken, disabled or not Apple's? One row for every PC."

/** By file name, below assets/fleet/, of the catalogue that the program ships. */
export function engineFiles(): ReadonlyMap<string, string> {
  const catalogue = readCatalogue()
  const rules = readTrustRules()
  const question = writeQuestion(catalogue, rules)
  const policies = writePolicies(catalogue, rules)
  return new Map([
    [
      'question.sql',
      `${headLines('the question to a PC, for osquery', questionLimits)
        .map((line) => `-- ${line}\n`)
        .join('')}${question};\n`,
    ],
    ['osquery-pack.conf', `${JSON.stringify(pack(question), null, 2)}\n`],
    ['fleet-reports.yml', yaml('reports', question, policies)],
    ['fleet-queries.yml', yaml('queries', question, policies)],
    ['intune-detection.ps1', writeDetection(catalogue, rules)],
  ])
}

function pack(question: string): object {
  return {
    platform: 'windows',
    queries: {
      process_inspector_for_itunes: {
        query: `${question};`,
        interval,
        snapshot: true,
        description: [`${purpose} Catalogue ${catalogueVersion()}.`, ...questionLimits].join(' '),
      },
    },
  }
}

/** @param list what Fleet calls a saved query: "reports" since 2026, "queries" before. */
function yaml(
  list: 'reports' | 'queries',
  question: string,
  policies: ReturnType<typeof writePolicies>,
): string {
  const which = list === 'reports' ? 'of today' : 'before its queries became reports'
  const lines = [
    ...headLines(
      `one ${list === 'reports' ? 'report' : 'query'} and three policies, for Fleet ${which}`,
      questionLimits,
    ).map((line) => `# ${line}`),
    `${list}:`,
    `  - name: ${quoted(title)}`,
    `    description: ${quoted(purpose)}`,
    '    query: |',
    ...indented(`${question};`, 6),
    `    interval: ${interval}`,
    '    platform: windows',
    '    logging: snapshot',
    '    observer_can_run: true',
    '    automations_enabled: false',
    'policies:',
    ...policies.flatMap(({ name, description, resolution, query }) => [
      `  - name: ${quoted(name)}`,
      `    description: ${quoted(description)}`,
      `    resolution: ${quoted(resolution)}`,
      '    query: |',
      ...indented(query, 6),
      '    platform: windows',
      '    critical: false',
    ]),
  ]
  return `${lines.join('\n')}\n`
}

const quoted = (text: string) => JSON.stringify(text)

const indented = (text: string, by: number): string[] =>
  text.split('\n').map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`))
