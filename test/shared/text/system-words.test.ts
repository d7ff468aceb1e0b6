/** Is Windows called by the name that people know, and its programs by their version? */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import builds from '../../../assets/catalogue/windows-builds.json' with { type: 'json' }
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { productWords, systemWords } from '../../../shared/text/system-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const named = (release: string, edition?: string, platform = 'win32') =>
  systemWords(wordsIn('en'), { platform, release, edition })

// Numbers and names: https://learn.microsoft.com/en-us/windows/release-health/
test.each([
  ['10.0.22631', 'Windows 11 Pro', 'Windows 11 23H2 (22631)'],
  ['10.0.26100', 'Windows 11 Home', 'Windows 11 24H2 (26100)'],
  ['10.0.26200', 'Windows 11 Pro', 'Windows 11 25H2 (26200)'],
  ['10.0.19045', 'Windows 10 Pro', 'Windows 10 22H2 (19045)'],
  ['10.0.20348', 'Windows Server 2022 Datacenter', 'Windows Server 2022 (20348)'],
  ['10.0.26100', 'Windows Server 2025 Standard', 'Windows Server 2025 (26100)'],
  ['10.0.17763', 'Windows Server 2019 Standard', 'Windows Server 2019 (17763)'],
  ['10.0.22631', undefined, 'Windows 11 23H2 (22631)'],
  ['10.0.17763', undefined, 'Windows 10 1809 / Windows Server 2019 (17763)'],
  ['6.1.7601', 'Windows 7 Professional', 'Windows 6.1.7601'],
])('%s, which calls itself %s, is %s', (release, edition, name) => {
  expect(named(release, edition)).toBe(name)
})

test('a number that is in no list is said to be unknown, in every language', () => {
  expect(named('10.0.27943', 'Windows 11 Pro')).toMatch(/^Windows 11 Pro \(build 27943, not in /)
  expect(named('10.0.99999')).toMatch(/^Windows \(build 99999, /)
  for (const language of supportedLanguages) {
    const machine = { platform: 'win32', release: '10.0.27943', edition: 'Windows 11 Pro' }
    expect(systemWords(wordsIn(language), machine)).toContain('27943')
  }
})

test('another system keeps its own name, and hostile ones do no harm', () => {
  expect(named('6.8.0-45-generic', undefined, 'linux')).toBe('linux 6.8.0-45-generic')
  expect(named('10.0.1\u202e', '\u202eexe')).not.toContain('\u202e')
  expect(named('10.0.constructor')).toBe('Windows 10.0.constructor')
})

test('iTunes and Apple Devices are told with their version', () => {
  const products = [
    { id: 'itunes', edition: 'desktop', version: '12.13.7.1' },
    { id: 'itunes', edition: 'store', version: '12.13.4.4' },
    { id: 'apple-devices', edition: 'store', version: '1.5.1.0' },
  ] as const
  expect(productWords(wordsIn('en'), products)).toEqual([
    'iTunes 12.13.7.1',
    'iTunes 12.13.4.4 (Microsoft Store)',
    'Apple Devices 1.5.1.0',
  ])
  expect(productWords(wordsIn('sv'), products).at(-1)).toBe('Apple-enheter 1.5.1.0')
})

test('the sources of the list exist', () => {
  const { sources } = readCatalogue()
  for (const source of builds.sources) expect(sources[source]?.url).toMatch(/^https:/)
})
