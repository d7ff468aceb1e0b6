import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { judgeAutostart } from '../../../shared/judge/autostart.ts'
import { judgeFindings, needsAttention } from '../../../shared/judge/findings/findings.ts'
import { runKeys, unknownRunKeys, type RunKeyContent } from '../../../shared/model/run-keys.ts'
import type { RunEntry } from '../../../shared/model/autostart.ts'
import type { Places } from '../../../shared/model/places.ts'
import { denied, failed, known, skipped } from '../../../shared/model/probe.ts'
import { findingWords } from '../../../shared/text/fact-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'
import { keysWith, runEntry, switchedOff } from '../../fixtures/run-keys.ts'

const catalogue = readCatalogue()

function judged(keys: readonly RunKeyContent[], id = 'itunes-helper', places = itunesPlaces) {
  return judgeAutostart(catalogue, { runKeys: keys, places }).processes.find(
    ({ processId }) => processId === id,
  )
}
const helper = (more: Partial<RunEntry> = {}, places?: Places) =>
  judged(keysWith(runEntry(more)), 'itunes-helper', places)

describe('iTunesHelper', () => {
  test('starts with Windows by the entry of the installer', () => {
    expect(helper()).toEqual({
      processId: 'itunes-helper',
      state: 'on',
      offSinceUtc: null,
      reason: null,
      entries: [
        {
          ...runEntry(),
          startsIt: true,
          program: 'C:\\Program Files\\iTunes\\iTunesHelper.exe',
          place: 'expected',
          access: 'protected',
          signature: skipped('not-checked'),
        },
      ],
    })
  })

  test.each([
    ['without quotes', 'C:\\Program Files\\iTunes\\iTunesHelper.exe -x'],
    ['with a variable', '"%ProgramFiles%\\iTunes\\iTunesHelper.exe"'],
    ['in capitals', 'C:\\PROGRAM FILES\\ITUNES\\ITUNESHELPER.EXE'],
  ])('is found by its program, %s and under any name', (_how, command) => {
    expect(helper({ valueName: 'Музыка', command: known(command) })).toMatchObject({
      state: 'on',
      entries: [{ startsIt: true, place: 'expected' }],
    })
  })

  test('is off since somebody switched it off', () => {
    expect(helper({ startupSwitch: switchedOff() })).toMatchObject({
      state: 'off',
      offSinceUtc: '2026-05-03T10:00:00.000Z',
    })
    expect(helper({ startupSwitch: switchedOff(null) })).toMatchObject({
      state: 'off',
      offSinceUtc: null,
    })
  })

  test('is on while one of its entries is, and off since the last was switched off', () => {
    const off = runEntry({ startupSwitch: switchedOff() })
    const later = runEntry({
      hive: 'HKCU',
      startupSwitch: switchedOff('2026-06-01T00:00:00.000Z'),
    })
    expect(judged(keysWith(off, runEntry({ view: '32-bit' })))?.state).toBe('on')
    expect(judged(keysWith(off, later))).toMatchObject({
      state: 'off',
      offSinceUtc: '2026-06-01T00:00:00.000Z',
    })
  })

  test('has no entry only where all keys could be read', () => {
    expect(judged(keysWith())).toMatchObject({ state: 'none', reason: null, entries: [] })
    const keys = keysWith().map((key) =>
      key.view === '32-bit' ? { ...key, entries: denied('needs-admin') } : key,
    )
    expect(judged(keys)).toMatchObject({ state: 'cannot-tell', reason: 'needs-admin' })
  })

  test('an entry that is on counts, also where another key could not be read', () => {
    const keys = keysWith(runEntry()).map((key) =>
      key.hive === 'HKCU' ? { ...key, entries: failed('windows-error') } : key,
    )
    expect(judged(keys)?.state).toBe('on')
  })

  test('cannot be told about when the switch or the command cannot be read', () => {
    expect(helper({ startupSwitch: failed('unreadable') })).toMatchObject({
      state: 'cannot-tell',
      reason: 'unreadable',
    })
    expect(helper({ command: failed('too-large') })).toMatchObject({
      state: 'cannot-tell',
      reason: 'too-large',
      entries: [{ startsIt: null, program: null, place: 'unknown' }],
    })
    expect(helper({ command: known('%SOMEWHERE%') })).toMatchObject({
      state: 'cannot-tell',
      reason: 'command-unclear',
    })
  })

  test('of the Store edition starts in a way that is not looked at', () => {
    const places = {
      ...itunesPlaces,
      storePackages: known([
        {
          fullName: 'AppleInc.iCloud_1.0.0.0_x64__nzyj5cx40ttqa',
          familyName: 'AppleInc.iCloud_nzyj5cx40ttqa',
          folder: known(
            'C:\\Program Files\\WindowsApps\\AppleInc.iCloud_1.0.0.0_x64__nzyj5cx40ttqa',
          ),
        },
      ]),
    }
    expect(judged(keysWith(), 'icloud-services', places)).toMatchObject({
      state: 'cannot-tell',
      reason: 'store-edition',
    })
  })
})

