import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import ordinary from '../../fixtures/ordinary-windows-names.json' with { type: 'json' }

const catalogue = readCatalogue()
const [en, sv] = [wordsIn('en'), wordsIn('sv')]
const whatIs = createWhatIs(catalogue, supportedLanguages.map(wordsIn))
const ask = (text: string) => whatIs(text, en, listing([]))
const suggested = (text: string, words = en) =>
  whatIs(text, words, null).suggestions.map(({ entryId, why }) => `${entryId}: ${why}`)

beforeAll(() => readyToCompare(['é']))

describe('a name of the catalogue', () => {
  test('is found in any case, with and without its ending', () => {
    for (const { id, imageName } of catalogue.processes) {
      const bare = imageName.replace(/\.exe$/, '')
      for (const name of [imageName, imageName.toUpperCase(), bare, bare.toLowerCase()]) {
        expect(ask(name), name).toMatchObject({ entryId: id, suggestions: [], lookAlike: null })
      }
    }
  })

  test('is found in a row, a path and a sentence', () => {
    for (const text of [
      'AppleMobileDeviceService.exe   4312 Services   0   12,345 K',
      '"C:\\Program Files\\Common Files\\Apple\\AppleMobileDeviceService.exe" -x',
      'why does AppleMobileDeviceService.exe use the network',
    ]) {
      expect(ask(text).entryId, text).toBe('apple-mobile-device-service')
    }
  })
})

test('of several files of a line a program comes before a library, and the first program counts', () => {
  expect(ask('mdnsNSP.dll, mDNSResponder.exe').entryId).toBe('mdnsresponder')
  expect(ask('secd.exe, distnoted.exe').entryId).toBe('secd')
  expect(ask('first.exe second.exe').name).toBe('first.exe')
})

test('a question for a short name is answered too', () => {
  for (const text of ["what's APSDaemon", 'what is secd?', 'Was ist iTunes?', 'vad är distnoted']) {
    expect(ask(text).entryId, text).not.toBeNull()
  }
})

describe('another name that Windows shows', () => {
  test.each([
    ['itunes helper', 'itunes-helper'],
    ['Bonjour', 'mdnsresponder'],
    ['QuickTime Task', 'qttask'],
    ['MobileDeviceService', 'apple-mobile-device-service'],
    ['Apple Push', 'aps-daemon'],
    ['The Bonjour Service service entered the running state.', 'mdnsresponder'],
  ])('%j names %s without doubt', (text, entryId) => {
    expect(ask(text)).toMatchObject({ entryId, namedBy: 'other', suggestions: [] })
  })
})

describe('what runs', () => {
  const running = listing([
    listed(900, 'chrome.exe'),
    listed(4312, 'AppleMobileDeviceService.exe'),
    listed(901, 'CHROME.exe'),
  ])

  test('is told for a name of the catalogue and for any other, with or without ending', () => {
    expect(whatIs('AppleMobileDeviceService', en, running).running).toEqual([
      { pid: 4312, name: 'AppleMobileDeviceService.exe' },
    ])
    expect(whatIs('chrome', en, running).running?.map(({ pid }) => pid)).toEqual([900, 901])
    expect(whatIs('firefox.exe', en, running).running).toEqual([])
  })

  test('is at most fifty', () => {
    const many = listing(Array.from({ length: 80 }, (_, pid) => listed(pid, 'chrome.exe')))
    expect(whatIs('chrome.exe', en, many).running).toHaveLength(50)
  })

  test('is not known without a list, nor missing from one that is not whole', () => {
    expect(whatIs('iTunes.exe', en, null).running).toBeNull()
    expect(whatIs('iTunes.exe', en, listing([], { isComplete: false })).running).toBeNull()
    expect(whatIs('iTunes.exe', en, listing([], { lister: 'recorded' })).running).toBeNull()
  })

  test('gives a name that tasklist has cut off its end back', () => {
    const row = 'AppleMobileDeviceService.     4312 Services                   0     12,345 K'
    expect(whatIs(row, en, running)).toMatchObject({
      name: 'AppleMobileDeviceService.',
      entryId: 'apple-mobile-device-service',
      namedBy: 'cut',
      running: [{ pid: 4312, name: 'AppleMobileDeviceService.exe' }],
    })
    const two = listing([
      listed(1, 'AppleMobileDeviceService.exe'),
      listed(2, 'AppleMobileDeviceService.old.exe'),
    ])
    expect(whatIs(row, en, two)).toMatchObject({ entryId: null, name: 'AppleMobileDeviceService.' })
  })
})

