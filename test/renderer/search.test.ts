import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameInQuery, searchProcesses } from '../../renderer/search/search.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import type { Language } from '../../shared/text/languages.ts'
import { catalogue } from './fake-bridge.ts'

const find = (query: string, language: Language = 'en') =>
  searchProcesses(catalogue.processes, query, wordsIn(language)).map(({ imageName }) => imageName)

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

describe('searchProcesses', () => {
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
