import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  nameInQuery,
  searchTexts,
  textOfEntry,
  textOfProcess,
} from '../../../renderer/search/search.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { known } from '../../../shared/model/probe.ts'
import { catalogue, instance } from '../fake-bridge.ts'

const find = (query: string, language: Language = 'en') =>
  searchTexts(catalogue.processes, query, (entry) => textOfEntry(entry, wordsIn(language))).map(
    ({ imageName }) => imageName,
  )

describe('nameInQuery', () => {
  test.each([
    ['iTunesHelper.exe', 'iTunesHelper.exe'],
    ['  iTunesHelper  ', 'iTunesHelper'],
    ['C:\\Program Files\\iTunes\\iTunesHelper.exe', 'iTunesHelper.exe'],
    ['"C:\\Program Files\\iTunes\\iTunesHelper.exe" -hidden', 'iTunesHelper.exe'],
    ['C:\\Program Files\\iTunes\\iTunesHelper.exe /start', 'iTunesHelper.exe'],
    ['\\\\server\\share\\iTunesHelper.exe', 'iTunesHelper.exe'],
    ['C:/Program Files/iTunes/iTunesHelper.exe', 'iTunesHelper.exe'],
    ['C:\\Windows\\System32\\', 'System32'],
    ['photos/artwork', 'photos/artwork'],
    ['\\', ''],
  ])('in %s it looks for %s', (query, name) => {
    expect(nameInQuery(query)).toBe(name)
  })
})

describe('searchTexts', () => {
  test('an empty query hides nothing', () => {
    expect(find('')).toHaveLength(catalogue.processes.length)
    expect(find('   ')).toHaveLength(catalogue.processes.length)
  })

  test('every image name finds its own process, in any case and as a path', () => {
    for (const { imageName } of catalogue.processes) {
      expect(find(imageName.toUpperCase())).toContain(imageName)
      expect(find(`C:\\Some Folder\\${imageName}`)).toContain(imageName)
    }
  })

  test('what a process does finds it, in the language of the window', () => {
    expect(find('iphone recognise')).toContain('AppleMobileDeviceService.exe')
    expect(find('säkerhetskopierar', 'sv')).toContain('AppleMobileBackup.exe')
    expect(find('säkerhetskopierar', 'en')).toEqual([])
  })

  test('accents make no difference', () => {
    expect(find('sakerhetskopierar', 'sv')).toEqual(find('säkerhetskopierar', 'sv'))
    expect(find('SA\u0308KERHETSKOPIERAR', 'sv')).toEqual(find('säkerhetskopierar', 'sv'))
  })

  test('a row of a tool and a localised name find their process', () => {
    const row = 'mDNSResponder.exe             3120 Services                   0      6 204 Ko'
    expect(find(row)).toEqual(['mDNSResponder.exe'])
    expect(find('iPod-Dienst')).toEqual(['iPodService.exe'])
  })

  test('a name that is not one of them finds nothing', () => {
    expect(find('svchost.exe')).toEqual([])
    expect(find('C:\\Windows\\System32\\svchost.exe')).toEqual([])
  })

  test('any text at all only ever narrows the list', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const found = find(query)
        const all = catalogue.processes.map(({ imageName }) => imageName)
        expect(found).toEqual(all.filter((name) => found.includes(name)))
      }),
    )
  })
})

describe('textOfProcess', () => {
  const version = {
    companyName: 'Apple Inc.',
    fileDescription: 'Helper of something',
    productName: null,
    fileVersion: null,
    productVersion: null,
    originalFilename: null,
    fixedFileVersion: null,
  }
  const named = (name: string) => instance(7, { name, version: known(version) })
  const finds = (name: string, query: string) =>
    searchTexts([named(name)], query, textOfProcess).length === 1

  test('a program is found by its name and by what its file says about itself', () => {
    expect(finds('AppleThing.exe', 'C:\\Somewhere\\applething.EXE')).toBe(true)
    expect(finds('AppleThing.exe', 'helper something')).toBe(true)
    expect(finds('AppleThing.exe', 'apple inc')).toBe(true)
    expect(finds('AppleThing.exe', 'bonjour')).toBe(false)
  })

  test('signs that cannot be seen are found pasted, and by the code that is shown for them', () => {
    expect(finds('iTunes\u200bHelper.exe', 'iTunes\u200bHelper.exe')).toBe(true)
    expect(finds('iTunes\u200bHelper.exe', 'U+200B')).toBe(true)
  })
})
