import { describe, expect, test } from 'vitest'
import { inspect } from '../../../../electron/inspection/inspect.ts'
import { otherSystemSources } from '../../../../electron/sources/other-system-sources.ts'
import { recordedSources } from '../../../../electron/sources/recorded-sources.ts'
import type { Sources } from '../../../../electron/sources/sources.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import type { RunEntry } from '../../../../shared/model/autostart.ts'
import { known } from '../../../../shared/model/probe.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import { runKeysIn } from '../../../../shared/report/convert/report-of-autostart.ts'
import { reportSchema } from '../../../../shared/report/schema/report-schema.ts'
import { toJson } from '../../../../shared/report/convert/to-json.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import { supportedLanguages } from '../../../../shared/text/languages.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { itunesPlaces } from '../../../fixtures/itunes-pc.ts'
import { listing } from '../../../fixtures/listed.ts'
import { reportOf } from '../../../fixtures/rich-report.ts'
import { keysWith, runEntry, switchedOff } from '../../../fixtures/run-keys.ts'
import { windowsPc } from '../../../fixtures/sources.ts'

const catalogue = readCatalogue()

const pc = (...entries: readonly RunEntry[]): Sources =>
  windowsPc(listing([]), {
    places: () => Promise.resolve(itunesPlaces),
    autostart: () => Promise.resolve(keysWith(...entries)),
  })

const textOf = async (sources: Sources, language: 'en' | 'sv' = 'en') =>
  toText(await reportOf(sources, language), catalogue, wordsIn(language)).replace(/\s+/g, ' ')

describe('the text report', () => {
  test('names what is switched off, since when, and by which entry it would start', async () => {
    const text = await textOf(pc(runEntry({ startupSwitch: switchedOff() })))
    expect(text).toContain('What starts with Windows')
    expect(text).toContain('iTunesHelper.exe: Disabled in Task Manager since May 3, 2026')
    expect(text).toContain('For all users, entry “iTunesHelper”: "C:\\Program Files\\iTunes')
    expect(text).toContain('No entry: qttask.exe, AppleSyncNotifier.exe, iCloudServices.exe')
  })

  test('says once why nothing is known', async () => {
    const text = await textOf(windowsPc())
    expect(text.match(/Not known: it was not checked/g)).toHaveLength(1)
  })

  test('says in calm words that a program lies elsewhere', async () => {
    const text = await textOf(pc(runEntry({ command: known('D:\\x\\iTunesHelper.exe') })))
    expect(text).toContain('The entry “iTunesHelper” starts D:\\x\\iTunesHelper.exe.')
    expect(text).toContain('if not, find out where the entry comes from.')
  })

  test('says in which of Apple’s lists each process stands', async () => {
    const text = await textOf(pc())
    expect(text).toContain(
      "In Apple's list: Yes: Apple's earlier article (HT201999) · No: Apple's current list (102018)",
    )
  })
})

test('names and commands of the registry can neither hide nor break the page', async () => {
  const entry = runEntry({
    valueName: 'iTunesHelper',
    command: known('"C:\\<script>\u202E\\iTunesHelper.exe" </p>'),
  })
  for (const language of supportedLanguages) {
    const page = toHtml(await reportOf(pc(entry), language), catalogue, wordsIn(language))
    expect(page).toContain('⟨U+202E⟩')
    expect(page).not.toContain('<script>')
    expect(page).not.toContain('\u202E')
  }
})

test('the JSON holds what was found, and the editions that list a process', async () => {
  const report = reportSchema.parse(JSON.parse(toJson(await reportOf(pc(runEntry())))))
  expect(report.autostart?.[0]).toMatchObject({
    processId: 'itunes-helper',
    state: 'on',
    text: 'Yes',
    entries: [{ hive: 'HKLM', view: '64-bit', valueName: 'iTunesHelper', place: 'expected' }],
  })
  expect(report.runKeys).toHaveLength(3)
  const listedIn = (id: string) => report.processes.find((one) => one.id === id)?.listedIn
  expect(listedIn('itunes-helper')).toEqual(['article', 'today'])
  expect(listedIn('qttask')).toEqual(['article'])
  expect(listedIn('apple-mobile-device-process')).toEqual(['today'])
  expect(listedIn('itunes')).toEqual([])
})

test('one value that concerns two processes comes back once', async () => {
  const entry = runEntry({ command: known('"C:\\x\\iCloudServices.exe"') })
  const report = await reportOf(pc(entry))
  expect(report.autostart?.filter(({ entries }) => entries.length > 0)).toHaveLength(2)
  expect(runKeysIn(report)).toEqual(keysWith(entry))
})

test('a report that knows nothing of it still opens, and says "not checked"', async () => {
  const { autostart, runKeys, ...older } = await reportOf(pc(runEntry()))
  expect([autostart, runKeys]).not.toContain(undefined)
  const opened = await inspect(recordedSources(reportSchema.parse(older)), { catalogue })
  if (!opened.ok) throw new Error(opened.failure.code)
  for (const one of opened.value.inspection.autostart.processes) {
    expect(one).toMatchObject({ state: 'cannot-tell', reason: 'not-checked' })
  }
})

test('another system says that it is not Windows', async () => {
  const machine = { platform: 'linux', release: '6', arch: 'x64', language: 'en' }
  const keys = await otherSystemSources(machine).autostart({
    signal: new AbortController().signal,
  })
  for (const { entries } of keys) {
    expect(entries).toEqual({ state: 'skipped', reason: 'not-windows' })
  }
})
