/**
 * What each single field of a report changes in its forms, and what a comparison makes of it: kept as the lines that
 * come (+) and go (-), with the keys of the sentences in place of their words. `npx vitest run -u` accepts a change.
 */
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { compareReports } from '../../../shared/report/compare/compare-reports.ts'
import { composeReport } from '../../../shared/report/convert/compose-report.ts'
import { describeAnswer } from '../../../shared/report/html/parts/answer-part.ts'
import { describeAutostart as autostartPart } from '../../../shared/report/html/parts/autostart-part.ts'
import { describeConnections as connectionsPart } from '../../../shared/report/html/parts/connections-part.ts'
import { describePc as pcPart } from '../../../shared/report/html/parts/pc-part.ts'
import { describeRecording as recordingPart } from '../../../shared/report/html/parts/recording-part.ts'
import { describeServices as servicesPart } from '../../../shared/report/html/parts/services-part.ts'
import { describeWalk as walkPart } from '../../../shared/report/html/parts/walk-part.ts'
import { toHtml } from '../../../shared/report/html/to-html.ts'
import { createWriter } from '../../../shared/report/html/writer.ts'
import { toLine } from '../../../shared/report/line/to-line.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { describeAutostart } from '../../../shared/report/text/describe-autostart.ts'
import { describeConnections } from '../../../shared/report/text/describe-connections.ts'
import { describePc } from '../../../shared/report/text/describe-pc.ts'
import { describeRecording } from '../../../shared/report/text/describe-recording.ts'
import { describeServices } from '../../../shared/report/text/describe-services.ts'
import { describeWalk } from '../../../shared/report/text/describe-walk.ts'
import { toShort } from '../../../shared/report/text/to-short.ts'
import { toText } from '../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import type { Words } from '../../../shared/text/words.ts'
import { firewallStates, hostsStates, portStates } from '../../fixtures/connection-states.ts'
import { richCheck } from '../../fixtures/connections.ts'
import { eachField } from '../../fixtures/each-field.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { pluggedIn } from '../../fixtures/recording.ts'
import { richPc } from '../../fixtures/rich-pc.ts'

/** Whole, because mutation runs this file from another one. */
const keptForms = join(import.meta.dirname, '../../fixtures/forms')
const ready = readCatalogue()
const catalogue = { ...ready, statements: [] }
const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }
const keys: Words = {
  ...wordsIn('en'),
  t: (key, values = {}) =>
    `[${[key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ')}]`,
}
// Where a line is broken hangs on the hour that stands in it.
vi.stubEnv('TZ', 'UTC')
const writer = createWriter(keys, catalogue)

let report: Report
beforeAll(async () => {
  await readyToCompare(['é'])
  const looked = await inspect(richPc(), { catalogue: ready })
  if (!looked.ok) throw new Error(looked.failure.code)
  const hosts = hostsStates.find(({ name }) => name === 'the fixture')
  const ports = portStates.filter(({ name }) => /^(?:a port proxy|many others) beside/.test(name))
  const firewall = firewallStates.find(({ name }) => name === 'rules of every kind')
  if (hosts === undefined || firewall === undefined) throw new Error('the fixtures have both')
  report = composeReport(
    {
      ...{ inspection: looked.value.inspection, isRedacted: false, label: 'Desk 4' },
      ...{ pc: pcFacts, recording: pluggedIn() },
      walk: { symptom: 'not-recognised', answers: {} },
      connections: {
        check: richCheck,
        look: {
          takenAtUtc: '2026-11-22T20:00:00.000Z',
          hostsFile: hosts.hostsFile,
          ports: ports.flatMap((one) => one.ports.slice(0, 1)),
          firewall: firewall.firewall,
        },
      },
    },
    app,
    keys,
  )
})

