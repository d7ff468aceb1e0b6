import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder } from '../../../shared/catalogue/look-alike.ts'
import { isOneEditAway } from '../../../shared/catalogue/one-edit.ts'
import { listed } from '../../fixtures/listed.ts'
import ordinary from '../../fixtures/ordinary-windows-names.json' with { type: 'json' }
import { yardsticksOf } from '../../fixtures/yardstick.ts'

const { processes: catalogue } = readCatalogue()
const { check, find } = createLookAlikeFinder(catalogue)
const names = catalogue.map(({ imageName }) => imageName)

beforeAll(() => readyToCompare(['é']))

describe('an imitated name is found, with what was done to it', () => {
  test.each([
    ['iTunesHe1per.exe', 'iTunesHelper.exe', 'confusable-letters'],
    ['lTunesHelper.exe', 'iTunesHelper.exe', 'confusable-letters'],
    ['iTunesHeIper.exe', 'iTunesHelper.exe', 'confusable-letters'],
    ['1Tunes.exe', 'iTunes.exe', 'confusable-letters'],
    ['iP0dService.exe', 'iPodService.exe', 'confusable-letters'],
    ['corn.apple.IE.client.exe', 'com.apple.IE.client.exe', 'confusable-letters'],
    ['rnDNSResponder.exe', 'mDNSResponder.exe', 'confusable-letters'],
    ['com.apple.VVindowsMail.client.exe', 'com.apple.WindowsMail.client.exe', 'confusable-letters'],
    ['АррӏеМоbileSync.exe', 'AppleMobileSync.exe', 'confusable-letters'],
    ['iTunеsHеlpеr.exe', 'iTunesHelper.exe', 'confusable-letters'],
    ['sесd.exe', 'secd.exe', 'confusable-letters'],
    ['SyncSеrvеr.exe', 'SyncServer.exe', 'confusable-letters'],
    ['distnοted.exe', 'distnoted.exe', 'confusable-letters'],
    ['ｉＴｕｎｅｓＨｅｌｐｅｒ．ｅｘｅ', 'iTunesHelper.exe', 'confusable-letters'],
    ['iTúnésHélpér.exe', 'iTunesHelper.exe', 'confusable-letters'],
    ['𝐢𝐓𝐮𝐧𝐞𝐬.exe', 'iTunes.exe', 'confusable-letters'],
    ['iTunesHelper.eхe', 'iTunesHelper.exe', 'confusable-letters'],
    ['iTunes\u200bHelper.exe', 'iTunesHelper.exe', 'hidden-signs'],
    ['\u202aiTunes.exe', 'iTunes.exe', 'hidden-signs'],
    ['iTunesHelper.exe\0', 'iTunesHelper.exe', 'hidden-signs'],
    ['iTunesHelper\u202eexe.', 'iTunesHelper.exe', 'hidden-signs'],
    ['\u202eexe.repleHsenuTi', 'iTunesHelper.exe', 'hidden-signs'],
    ['iTunes\u00adHe1per.exe', 'iTunesHelper.exe', 'confusable-letters'],
    ['iTunesHelper.exe ', 'iTunesHelper.exe', 'dots-or-blanks'],
    ['iTunesHelper .exe', 'iTunesHelper.exe', 'dots-or-blanks'],
    ['iTunesHelper..exe', 'iTunesHelper.exe', 'dots-or-blanks'],
    ['iTunesHelperexe', 'iTunesHelper.exe', 'dots-or-blanks'],
    ['iTunes Helper.exe', 'iTunesHelper.exe', 'dots-or-blanks'],
    ['com.appleIE.client.exe', 'com.apple.IE.client.exe', 'dots-or-blanks'],
    ['com apple IE client.exe', 'com.apple.IE.client.exe', 'dots-or-blanks'],
    ['SyncServer.exe.', 'SyncServer.exe', 'dots-or-blanks'],
    ['iTunesHelper.exe.exe', 'iTunesHelper.exe', 'double-extension'],
    ['iTunesHelper.exe.scr', 'iTunesHelper.exe', 'double-extension'],
    ['SyncServer.exe.pif', 'SyncServer.exe', 'double-extension'],
    ['iTunes.exe .com', 'iTunes.exe', 'double-extension'],
    ['iTunesHelper.scr', 'iTunesHelper.exe', 'other-extension'],
    ['qttask.pif', 'qttask.exe', 'other-extension'],
    ['iTunesHelper.com', 'iTunesHelper.exe', 'other-extension'],
    ['iTunesHelpr.exe', 'iTunesHelper.exe', 'one-letter'],
    ['iTunesHelpeer.exe', 'iTunesHelper.exe', 'one-letter'],
    ['iTunesHleper.exe', 'iTunesHelper.exe', 'one-letter'],
    ['iTunezHelper.exe', 'iTunesHelper.exe', 'one-letter'],
    ['AppleMobileDeviceServices.exe', 'AppleMobileDeviceService.exe', 'one-letter'],
    ['mDNS-Responder.exe', 'mDNSResponder.exe', 'one-letter'],
    ['distnotde.exe', 'distnoted.exe', 'one-letter'],
  ])('%j resembles %s: %s', (name, resembles, why) => {
    expect(check(name)).toEqual({ resembles, why })
  })
})

