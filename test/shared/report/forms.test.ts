/**
 * What stands in each form of a report, in which order and with which values: kept as files with the keys of the
 * sentences in place of their words, so that new words change nothing here. `npx vitest run -u` accepts a change.
 */
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { denied, failed, skipped } from '../../../shared/model/probe.ts'
import { unknownPcFacts } from '../../../shared/model/unknown-pc-facts.ts'
import { composeReport, type Composed } from '../../../shared/report/convert/compose-report.ts'
import { toHtml } from '../../../shared/report/html/to-html.ts'
import { toLine } from '../../../shared/report/line/to-line.ts'
import { parseReport } from '../../../shared/report/read/parse-report.ts'
import { describeConnections } from '../../../shared/report/text/describe-connections.ts'
import { toShort } from '../../../shared/report/text/to-short.ts'
import { toText } from '../../../shared/report/text/to-text.ts'
import { explain } from '../../../shared/report/text/explain.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import type { Words } from '../../../shared/text/words.ts'
import { firewallStates, hostsStates, portStates } from '../../fixtures/connection-states.ts'
import { richCheck } from '../../fixtures/connections.ts'
import { describedPc } from '../../fixtures/described-pc.ts'
import { judgedPcs } from '../../fixtures/judged-pcs.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { pluggedIn } from '../../fixtures/recording.ts'
import { richPc } from '../../fixtures/rich-pc.ts'

/** Whole, because mutation runs this file from another one. */
const keptForms = join(import.meta.dirname, '../../fixtures/forms')
const catalogue = readCatalogue()
const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }
const keys: Words = {
  ...wordsIn('en'),
  t: (key, values = {}) =>
    `[${[key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ')}]`,
}

async function look(sources = richPc()): Promise<Inspection> {
  const looked = await inspect(sources, { catalogue })
  if (!looked.ok) throw new Error(looked.failure.code)
  return looked.value.inspection
}

let rich: Inspection
beforeAll(async () => {
  await readyToCompare(['é'])
  rich = await look()
})
// A day without its hour is another one where the clock is behind.
vi.stubEnv('TZ', 'UTC')

const composed = (more: Partial<Composed> = {}) =>
  composeReport({ inspection: rich, isRedacted: false, ...more }, app, keys)
/** But for the hour, which is told as the PC's own clock shows it, and for what changes with each fact of the catalogue. */
const fixed = (text: string) =>
  text
    .replace(
      /[A-Z][a-z]{2} \d+, \d{4}, \d+:\d\d(?::\d\d)?\s[AP]M(?: (?:UTC|GMT[\d:+-]*))?/g,
      '[time]',
    )
    .replace(/sha256-[^&]+/, 'sha256-')
    .replace(/"catalogueVersion":"\w+"/g, '"catalogueVersion":""')
const expectKept = (text: string, name: string) =>
  expect(fixed(text)).toMatchFileSnapshot(join(keptForms, name))
/** One element a line, without the style, which has a test of its own, and up to what repeats the catalogue. */
const lines = (page: string) =>
  page
    .replace(/<section aria-labelledby="article-servers">[^]*/, '')
    .replace(/<style>[^]*<\/style>/, '')
    .replace(/<template[^]*<\/template>/, '')
    .replaceAll('><', '>\n<')

test('of a PC about which everything is known', async () => {
  const report = composed({
    ...{ pc: pcFacts, recording: pluggedIn(), label: 'Desk 4' },
    connections: { check: richCheck },
  })
  await expectKept(toText(report, catalogue, keys), 'whole.txt')
  await expectKept(toShort(report, keys), 'whole-short.txt')
  await expectKept(lines(toHtml(report, catalogue, keys)), 'whole.html.txt')
  await expectKept(toLine(report), 'whole-line.txt')
})

test('of a report that somebody opened, without the people in it', async () => {
  const whole = composed({ pc: pcFacts, recording: pluggedIn(), connections: { check: richCheck } })
  const then = { code: 'look-alike', subject: 'x', severity: 'info' as const, text: 'Then.' }
  const read = parseReport(toJson({ ...whole, label: 'Desk 4', findingsThen: [then] }))
  if (!read.ok) throw new Error(read.failure.code)
  const report = composed({ read: read.value, isRedacted: true, pc: read.value.report.pc })
  await expectKept(toText(report, catalogue, keys), 'opened.txt')
  await expectKept(toShort(report, keys), 'opened-short.txt')
})

