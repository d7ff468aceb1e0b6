import { describe, expect, test } from 'vitest'
import { inspect } from '../../../../electron/inspection/inspect.ts'
import { recordedSources } from '../../../../electron/sources/recorded-sources.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import type { Inspection } from '../../../../shared/model/inspection.ts'
import { composeReport } from '../../../../shared/report/convert/compose-report.ts'
import { toJson } from '../../../../shared/report/convert/to-json.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import { toLine } from '../../../../shared/report/line/to-line.ts'
import { connectionsIn } from '../../../../shared/report/convert/report-of-connections.ts'
import { parseReport } from '../../../../shared/report/read/parse-report.ts'
import { findPeople } from '../../../../shared/report/redact/people.ts'
import { redact } from '../../../../shared/report/redact/redact.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { toShort } from '../../../../shared/report/text/to-short.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { richCheck } from '../../../fixtures/connections.ts'
import {
  plantedConnections,
  plantedNames,
  plantedPc,
  plantedReport,
} from '../../../fixtures/planted-pcs.ts'
import { reportOf } from '../../../fixtures/rich-report.ts'
import { yardsticksOf } from '../../../fixtures/yardstick.ts'

const words = wordsIn('en')
const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }
const catalogue = readCatalogue()

async function judged(report: Report): Promise<Inspection> {
  const inspected = await inspect(recordedSources(report), { catalogue })
  if (!inspected.ok) throw new Error(inspected.failure.code)
  return inspected.value.inspection
}

/** What must not change: each verdict, each finding, and what the program ends with. */
function comesTo({ processes, lookAlikes, findings, autostart, stack, strangers }: Inspection) {
  return {
    trust: [...processes.flatMap(({ instances }) => instances), ...lookAlikes].map(
      ({ pid, trust, trustReason, facts }) => [
        ...[pid, trust, trustReason],
        ...Object.values(facts).map(({ state, code }) => `${state} ${code}`),
      ],
    ),
    absence: processes.map(({ id, absence }) => [id, absence]),
    findings: findings.map(({ code, severity, subject }) => [code, severity, subject]),
    autostart: autostart.processes.map(({ processId, state, reason, entries }) => [
      ...[processId, state, reason],
      ...entries.map(({ startsIt, place, access }) => `${startsIt} ${place} ${access}`),
    ]),
    stack: stack.stack,
    strangers: strangers.map(({ pid }) => pid),
  }
}

/** But for what says that it was recorded. */
function asMade(report: Report): unknown {
  return { ...report, lister: 'recorded' }
}

/** In the places of a person: a folder below Users and an account. The long name is nowhere at all. */
function leaks(text: string, name: string): readonly string[] {
  const flat = text.replaceAll('\\\\', '\\').replaceAll('&#39;', "'").replaceAll('\\u00', '\\u00')
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const places = new RegExp(
    `[\\\\/](?:Users|Settings|home\\$)[\\\\/]${escaped}(?![\\p{L}\\p{N}~])|(?:PC-17|PC|CORP|AzureAD|\\.)\\\\${escaped}(?![\\p{L}\\p{N}~])|S-1-5-21-|S-1-12-1-|srv01|corp\\.example|NNBRIE`,
    'gu',
  )
  const anywhere = name.length > 6 ? [name, 'Ännä', 'Brien', '\\u00c4nn\\u00e4'] : []
  return [
    ...Array.from(flat.matchAll(places), ([found]) => found),
    ...anywhere.filter((one) => flat.includes(one)),
  ]
}

/** Where the test runs for each of many changes of the code, a few do. */
const seeds = process.env['INSPECTOR_FEW_SEEDS'] === undefined ? 125 : 3

describe('500 PCs with a name planted in every field', { timeout: 300_000 }, () => {
  test.each(plantedNames)('%s is in no format, and every verdict stays', async (name) => {
    const base = await reportOf()
    const allConnections = plantedConnections({ check: richCheck }, name)
    for (let seed = 0; seed < seeds; seed += 1) {
      const inspection = await judged(plantedReport(base, name, seed))
      const pc = plantedPc(name, seed)
      const whole = { inspection, pc, connections: allConnections }
      const once = redact(whole)
      expect(redact(once), `seed ${seed}`).toMatchObject({
        inspection: once.inspection,
        connections: once.connections,
        pc: once.pc,
        removed: [],
      })
      const report = composeReport({ ...whole, isRedacted: true }, app, words)
      const plain = composeReport({ ...whole, isRedacted: false }, app, words)
      expect(report.verdict).toEqual(plain.verdict)
      const json = toJson(report)
      const texts = [
        json,
        ...[toLine(report), toShort(report, words), toText(report, catalogue, words)],
        toHtml(report, catalogue, words),
      ]
      for (const text of texts) expect(leaks(text, name), `seed ${seed}`).toEqual([])
      const opened = parseReport(json)
      if (!opened.ok) throw new Error(opened.failure.code)
      const again = await judged(opened.value.report)
      expect(comesTo(again), `seed ${seed}`).toEqual(comesTo(inspection))
      const saved = composeReport(
        {
          inspection: again,
          connections: connectionsIn(opened.value.report),
          pc: opened.value.report.pc,
          read: opened.value,
          isRedacted: true,
        },
        app,
        words,
      )
      expect(asMade(saved), `seed ${seed}`).toEqual(asMade(report))
      for (const process of inspection.processes) {
        for (const { imagePath } of process.instances) {
          if (imagePath.state === 'known' && imagePath.value.startsWith('C:\\Program Files')) {
            expect(json).toContain(JSON.stringify(imagePath.value).slice(1, -1))
          }
        }
      }
    }
  })
})