test('a catalogue name is no look-alike, in whatever case', () => {
  for (const name of names) {
    for (const form of [name, name.toUpperCase(), name.toLowerCase()]) {
      expect(check(form), form).toBeNull()
    }
  }
})

test('none of the ordinary names of Windows programs is taken for an imitation', () => {
  const all = ordinary.sources.flatMap(({ names: some }) => some)
  expect(all.length).toBeGreaterThan(2000)
  expect(all.flatMap((name) => (check(name) === null ? [] : [name]))).toEqual([])
})

describe('among 9,694 names of ordinary programs, Apple’s own too', () => {
  const all = readFileSync(join(import.meta.dirname, '../../fixtures/ordinary-names.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

  test('none is called a look-alike', () => {
    expect(all).toHaveLength(9694)
    expect(all.filter((name) => names.includes(name)).length).toBeGreaterThan(10)
    expect(all.flatMap((name) => (check(name) === null ? [] : [name]))).toEqual([])
  })

  test('every planted one is found, and nothing else', () => {
    const planted = ['iTunesHe1per.exe', 'AppleMobileDeviceServices.exe', 'mDNSResponder.exe.exe']
    const mixed = all.flatMap((name, at) =>
      at % 4000 === 1000 ? [name, planted[Math.floor(at / 4000)] ?? name] : [name],
    )
    const found = find(mixed.map((name, pid) => listed(pid, name)))
    expect(found.map(({ process }) => process.name)).toEqual(planted)
  })
})

test.each([
  'AsyncServer.exe',
  'Sync Server.exe',
  'SyncServer.com',
  'SoftwareUpdater.exe',
  'Software Update.exe',
  'CloudDrive.exe',
  'CloudServices.exe',
  'itunes2.exe',
  'sect.exe',
  'GPSDaemon.exe',
  'iTunesHelper',
  'iTunesHelper.dll',
  'iTunesSetup.exe',
  'BlackBerrySyncServer.exe',
  'exe',
  '.exe',
  ' .exe',
  '',
])('%j is left in peace', (name) => {
  expect(check(name)).toBeNull()
})

/** One sign for another that looks the same, both ways. */
const confusable: readonly (readonly [RegExp, readonly string[]])[] = [
  [/l/, ['1', 'I', '|', 'ӏ', 'ⅼ']],
  [/i/, ['1', 'l', 'і', 'ı', 'ⅰ']],
  [/I/, ['l', '1', 'І', 'Ι']],
  [/o/, ['0', 'о', 'ο', 'ｏ']],
  [/m/, ['rn', 'ｍ', '𝗆']],
  [/e/, ['е', 'ｅ', 'é', 'ℯ']],
  [/a/, ['а', 'ɑ', 'ａ']],
  [/p/, ['р', 'ρ', 'ｐ']],
  [/c/, ['с', 'ϲ', 'ⅽ']],
  [/s/, ['ѕ', 'ｓ']],
  [/x/, ['х', 'ｘ']],
  [/y/, ['у', 'ү']],
  [/\./, ['․', '．']],
]

test('any one confusable sign in any place of any name is found', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...confusable),
      fc.nat(),
      fc.nat(),
      (name, [sign, others], place, choice) => {
        const places = [...name.matchAll(new RegExp(sign, 'g'))].map(({ index }) => index)
        fc.pre(places.length > 0)
        const at = places[place % places.length]!
        const other = others[choice % others.length]!
        const fake = name.slice(0, at) + other + name.slice(at + 1)
        expect(check(fake)?.resembles, fake).toBe(name)
      },
    ),
    { numRuns: 2000 },
  )
})

