import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { unknownPcFacts } from '../../../shared/model/unknown-pc-facts.ts'
import type { PcFacts } from '../../../shared/model/pc-facts.ts'
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
    "Apple's services": [
      'Apple Mobile Device Service (Stopped, Automatic)',
      'Bonjour Service (Running, Automatic (Delayed Start, Trigger Start))',
    ],
    'Failed starts and ends': [
      expect.stringMatching(/^Apple Mobile Device Service: ended unexpectedly, Nov 2\d, 2026/),
    ],
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
    Windows: [
      'Professional',
      expect.stringMatching(/^running since Nov 2\d, 2026/),
      'LSA protection on',
    ],
  })
})

test('what somebody would look for is told where it is not as it comes', () => {
  const [first] = pcFacts.services.state === 'known' ? pcFacts.services.value : []
  const [file] = pcFacts.neededFiles
  if (first?.setUp.state !== 'known' || file === undefined) throw new Error('the fixture has both')
  const setUp = known({ ...first.setUp.value, startType: 'disabled' as const })
  const rows = rowsOf({
    ...pcFacts,
    services: known([
      { ...first, isProgramThere: known(false), displayName: 'Apple\u202E' },
      { ...first, maker: 'windows', displayName: 'Windows Installer', setUp },
      { ...first, maker: 'windows', displayName: 'Windows Image Acquisition' },
      { ...first, maker: 'unknown', keyName: 'StiSvc', displayName: 'WIA Service' },
      {
        ...{ ...first, maker: 'other', keyName: 'Adguard Service', displayName: 'Adguard Service' },
        setUp: known({ ...first.setUp.value, program: 'C:\\Adguard\\AdguardSvc.exe' }),
      },
    ]),
    serviceEvents: known(
      Array.from({ length: 9 }, (_, at) => ({
        ...{ id: 7009 as const, keyName: 'Bonjour Service' },
        atUtc: `2026-11-22T19:0${String(at)}:00.000Z`,
      })),
    ),
    neededFiles: [{ ...file, isThere: known(false) }],
    nameProvider: known({ path: 'C:\\gone\\mdnsNSP.dll', isThere: known(false) }),
    driverPolicies: known({
      searchOrderConfig: null,
      excludeDriversInQualityUpdate: 1,
      preventDeviceMetadata: null,
    }),
    network: { ...pcFacts.network, userProxy: known('script'), machineProxy: known('fixed') },
    windows: denied('needs-admin'),
  })
  expect(rows["Apple's services"]).toEqual([
    expect.stringMatching(/^Apple⟨U\+202E⟩ \(Stopped, Automatic\): ./),
    'Windows Installer (Stopped, Disabled)',
  ])
  expect(rows['Failed starts and ends']).toHaveLength(5)
  expect(rows['Missing files']).toEqual([file.path, 'C:\\gone\\mdnsNSP.dll'])
  expect(rows['Drivers from Windows Update']).toEqual(['disabled by a setting or a policy'])
  expect(rows['Proxy']).toEqual(['for this user: setup script', 'for services: manual'])
  expect(rows['Windows']?.[0]).toMatch(/^Not known: /)
})

test('what was read earlier says since when, and says nothing where all was read at once', () => {
  expect(pcWords(english, pcFacts)?.notes[0]).toMatch(/the oldest part at Nov 2\d, 2026/)
  expect(pcWords(english, { ...pcFacts, kept: [] })?.notes).toEqual([])
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
  expect(told?.notes).toHaveLength(2)
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
        { keyName: 'Gone', state: known(null) },
        { keyName: 'RpcSs', state: known('running' as const) },
      ],
    }),
  }
  const [told] = pcAnswerWords(english, first.keyName, { ...pcFacts, services: known([service]) })
  expect(told).toContain('instead of the intended program')
  expect(told).toContain('Needs Tcp⟨U+001B⟩[31mip, which is not running')
  expect(told).toContain('Needs Gone, which is not on this PC')
  expect(told).toContain('⟨U+202E⟩')
})
