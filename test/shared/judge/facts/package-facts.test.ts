/** Is each fact about what is installed so, not so, or not known, exactly where this PC says so? */
import { describe, expect, test } from 'vitest'
import type { FactName } from '../../../../shared/judge/named-facts.ts'
import type { PcFacts } from '../../../../shared/model/pc-facts.ts'
import { denied, known } from '../../../../shared/model/probe.ts'
import { askFact, firstOf, valueOf } from '../../../fixtures/ask-fact.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'
import { inspectionOf } from '../../../renderer/fake-bridge.ts'

const hidden = denied('needs-admin')

describe('packages', () => {
  const itunes = firstOf(pcFacts.packages)
  const packages = (...all: readonly Partial<typeof itunes>[]) => ({
    packages: known(all.map((one) => ({ ...itunes, version: null, fileVersion: null, ...one }))),
  })
  const amds = { id: 'apple-mobile-device-support', name: 'AMDS' } as const

  test.each<[string, FactName, Partial<PcFacts>, string]>([
    ['iTunes is listed', 'itunes.isThere', {}, 'yes iTunes'],
    ['nothing is listed', 'itunes.isThere', packages(), 'no'],
    ['the list is closed', 'itunes.isThere', { packages: hidden }, '? needs-admin'],
    ['support is listed', 'amds.hasPackage', packages(amds), 'yes AMDS'],
    ['12.13 is new enough', 'itunes.isTooOld', packages({ version: '12.13' }), 'no'],
    ['12.12.9 is not', 'itunes.isTooOld', packages({ version: '12.12.9' }), 'yes iTunes 12.12.9'],
    [
      'a file’s version counts where the list has none',
      'itunes.isTooOld',
      packages({ fileVersion: '12.1' }),
      'yes iTunes 12.1',
    ],
    [
      'old support makes it old',
      'itunes.isTooOld',
      packages({ ...amds, version: '16.9' }),
      'yes Apple Mobile Device Support 16.9',
    ],
    [
      'support 17 is new enough',
      'itunes.isTooOld',
      packages({}, { ...amds, version: '17.0' }),
      'no',
    ],
    ['nothing is there', 'itunes.isTooOld', packages(), 'no'],
    [
      'iTunes without a version is not known to be new, though its support is not here',
      'itunes.isTooOld',
      packages({ version: null }),
      '? no-version-resource',
    ],
    [
      '12.10.8 needs the libraries',
      'aas.isNeeded',
      packages({ version: '12.10.8' }),
      'yes iTunes 12.10.8',
    ],
    ['12.10.9 does not', 'aas.isNeeded', packages({ version: '12.10.9' }), 'no'],
    [
      'Bonjour 3.0.9 is old',
      'bonjour.isOld',
      packages({ id: 'bonjour', name: 'Bonjour', version: '3.0.9' }),
      'yes Bonjour 3.0.9',
    ],
    ['Bonjour 3.1 is not', 'bonjour.isOld', packages({ id: 'bonjour', version: '3.1' }), 'no'],
    ['Bonjour without a version is not', 'bonjour.isOld', packages({ id: 'bonjour' }), 'no'],
    [
      'print services are',
      'bonjour.isOld',
      packages({ id: 'bonjour-print-services', name: 'Print' }),
      'yes Print',
    ],
    ['32 bits only', 'amds.is32BitOnly', packages({ ...amds, bits: 32 }), 'yes AMDS'],
    [
      'both kinds',
      'amds.is32BitOnly',
      packages({ ...amds, bits: 32 }, { ...amds, bits: 64 }),
      'no',
    ],
    ['no support at all', 'amds.is32BitOnly', packages({}), 'no'],
    ['the installer runs', 'installer.isRunning', { isInstalling: known(true) }, 'yes msiexec.exe'],
    [
      'a needed file is gone',
      'files.areMissing',
      { neededFiles: [{ ...pcFacts.neededFiles[0]!, isThere: known(false) }] },
      'yes dnssd.dll',
    ],
    ['all are there', 'files.areMissing', {}, 'no'],
    ['iTunes is left', 'apple.isLeft', {}, 'yes iTunes'],
    [
      'what needs the others comes first',
      'apple.isLeft',
      packages({ id: 'bonjour', name: 'B' }, amds, { id: 'icloud', name: 'iCloud' }),
      'yes iCloud',
    ],
  ])('%s: %s', (_what, name, pc, expected) => {
    expect(askFact(name, pc)).toBe(expected)
  })

  test('on 32-bit Windows, and beside the 64-bit service, 32 bits are as they should be', () => {
    const base = inspectionOf({})
    const pc = packages({ ...amds, bits: 32 })
    const x86 = { ...base, machine: { ...base.machine, arch: 'ia32' } }
    expect(askFact('amds.is32BitOnly', pc, { inspection: x86 })).toBe('no')
    const folders = {
      ...x86.places.knownFolders,
      'ProgramFiles(x86)': known('C:\\Program Files (x86)'),
    }
    const wow = { ...x86, places: { ...x86.places, knownFolders: folders } }
    expect(askFact('amds.is32BitOnly', pc, { inspection: wow })).toBe('yes AMDS')
    const service = { keyName: 'Apple Mobile Device Service', isInstalled: known(true) } as never
    expect(askFact('amds.is32BitOnly', pc, { inspection: { ...base, services: [service] } })).toBe(
      'no',
    )
  })

  test.each([
    [known(false), 'Professional', 'yes Professional'],
    [known(true), 'ProfessionalN', 'no'],
    [hidden, 'ProfessionalN', 'yes ProfessionalN'],
    [hidden, 'Professional', '? needs-admin'],
    [hidden, null, '? needs-admin'],
  ])('media features %j of %s: %s', (hasMediaFeatures, editionId, expected) => {
    const windows = known({
      ...valueOf(pcFacts.windows),
      hasMediaFeatures,
      editionId,
    })
    expect(askFact('windows.lacksMediaFeatures', { windows })).toBe(expected)
  })
})