describe('a program elsewhere', () => {
  const moved = runEntry({ command: known('"D:\\Portable\\iTunesHelper.exe"') })
  const another = runEntry({ command: known('D:\\Music\\player.exe') })

  test('is told for information, and asks nobody to act', () => {
    for (const entry of [moved, another]) {
      const autostart = judgeAutostart(catalogue, {
        runKeys: keysWith(entry),
        places: itunesPlaces,
      })
      const machine = { platform: 'win32', release: '', arch: 'x64', language: 'en' }
      const findings = judgeFindings({
        machine,
        isListComplete: true,
        catalogue: catalogue.processes,
        processes: [],
        lookAlikes: [],
        strangers: [],
        autostart,
        services: [],
        takenAtUtc: '2026-11-22T20:00:00.000Z',
        places: itunesPlaces,
      })
      expect(findings).toMatchObject([
        { code: 'autostart-elsewhere', severity: 'info', subject: 'iTunesHelper.exe' },
      ])
      expect(needsAttention(findings)).toBe(false)
      const text = findingWords(wordsIn('en'), findings[0]!)
      expect(text).toContain('find out where the entry comes from')
      expect(text).not.toMatch(/malware|virus|danger|suspicious|fake/i)
    }
  })

  test('under the name of the entry alone does not start iTunesHelper', () => {
    expect(judged(keysWith(another))).toMatchObject({
      state: 'none',
      entries: [{ startsIt: false, place: 'elsewhere' }],
    })
    expect(judged(keysWith(moved))).toMatchObject({ state: 'on', entries: [{ startsIt: true }] })
  })

  test.each([
    ['a short name', 'C:\\PROGRA~1\\iTunes\\iTunesHelper.exe'],
    ['an unknown variable', '"%MUSIC%\\iTunesHelper.exe"'],
    ['no folder at all', 'iTunesHelper.exe'],
  ])('is not said of %s', (_what, command) => {
    expect(helper({ command: known(command) })?.entries).toMatchObject([{ place: 'unknown' }])
  })

  test('is not said where nobody knows this PC’s folders', () => {
    const places = { ...itunesPlaces, installFolders: denied('needs-admin') }
    expect(judged(keysWith(moved), 'itunes-helper', places)?.entries).toMatchObject([
      { place: 'unknown' },
    ])
  })
})

test('entries of other programs are not kept: what else starts is nobody’s business', () => {
  const other = runEntry({ valueName: 'Chat', command: known('"C:\\Chat\\chat.exe"') })
  expect(
    JSON.stringify(judgeAutostart(catalogue, { runKeys: keysWith(other), places: itunesPlaces })),
  ).not.toMatch(/chat/i)
})

test('a process that nothing is known to start is told of only when something starts it', () => {
  expect(judged(keysWith(), 'distnoted')).toBeUndefined()
  const entry = runEntry({ valueName: 'x', command: known('distnoted.exe') })
  expect(judged(keysWith(entry), 'distnoted')).toMatchObject({ state: 'on' })
})

test('where nothing could be looked at, every answer says why', () => {
  const { keys, processes } = judgeAutostart(catalogue, {
    runKeys: unknownRunKeys(skipped('not-windows')),
    places: itunesPlaces,
  })
  expect(keys.map(({ read }) => read)).toEqual(runKeys.map(() => skipped('not-windows')))
  expect(processes.length).toBeGreaterThan(3)
  for (const one of processes) {
    expect(one).toMatchObject({ state: 'cannot-tell', reason: 'not-windows' })
  }
})

test('whatever the registry holds, there is an answer', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('%', '"', 'iTunesHelper.exe'),
  )
  fc.assert(
    fc.property(text, text, fc.constantFrom(...runKeys), (valueName, command, key) => {
      const entry = runEntry({ ...key, valueName, command: known(command) })
      for (const one of judgeAutostart(catalogue, {
        runKeys: keysWith(entry),
        places: itunesPlaces,
      }).processes) {
        expect(['on', 'none', 'cannot-tell']).toContain(one.state)
      }
    }),
  )
})
