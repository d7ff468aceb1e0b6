/** Does a report hold all that was found out about connections, and show it harmlessly in every format? */
import { describe, expect, test } from 'vitest'
import { lookAtConnections } from '../../../../electron/inspection/look-at-connections.ts'
import { inspect } from '../../../../electron/inspection/inspect.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import type {
  ConnectionsLook,
  Connections,
} from '../../../../shared/connections/connections-look.ts'
import type { BlockingRule } from '../../../../shared/model/firewall-rule.ts'
import { known } from '../../../../shared/model/probe.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import { makeReport } from '../../../../shared/report/convert/make-report.ts'
import { connectionsIn } from '../../../../shared/report/convert/report-of-connections.ts'
import { reportSchema, type Report } from '../../../../shared/report/schema/report-schema.ts'
import { toJson } from '../../../../shared/report/convert/to-json.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import type { Language } from '../../../../shared/text/languages.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import {
  connectionFacts,
  hostsFileOf,
  hostsText,
  listenerOf,
  plainResult,
  richCheck,
} from '../../../fixtures/connections.ts'
import { itunesPc } from '../../../fixtures/itunes-pc.ts'
import { withForeignTexts } from '../../../fixtures/rich-report.ts'

const catalogue = readCatalogue()
const sources = itunesPc()
const inspected = await inspect(sources, { catalogue })
if (!inspected.ok) throw new Error(inspected.failure.code)
const { inspection } = inspected.value

const blockingRule: BlockingRule = {
  ...{ id: '{1}', origin: 'group-policy', action: 'block', isActive: true, direction: 'in' },
  ...{ program: '%ProgramFiles%\\iTunes\\iTunes.exe', profiles: ['Public'], protocol: 6 },
  ...{ service: null, package: null, localPorts: [], remotePorts: [], remoteAddresses: [] },
  ...{ isNarrowed: true, name: 'No iTunes', reach: 'program', severity: 'attention' },
}

async function lookOf(more: Parameters<typeof connectionFacts>[0]): Promise<ConnectionsLook> {
  const looked = await lookAtConnections({
    ...{ sources, catalogue, connections: connectionFacts(more) },
    inspect: () => Promise.resolve(inspected),
  })
  if (!looked.ok) throw new Error(looked.failure.code)
  return looked.value.look
}

const look = await lookOf({
  listeners: () => Promise.resolve(known([listenerOf(4242, null)])),
  blockingRules: () => Promise.resolve(known({ rules: [blockingRule], unreadable: 2 })),
  hostsFile: hostsFileOf(hostsText),
})
const all: Connections = { look, check: richCheck }
const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }
const reportWith = (connections: Connections, language: Language = 'en') =>
  makeReport(inspection, app, wordsIn(language), connections)
const reread = (report: Report) => reportSchema.parse(JSON.parse(toJson(report))) as Report

test('a part that nobody asked for is absent', () => {
  const has = (report: Report) =>
    ['hostsFile', 'ports', 'firewall', 'connectionCheck', 'endpoints'].filter(
      (key) => key in report,
    )
  expect(has(reportWith({}))).toEqual([])
  expect(has(reportWith({ look }))).toEqual(['hostsFile', 'ports', 'firewall'])
  expect(has(reportWith({ check: richCheck }))).toEqual(['connectionCheck', 'endpoints'])
  expect(toText(reportWith({}), catalogue, wordsIn('en'))).not.toContain('Connections\n')
  expect(toHtml(reportWith({}), catalogue, wordsIn('en'))).not.toContain('id="connections"')
})

test('what is written is read again, and gives back all that went in', () => {
  const report = reportWith(all)
  expect(reread(report)).toEqual(report)
  const back = connectionsIn(reread(report))
  expect(back.look).toMatchObject({ ...look, takenAtUtc: report.generatedAtUtc })
  expect(back.check).toEqual(richCheck)
  expect(reportWith(back)).toEqual(report)
  expect(connectionsIn(reread(reportWith({})))).toEqual({})
})