type Form = (report: Report) => unknown
const whole: readonly Form[] = [
  (one) => toText(one, catalogue, keys),
  (one) =>
    toHtml(one, catalogue, keys).replace(/<style>[^]*<\/style>|<template[^]*<\/template>/g, ''),
]
const forms = {
  processes: whole,
  lookAlikes: whole,
  otherApple: whole,
  others: whole,
  pc: [(one) => describePc(one, keys), (one) => pcPart(one, writer)],
  start: [
    (one) => [...describeServices(one, keys), ...describeAutostart(one, keys)],
    (one) => [servicesPart(one, writer), autostartPart(one, writer)],
  ],
  connections: [(one) => describeConnections(one, keys), (one) => connectionsPart(one, writer)],
  recording: [(one) => describeRecording(one, keys), (one) => recordingPart(one, writer)],
  walk: [(one) => describeWalk(one, keys), (one) => walkPart(one, writer)],
} as const satisfies Record<string, readonly Form[]>

const parts = {
  processes: ['processes'],
  lookAlikes: ['lookAlikes'],
  otherApple: ['otherApple'],
  pc: ['pc'],
  start: ['services', 'autostart', 'runKeys'],
  connections: ['hostsFile', 'ports', 'firewall', 'connectionCheck', 'endpoints'],
  recording: ['recording'],
  walk: ['diagnosis'],
} as const satisfies Partial<Record<keyof typeof forms, readonly (keyof Report)[]>>

/** Only the parts that are asked about, and a process of each kind: a whole page for each field takes a minute. */
function lean(part: keyof typeof forms): Report {
  const others = Object.entries(parts).flatMap(([name, all]: [string, readonly string[]]) =>
    name === part ? [] : all,
  )
  const few = new Set<string>()
  return {
    ...(Object.fromEntries(
      Object.entries(report).filter(([key]) => !others.includes(key)),
    ) as unknown as Report),
    processes: report.processes.filter(({ status, instances }) => {
      const kind = `${status} ${instances.map(({ trust }) => trust).join(' ')}`
      if (few.has(kind)) return false
      few.add(kind)
      return true
    }),
  }
}

const linesOf = (form: unknown) =>
  [form]
    .flat()
    .join('\n')
    .replaceAll('><', '>\n<')
    .replace(/(?<=["\d\]}]),(?=["{])/g, ',\n')
    // The hour is told as the PC's own clock shows it.
    .replace(
      /[A-Z][a-z]{2} \d+, \d{4}, \d+:\d\d(?::\d\d)?\s[AP]M(?: (?:GMT[\d:+-]*|[A-Z]{3,4}))?/g,
      '[time]',
    )
    .replace(/sha256-[^&]+/g, 'sha256-')
    .replace(/"catalogueVersion":"[0-9a-f]+"/g, '"catalogueVersion":""')
    .split('\n')

/** What the one has more often than the other. */
function onlyIn(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return some.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0 && line.trim() !== ''
  })
}

const changesBetween = (before: Report, after: Report) =>
  compareReports(before, after).map((change) => `~ ${Object.values(change).join(' | ')}`)

test.each(Object.keys(forms) as (keyof typeof forms)[])('of %s', async (part) => {
  const base = lean(part)
  const all: readonly Form[] = [
    ...forms[part],
    ...[(one: Report) => toShort(one, keys), toLine],
    (one: Report) => describeAnswer(one, writer),
  ]
  const before = all.map((form) => linesOf(form(base)))
  const elsewhere: readonly string[] = Object.values(parts).flat()
  const isAbout = (what: string) => {
    const [, key = ''] = /^\.(\w+)/.exec(what) ?? []
    return part === 'others' ? !elsewhere.includes(key) : parts[part].some((one) => one === key)
  }
  const told = eachField(base, isAbout).flatMap(({ what, report: changed }) => {
    const after = all.map((form) => linesOf(form(changed)))
    const lines = [
      ...all.flatMap((_, at) => [
        ...onlyIn(before[at] ?? [], after[at] ?? []).map((line) => `- ${line}`),
        ...onlyIn(after[at] ?? [], before[at] ?? []).map((line) => `+ ${line}`),
      ]),
      ...changesBetween(base, changed),
      ...changesBetween(changed, base),
    ]
    return lines.length === 0 ? [] : [`# ${what}`, ...lines]
  })
  await expect(told.join('\n')).toMatchFileSnapshot(join(keptForms, `each-${part}.txt`))
})