test('of a PC that could not be looked at', async () => {
  const why = failed('timeout')
  const blind: Inspection = {
    ...rich,
    ...{ elevated: why, otherApple: why },
    services: rich.services.map((one) => ({ ...one, isInstalled: why, listed: why })),
    processes: rich.processes.map((one) => ({
      ...one,
      ...{ status: 'cannot-tell' as const, instances: [], isInstalled: why },
      absence: { code: 'cannot-tell' as const, isNormal: null },
    })),
  }
  const report = composed({
    inspection: blind,
    pc: unknownPcFacts('2026-11-22T20:00:00.000Z', denied('needs-admin')),
  })
  await expectKept(toText(report, catalogue, keys), 'blind.txt')
  await expectKept(toLine(report), 'blind-line.txt')
})

test('of PCs that people really had', async () => {
  const told: string[] = []
  for (const pc of judgedPcs) {
    const report = composed({ inspection: await look(describedPc(pc)) })
    told.push(`# ${pc.id}`, toShort(report, keys), toLine(report))
  }
  await expectKept(told.join('\n'), 'real-pcs.txt')
})

test('of connections in every state', async () => {
  const unread = skipped('not-checked')
  const empty = { takenAtUtc: '2026-11-22T20:00:00.000Z', ports: [] }
  const states = [
    ...hostsStates.map(({ name, hostsFile }) => [`hosts ${name}`, { hostsFile }] as const),
    ...portStates.map(({ name, ports }) => [`ports ${name}`, { ports }] as const),
    ...firewallStates.map(({ name, firewall }) => [`firewall ${name}`, { firewall }] as const),
  ]
  const nobody = { ...rich, processes: [], findings: [], services: [], lookAlikes: [] }
  const told = states.map(([name, part]) => {
    const look = { ...empty, hostsFile: unread, firewall: unread, ...part }
    const report = composed({ inspection: nobody, connections: { look } })
    const { findings, verdict } = report
    const found = findings.map(({ severity, text }) => `${severity}: ${text}`)
    const lines = [...found, ...describeConnections(report, keys)]
    return [`# ${name}`, verdict?.worst, ...lines].join('\n').slice(0, 4_000)
  })
  await expectKept(told.join('\n'), 'connections.txt')
})

const pasted = [
  'iTunesHelper.exe',
  'evil.exe',
  'iTunesHe1per.exe',
  'AppleMobileDeviceService.exe 4242 Services 0 12,345 K',
  'C:\\Program Files\\iTunes\\iTunesHelper.exe',
  'C:\\Users\\anna\\iTunesHelper.exe',
  '"iTunesHelper"="C:\\Program Files\\iTunes\\iTunesHelper.exe"',
  'Bonjour Service',
  'mDNSResponder.exe',
  'APPLEM~1.EXE',
  'AppleMobileDevice...',
  'AMPDevicesAgent',
  'TCP 127.0.0.1:27015 0.0.0.0:0 LISTENING 3180',
  '3194',
  '0x80090318',
  'error 4013',
  'my iPhone is not recognised',
  'svchost.exe',
  'iCloudServices.exe',
  'Verified: Apple Inc.',
  'hello',
  '?',
]

test('of the answer to lines that people paste', async () => {
  const ask = createWhatIs(catalogue, [wordsIn('en')])
  const { processes } = rich
  const examined = new Map(
    processes.flatMap(({ instances }) => instances).map((one) => [11, { ...one, pid: 11 }]),
  )
  const running = listing([listed(9, 'iTunesHelper.exe'), listed(11, 'evil.exe')])
  const told = pasted.map((text) => {
    const from = { catalogue, words: keys, processes, examined }
    return `# ${text}\n${explain(text, ask(text, wordsIn('en'), running), from).text}`
  })
  await expectKept(told.join('\n'), 'explained.txt')
})
