import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { findByImageName, imageNameKey, matchProcesses } from '../../../shared/catalogue/match.ts'
import { listed } from '../../fixtures/listed.ts'

const { processes: catalogue } = readCatalogue()
const idsFor = (name: string) => [...matchProcesses(catalogue, [listed(1, name)]).keys()]

describe('matching running processes with the catalogue', () => {
  test('finds every catalogue name, in its own, upper and lower case', () => {
    for (const { id, imageName } of catalogue) {
      expect(idsFor(imageName)).toEqual([id])
      expect(idsFor(imageName.toUpperCase())).toEqual([id])
      expect(idsFor(imageName.toLowerCase())).toEqual([id])
    }
  })

  test.each([
    'BlackBerrySyncServer.exe',
    'AppleMobileDeviceService.exe ',
    ' AppleMobileDeviceService.exe',
    'AppleMobileDeviceService.exe.',
    'AppleMobileDeviceService.exe\t',
    'AppleMobileDeviceService',
    'AppleMobileDeviceService.exe.exe',
    'iTunesHelper.exe\0',
    'iTunesHe1per.exe',
    'SyncServer.exe/../x',
    '',
  ])('does not take %j for one of ours', (name) => {
    expect(idsFor(name)).toEqual([])
  })

  test('folds letters as Windows does, not as Turkish or Unicode case mapping would', () => {
    expect(idsFor('ITUNESHELPER.EXE')).toEqual(['itunes-helper'])
    expect(idsFor('iTunesHelper.exe'.replaceAll('i', 'ı'))).toEqual([])
    expect(idsFor('iTunesHelper.exe'.replace('i', 'İ'))).toEqual([])
    // U+212A is the Kelvin sign: its lower case is an ordinary k.
    expect(idsFor('qttas\u212A.exe')).toEqual([])
    expect(idsFor('Sync\u017Ferver.exe')).toEqual([])
  })

  test('keeps every instance of one process, in pid order', () => {
    const found = matchProcesses(catalogue, [
      listed(900, 'distnoted.exe'),
      listed(12, 'DISTNOTED.EXE'),
      listed(400, 'explorer.exe'),
      listed(77, 'distnoted.exe'),
    ])
    expect(found.get('distnoted')?.map(({ pid }) => pid)).toEqual([12, 77, 900])
  })

  test('gives the listed process back unharmed, whatever its name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), (names) => {
        const processes = names.map((name, index) => listed(index, name))
        const found = [...matchProcesses(catalogue, processes).values()].flat()
        for (const process of found) expect(processes).toContain(process)
      }),
    )
  })

  test('takes only a name that differs from the catalogue in the case of ASCII letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
        fc.nat(40),
        ({ imageName, id }, inserted, at) => {
          const changed = imageName.slice(0, at) + inserted + imageName.slice(at)
          expect(idsFor(changed)).not.toContain(id)
        },
      ),
    )
  })
})

test('the key of an image name is the same for all spellings that Windows takes for one file', () => {
  expect(imageNameKey('iTunesHelper.exe')).toBe(imageNameKey('ITUNESHELPER.EXE'))
  expect(imageNameKey('straße.exe')).not.toBe(imageNameKey('STRASSE.EXE'))
})

test('a name is looked up in the catalogue in any case, and an unknown one is undefined', () => {
  expect(findByImageName(catalogue, 'mdnsresponder.EXE')?.id).toBe('mdnsresponder')
  expect(findByImageName(catalogue, 'svchost.exe')).toBeUndefined()
})
