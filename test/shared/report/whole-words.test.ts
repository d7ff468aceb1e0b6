/** Does every form of a report find all its sentences with all their values, whatever the PC is like? */
import { beforeAll, describe, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { denied, failed, skipped } from '../../../shared/model/probe.ts'
import { unknownPcFacts } from '../../../shared/model/unknown-pc-facts.ts'
import { symptoms } from '../../../shared/model/symptom.ts'
import { composeReport, type Composed } from '../../../shared/report/convert/compose-report.ts'
import { toHtml } from '../../../shared/report/html/to-html.ts'
import { parseReport } from '../../../shared/report/read/parse-report.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { explain } from '../../../shared/report/text/explain.ts'
import { toShort } from '../../../shared/report/text/to-short.ts'
import { toText } from '../../../shared/report/text/to-text.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import answers from '../../fixtures/answers.json' with { type: 'json' }
import { firewallStates, hostsStates, portStates } from '../../fixtures/connection-states.ts'
import { richCheck } from '../../fixtures/connections.ts'
import { describedPc } from '../../fixtures/described-pc.ts'
import { judgedPcs } from '../../fixtures/judged-pcs.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { pluggedIn } from '../../fixtures/recording.ts'
import { richPc } from '../../fixtures/rich-pc.ts'
import { strictWords } from '../../fixtures/strict-words.ts'

const catalogue = readCatalogue()
const words = strictWords('en')
const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }

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

/** In every form; a missing sentence throws. */
function written(more: Partial<Composed> = {}): { readonly report: Report; readonly all: string } {
  const report = composeReport({ inspection: rich, isRedacted: false, ...more }, app, words)
  const all = [toText(report, catalogue, words), toHtml(report, catalogue, words)]
  return { report, all: [...all, toShort(report, words)].join('\n') }
}

test('words that are strict throw for what is not there, and for a value that is missing', () => {
  expect(() => words.t('no.such.key' as never)).toThrow('no sentence')
  expect(() => words.t('' as never)).toThrow('no sentence')
  expect(() => words.t('report.takenAt')).toThrow('without its time')
  expect(words.t('report.takenAt', { time: 'noon' })).toContain('noon')
})

test('of a PC about which everything is known', () => {
  for (const symptom of symptoms) {
    const { all } = written({
      ...{ pc: pcFacts, recording: pluggedIn(), label: 'Desk 4', walk: { symptom, answers: {} } },
      connections: { check: richCheck },
    })
    expect(all).toContain('Desk 4')
  }
})

test.each(judgedPcs)('of a PC with $id', async (pc) => {
  written({ inspection: await look(describedPc(pc)) })
})

describe('of connections in every state', () => {
  const takenAtUtc = '2026-11-22T20:00:00.000Z'
  const unread = skipped('not-checked')
  const states = [
    ...hostsStates.map(({ name, hostsFile }) => [`hosts ${name}`, { hostsFile }] as const),
    ...portStates.map(({ name, ports }) => [`ports ${name}`, { ports }] as const),
    ...firewallStates.map(({ name, firewall }) => [`firewall ${name}`, { firewall }] as const),
  ]

  test.each(states)('%s', (_name, part) => {
    const empty = { takenAtUtc, hostsFile: unread, ports: [], firewall: unread }
    written({ connections: { look: { ...empty, ...part } } })
  })
})

test.each([denied('needs-admin'), failed('timeout'), skipped('not-windows')])(
  'of a PC that could not be looked at: %j',
  (why) => {
    written({ pc: unknownPcFacts('2026-11-22T20:00:00.000Z', why) })
    const blind = {
      ...rich,
      elevated: why,
      otherApple: why,
      services: rich.services.map((one) => ({ ...one, isInstalled: why, listed: why })),
      processes: rich.processes.map((one) => ({
        ...one,
        ...{ status: 'cannot-tell' as const, instances: [], isInstalled: why },
        absence: { code: 'cannot-tell' as const, isNormal: null },
      })),
    }
    written({ inspection: blind })
  },
)

test('of a report that was opened', () => {
  const { report } = written({ pc: pcFacts, recording: pluggedIn() })
  const read = parseReport(toJson(report))
  if (!read.ok) throw new Error(read.failure.code)
  const { all } = written({ read: read.value, label: read.value.report.label })
  expect(all).not.toMatch(/undefined|\{\{/)
})

test('of the answer to every line that people paste, alone and in a block', () => {
  const ask = createWhatIs(catalogue, [wordsIn('en')])
  const running = listing([listed(9, 'iTunesHelper.exe'), listed(11, 'evil.exe')])
  const { processes } = rich
  const examined = new Map(
    processes.flatMap(({ instances }) => instances).map((one) => [11, { ...one, pid: 11 }]),
  )
  for (const list of [running, null]) {
    for (const { text } of answers) {
      const told = explain(text, ask(text, wordsIn('en'), list), {
        ...{ catalogue, words, processes, examined },
      })
      expect(told.text, text).not.toMatch(/undefined|\{\{/)
      expect(told.text.trim(), text).not.toBe('')
    }
  }
  const block = answers.map(({ text }) => text).join('\n')
  const from = { catalogue, words, processes, examined: new Map() }
  expect(explain(block, ask(block, wordsIn('en'), running), from).text.split('\n').length) //
    .toBeGreaterThan(answers.length / 2)
})
