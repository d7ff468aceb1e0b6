import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { unknownPcFacts, type PcFacts } from '../../../shared/model/pc-facts.ts'
import { denied, known, skipped } from '../../../shared/model/probe.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { toHtml } from '../../../shared/report/html/to-html.ts'
import { toText } from '../../../shared/report/text/to-text.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { pcAnswerWords, pcWords } from '../../../shared/text/pc-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const english = wordsIn('en')
const rowsOf = (pc: PcFacts) =>
  Object.fromEntries((pcWords(english, pc)?.rows ?? []).map(({ label, parts }) => [label, parts]))

test('what this PC has is told in short rows', () => {
  expect(rowsOf(pcFacts)).toEqual({
    Installed: ['iTunes 12.13.11.1'],
    'Also starts with Windows': ['iTunesHelperTask (App from Microsoft Store, Enabled)'],
    'Drivers from Apple': ['usbaapl64 6.0.9999.65'],
    'Connected before or now': [
      "iPhone, connected now (Apple's driver · Apple Mobile Device USB Driver · usbaapl64.inf)",
    ],
    'Trusted devices': ['2'],
    'iPhone backups': ['1, stored on another drive or in another folder, 123.5 GB free'],
    'Free on the Windows drive': ['50 GB'],
    'Network profile': ['Private'],
    'Programs from other companies that may be in between': ['AdGuard'],
  })
})

test('installations, start-up and devices are told in the words of Services & startup', () => {
  const [installation] = pcFacts.packages.state === 'known' ? pcFacts.packages.value : []
  const [device] = pcFacts.devices.state === 'known' ? pcFacts.devices.value : []
  const item = pcFacts.startup.items.find(({ place }) => place !== 'run-key')
  if (!installation || !device || !item) throw new Error('the fixture has all three')
  const offSinceUtc = '2026-10-01T12:00:00.000Z'
  const rows = rowsOf({
    ...pcFacts,
    packages: known([{ ...installation, bits: 32, isFolderThere: known(false) }]),
    devices: known([{ ...device, isPresent: false, problemCode: 28 }]),
    startup: {
      read: [],
      items: [{ ...item, startupSwitch: known({ isOn: false, offSinceUtc }), decidedBy: 'policy' }],
    },
  })
  expect(rows['Installed']).toEqual(['iTunes (32-bit) 12.13.11.1: Its folder is not there.'])
  expect(rows['Connected before or now']?.[0]).toMatch(
    /^iPhone, was connected before \(.*, Windows reports code 28\)$/,
  )
  expect(rows['Also starts with Windows']?.[0]).toContain(
    'Disabled since October 1, 2026, set by a policy',
  )
})

test('what could not be read says why, and what nobody read says nothing', () => {
  const rows = rowsOf({ ...pcFacts, packages: denied('needs-admin') })
  expect(rows['Installed']?.[0]).toMatch(/^Not known: /)
  expect(pcWords(english, undefined)).toBeUndefined()
  expect(pcWords(english, unknownPcFacts('', skipped('not-checked')))).toBeUndefined()
  expect(rowsOf({ ...pcFacts, packages: known([]) })['Installed']).toEqual(['nothing from Apple'])
})

test.each(supportedLanguages)('both reports hold the rows, in %s', async (language) => {
  const words = wordsIn(language)
  const pc = { ...pcFacts, isInstalling: known(true) }
  const sources = windowsPc(undefined, { pcFacts: () => Promise.resolve(pc) })
  const { stdout } = await runCli(['--format', 'json', '--lang', language], sources)
  const report = reportSchema.parse(JSON.parse(stdout))
  const flat = (text: string) => text.replace(/\s+/g, ' ')
  const text = flat(toText(report, readCatalogue(), words))
  const page = flat(toHtml(report, readCatalogue(), words)).replaceAll('&#39;', "'")
  const told = pcWords(words, pc)
  expect(told?.notes).toHaveLength(1)
  for (const sentence of [
    words.t('pc.title'),
    ...(told?.notes ?? []),
    ...(told?.rows ?? []).flatMap(({ label, parts }) => [label, ...parts]),
  ]) {
    expect(text).toContain(flat(sentence))
    expect(page).toContain(flat(sentence))
  }
})

test('a service or driver that somebody asks about is told as this PC has it', async () => {
  const [service, ...none] = pcAnswerWords(english, ' apple mobile device SERVICE ', pcFacts)
  expect(none).toEqual([])
  expect(service).toMatch(/^On this PC, service Apple Mobile Device Service: Stopped · Automatic/)
  expect(service).toContain('1067')
  expect(pcAnswerWords(english, 'usbaapl64.sys', pcFacts)).toEqual([
    'On this PC, driver usbaapl64: 6.0.9999.65 · in the driver store',
  ])
  expect(pcAnswerWords(english, 'other', pcFacts)).toEqual([])
  const sources = windowsPc(undefined, { pcFacts: () => Promise.resolve(pcFacts) })
  const { stdout } = await runCli(['--lang', 'en', '--explain', 'usbaapl64'], sources)
  expect(stdout).toContain('On this PC, driver usbaapl64')
})

test('a planted program and a stopped dependency are said; hostile names do no harm', () => {
  const [first] = pcFacts.services.state === 'known' ? pcFacts.services.value : []
  if (first?.setUp.state !== 'known') throw new Error('the fixture has a service')
  const planted = 'C:\\Program\u202Eexe.exe'
  const service = {
    ...first,
    setUp: known({
      ...first.setUp.value,
      program: planted,
      earlierPrograms: [{ path: planted, isThere: true }],
      dependsOn: [
        { keyName: 'Tcp\u001b[31mip', state: known('stopped' as const) },
        { keyName: '+Group', state: known(null) },
        { keyName: 'RpcSs', state: known('running' as const) },
      ],
    }),
  }
  const [told] = pcAnswerWords(english, first.keyName, { ...pcFacts, services: known([service]) })
  expect(told).toContain('instead of the intended program')
  expect(told).toContain('Needs Tcp⟨U+001B⟩[31mip, which is not running')
  expect(told).toContain('⟨U+202E⟩')
})