test('a saved report can be shown in another language', () => {
  const back = connectionsIn(reread(reportWith(all, 'en')))
  expect(reportWith(back, 'sv')).toEqual(reportWith(all, 'sv'))
})

test('what asks for attention is among the findings', () => {
  const codes = reportWith(all).findings.map(({ code, severity }) => `${code} ${severity}`)
  expect(codes).toEqual([
    'hosts-lines attention',
    'firewall-rule attention',
    'port-silent attention',
    'connections attention',
  ])
})

describe.each(['en', 'sv'] as const)('in %s', (language) => {
  const report = reportWith(all, language)
  const words = wordsIn(language)

  test('the text says what was found out, to the line and the port', () => {
    const text = toText(report, catalogue, words).replace(/\s+/g, ' ')
    for (const said of [
      'System32\\drivers\\etc\\hosts',
      '74.208.105.171',
      'Cydia',
      '3194',
      '27015',
      'No iTunes',
      'Example Antivirus Ltd, Reader Root',
      'mesu.apple.com',
    ]) {
      expect(text, said).toContain(said)
    }
    expect(text).not.toMatch(/\{\{|undefined|\bnull\b|(connections|ports)\.[a-z]/)
  })

  test('the page says the same, and links to it', () => {
    const page = toHtml(report, catalogue, words)
    expect(page).toContain('<a href="#connections">')
    expect(page).toContain('id="connections"')
    for (const said of ['74.208.105.171', '27015', 'No iTunes', 'Reader Root', 'xp.apple.com']) {
      expect(page, said).toContain(said)
    }
    expect(page).not.toMatch(/\{\{|undefined|connections\.report/)
  })
})

test('many servers that fare the same are one paragraph, and single ones have their own', () => {
  const targets = ['a', 'b', 'c', 'd', 'e'].map((name) =>
    plainResult(name, `${name}.example`, 'name-not-found'),
  )
  const check = { ...richCheck, overall: 'no-network', targets } as const
  const text = toText(reportWith({ check }), catalogue, wordsIn('en'))
  expect(text.match(/Name not found/g)).toHaveLength(1)
  expect(text.replace(/\s+/g, ' ')).toContain('a.example, port 443, b.example, port 443')
  const few = { ...check, targets: targets.slice(0, 3) }
  expect(toText(reportWith({ check: few }), catalogue, wordsIn('en'))).toMatch(
    /(Name not found[^]*){3}/,
  )
})

test('where nothing is known of any port, one line says why', async () => {
  const { otherSystemConnectionSources } =
    await import('../../../../electron/sources/connection-sources.ts')
  const others = { ...otherSystemConnectionSources(), hostsFile: connectionFacts().hostsFile }
  const text = toText(reportWith({ look: await lookOf(others) }), catalogue, wordsIn('en'))
  expect(text.match(/this is not a Windows PC/g)).toHaveLength(2)
})

test('foreign words in every place stay words, in text and page', () => {
  const hostile = withForeignTexts(
    { ...reportWith(all), connectionCheck: reportWith(all).connectionCheck! },
    (index) => `${index}<img src=x onerror=alert(1)>\u202e\u001b[31m"'&`,
  )
  // Words of the contract, without which a report is none.
  const report = {
    ...hostile,
    ports: reportWith(all).ports!,
    endpoints: reportWith(all).endpoints!,
  }
  const safe: Report = {
    ...report,
    connectionCheck: { ...report.connectionCheck!, overall: 'intercepted' },
    endpoints: report.endpoints.map((one) => ({ ...one, host: '<b>\u202e', title: '<i>\u0007' })),
    ports: report.ports.map((one) => ({ ...one, id: '<u>\u001b', text: '<s>\u202e' })),
  }
  const page = toHtml(safe, catalogue, wordsIn('en'))
  expect(page).not.toMatch(/<(img|b|i|u|s)[ >]/)
  const text = toText(safe, catalogue, wordsIn('en'))
  const part = text.slice(text.indexOf('\nConnections\n'), text.indexOf('\nDepending on'))
  expect(part).toContain('<s>')
  for (const shown of [page, part]) {
    // eslint-disable-next-line no-control-regex -- the point of this test
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
  }
})