describe('a name that was not quite hit', () => {
  test.each([
    ['ituneshelpr', 'itunes-helper: typo'],
    ['iTunesHelpr.exe', 'itunes-helper: typo'],
    ['AppelMobilDeviceServise.exe', 'apple-mobile-device-service: typo'],
    ['mdnsrespnder', 'mdnsresponder: typo'],
    ['distnoed', 'distnoted: typo'],
    ['itunse', 'itunes: typo'],
    ['mdns', 'mdnsresponder: part'],
    ['iTunesHelper - Copy.exe', 'itunes-helper: part'],
    ['Bonjur Servce', 'mdnsresponder: words'],
    ['photo stream', 'apple-photo-streams: part'],
    ['how do I stop itunes?', 'itunes: part'],
  ])('%j brings %s first', (text, first) => {
    expect(suggested(text)[0]).toBe(first)
  })

  test('is searched in what processes do, in the language that is spoken', () => {
    expect(suggested('visualiser')).toContain('itunes-visualizer-host: words')
    expect(suggested('säkerhetskopiera', sv)).toContain('apple-mobile-backup: words')
    expect(suggested('säkerhetskopiera', en)).toEqual([])
  })

  test('is described in a sentence, and the words that tell nothing do not count', () => {
    expect(suggested('what does the visualiser do for my music')).toContain(
      'itunes-visualizer-host: words',
    )
    expect(suggested('the visualiser')).toContain('itunes-visualizer-host: words')
  })

  test('holds an everyday name whole, and is another company’s', () => {
    expect(suggested('SoftwareUpdate - Copy.exe')).toEqual([])
    expect(suggested('MySyncServerTool.exe')).toEqual([])
    expect(suggested('MyiTunesHelperTool.exe')).toEqual(['itunes-helper: part'])
  })

  test('brings at most five, each once', () => {
    const found = suggested('apple')
    expect(found).toHaveLength(5)
    expect(new Set(found).size).toBe(5)
  })
})

describe('a sentence', () => {
  test.each([
    ['why does apple moble device servce need the network', 'apple-mobile-device-service: typo'],
    ['Apple Mobil Device Dienst startet nicht', 'apple-mobile-device-service: typo'],
  ])('%j names a long name with slips', (text, first) => {
    expect(suggested(text)[0]).toBe(first)
  })

  test('that begins with a greeting does not ask about Bonjour', () => {
    for (const text of [
      'Bonjour, je voudrais savoir pourquoi mon PC est lent',
      'Bonjour ! Mon iPhone ne se synchronise pas.',
    ]) {
      expect(ask(text).entryId, text).toBeNull()
    }
    expect(ask('Bonjour').entryId).toBe('mdnsresponder')
    expect(ask('Der Dienst "Bonjour" wurde beendet').entryId).toBe('mdnsresponder')
  })
})

describe('an unrelated name', () => {
  const names = ordinary.sources.flatMap(({ names: some }) => some)

  test('of 2,404 ordinary programs is never taken for a slip of the hand', () => {
    expect(names).toHaveLength(2_404)
    const taken = names.filter((name) => ask(name).suggestions.some(({ why }) => why === 'typo'))
    expect(taken).toEqual([])
  })

  test('of a file brings nothing', () => {
    const hit = names.filter((name) => ask(name).suggestions.length > 0)
    expect(hit).toEqual([])
  })

  test.each(['chrome', 'svchost', 'explorer.exe', 'Discord', 'steam', 'node', 'x', '4312'])(
    '%j brings no slip of the hand either without its ending',
    (name) => {
      expect(suggested(name).filter((one) => one.endsWith('typo'))).toEqual([])
    },
  )
})

describe('a name that could be taken for one of Apple’s', () => {
  test.each([
    ['iTunesHeIper.exe', 'confusable-letters'],
    ['iTunesHeIper', 'confusable-letters'],
    ['iTunes\u200bHelper.exe', 'hidden-signs'],
    ['C:\\Temp\\iTunesHelper.exe.scr', 'double-extension'],
    ['iTunesHelpr.exe', 'one-letter'],
    ['wscript.exe //B "C:\\Users\\me\\AppData\\Roaming\\iTunesHelper.vbe"', 'other-extension'],
  ])('%j is told: %s', (text, why) => {
    expect(ask(text).lookAlike).toEqual({ resembles: 'iTunesHelper.exe', why })
  })

  test('is not told of whoever mistypes a name without its ending', () => {
    expect(ask('ituneshelpr').lookAlike).toBeNull()
    expect(ask('ipod service').lookAlike).toBeNull()
  })
})

test('what stands in a whole pasted list counts where it is one of ours', () => {
  const rows = ['svchost.exe\t12', 'chrome.exe\t13', 'mDNSResponder.exe\t14'].join('\n')
  expect(ask(rows).entryId).toBe('mdnsresponder')
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const answer = ask(text)
      expect(answer.name.length).toBeLessThanOrEqual(260)
      expect(answer.suggestions.length).toBeLessThanOrEqual(5)
    }),
    { numRuns: 500 },
  )
})

test('an empty text has no name and no answer', () => {
  expect(ask('  ')).toMatchObject({ name: '', isUnderstood: false, entryId: null, lines: [] })
})