describe('what stands in the place of a person', () => {
  const anna = [{ securityId: 'S-1-5-21-1-2-3-1001', account: 'CORP\\Anna' }]
  const people = findPeople(anna, ['C:\\Users\\Bo\\x'], 'C:\\Users\\Anna')

  test.each([
    ['C:\\Users\\Anna\\AppData\\x.exe', '%USERPROFILE%\\AppData\\x.exe'],
    ['c:/users/anna/x', '%USERPROFILE%/x'],
    ['C:\\Users\\Bo\\x.exe', 'C:\\Users\\‹user-2›\\x.exe'],
    [
      '\\Device\\HarddiskVolume3\\Users\\Anna\\x.exe',
      '\\Device\\HarddiskVolume3\\Users\\‹user-1›\\x.exe',
    ],
    ['\\\\fs01\\home$\\Anna\\x.exe', '\\\\‹computer›\\home$\\‹user-1›\\x.exe'],
    ['C:\\Users\\ANNA~1\\x.exe', 'C:\\Users\\USER~3\\x.exe'],
    ['C:\\Users\\Public\\x.exe', '%PUBLIC%\\x.exe'],
    [
      'C:\\Program Files\\Common Files\\Apple\\x.exe',
      'C:\\Program Files\\Common Files\\Apple\\x.exe',
    ],
    ["Anna's own service", '‹user 1›‘s own service'.replace('‘', "'")],
    ['S-1-5-21-1-2-3-1001', '‹user 1›'],
  ])('%s becomes %s', (text, made) => {
    expect(people.text(text)).toBe(made)
    expect(people.text(made)).toBe(made)
  })

  test.each([
    ['Run by CORP\\a.', 'Run by ‹user 1›.'],
    ['runas /user:PC-17\\a x.exe', 'runas /user:‹user 1› x.exe'],
    ['Run by CORP\\Apple, as always', 'Run by ‹user 2›, as always'],
    ['Made by Apple: a tool', 'Made by Apple: a tool'],
    ['HKLM\\SOFTWARE\\Apple', 'HKLM\\SOFTWARE\\Apple'],
    ['C:\\Files\\a.exe', 'C:\\Files\\a.exe'],
    ['Write to a@corp.example', 'Write to ‹user 1›'],
    ['Write to help@apple.com', 'Write to help@apple.com'],
  ])('a name that is a letter or a word is taken out as an account alone: %s', (text, made) => {
    const short = findPeople(
      [
        { securityId: 'S-1-5-21-1-2-3-1001', account: 'CORP\\a' },
        { securityId: null, account: 'CORP\\Apple' },
      ],
      [],
      undefined,
    )
    expect(short.text(text)).toBe(made)
    expect(short.text(made)).toBe(made)
  })

  test('a command that ends at the blank of a name is cut there with and without the name', () => {
    const two = findPeople(
      [{ securityId: null, account: 'PC\\Bo Ek' }],
      ['D:\\Users\\Bo Ek\\x'],
      undefined,
    )
    expect(two.command('cmd.exe /c D:\\Users\\Bo Ek\\run.cmd')).toBe(
      'cmd.exe /c D:\\Users\\‹user 1›\\run.cmd',
    )
    expect(two.text('D:\\Users\\Bo')).toBe('D:\\Users\\‹user')
    expect(two.text('D:\\Users\\‹user')).toBe('D:\\Users\\‹user')
  })

  test('two thousand letters of anything take no time', () => {
    for (const text of ['a', 'a.', 'a@', 'a@a.', 'A\\', "'", ' Users\\'].map((one) =>
      one.repeat(Math.floor(2_000 / one.length)),
    )) {
      const took = yardsticksOf(() => people.text(text))
      expect(took).toBeLessThan(1)
    }
  })

  test.each([
    'LocalSystem',
    'NT AUTHORITY\\LocalService',
    'NT SERVICE\\iPod',
    'NT-AUTORITÄT\\SYSTEM',
  ])('the account %s stays', (account) => {
    expect(people.account(account)).toBe(account)
  })
})