test('any hidden sign in any place of any name is found', () => {
  const hidden = ['\u200b', '\u200d', '\u200f', '\u202a', '\u2066', '\ufeff', '\u00ad', '\u0007']
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...hidden),
      fc.nat(),
      (name, sign, n) => {
        const at = n % (name.length + 1)
        expect(check(name.slice(0, at) + sign + name.slice(at))).toEqual({
          resembles: name,
          why: 'hidden-signs',
        })
      },
    ),
  )
})

test('any one letter added, left out, changed or swapped in a long name of its own is found', () => {
  const own = ['iTunesHelper.exe', 'AppleMobileDeviceService.exe', 'mDNSResponder.exe']
  fc.assert(
    fc.property(
      fc.constantFrom(...own),
      fc.nat(),
      fc.constantFrom('b', 'q', '7', 'z'),
      fc.constantFrom('add', 'drop', 'change', 'swap'),
      (name, n, letter, how) => {
        const at = n % (name.length - 5)
        const [before, sign, after] = [name.slice(0, at), name[at]!, name.slice(at + 1)]
        const fake = {
          add: before + letter + sign + after,
          drop: before + after,
          change: before + letter + after,
          swap: before + after[0]! + sign + after.slice(1),
        }[how]
        fc.pre(fake.toLowerCase() !== name.toLowerCase() && fake.endsWith('.exe'))
        fc.pre(!fake.endsWith('..exe'))
        expect(check(fake)?.resembles, fake).toBe(name)
      },
    ),
  )
})

test('no name whatever breaks the search', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      check(name)
      check(`${name}.exe`)
    }),
  )
  for (const sign of ['a', ' ', '.', '\u202e', '\u200b', '\ud800', 'ﷺ', 'rn']) {
    expect(check(sign.repeat(32_767))).toBeNull()
  }
})

test('every process that bears an imitated name is given, and no other', () => {
  const found = find([
    listed(4, 'explorer.exe'),
    listed(8, 'iTunesHe1per.exe'),
    listed(12, 'iTunesHelper.exe'),
    listed(16, 'iTunesHe1per.exe'),
  ])
  expect(found.map(({ process, resembles }) => [process.pid, resembles])).toEqual([
    [8, 'iTunesHelper.exe'],
    [16, 'iTunesHelper.exe'],
  ])
})

test('10,000 different names are looked through in less than a yardstick, some 50 ms', () => {
  const all = ordinary.sources.flatMap(({ names: some }) => some)
  const many = Array.from({ length: 10_000 }, (_, pid) =>
    listed(pid, `${all[pid % all.length]!.slice(0, -4)}${'x'.repeat(pid / all.length)}.exe`),
  )
  expect(yardsticksOf(() => find(many), 7)).toBeLessThan(1)
})

test('one slip is told from none and from two', () => {
  expect(isOneEditAway('abcd', 'abcd')).toBe(false)
  for (const near of ['abd', 'abxcd', 'abxd', 'abdc', 'bacd', 'xabcd', 'abcdx', 'bcd', 'abc']) {
    expect(isOneEditAway('abcd', near), near).toBe(true)
    expect(isOneEditAway(near, 'abcd'), near).toBe(true)
  }
  for (const far of ['ab', 'abcdxx', 'axcx', 'dbca', 'cdab', '', 'badc']) {
    expect(isOneEditAway('abcd', far), far).toBe(false)
  }
})
