/** Names of people that are hard to find, in every way in which Windows and its programs write a folder or an account. */
import { expect, test } from 'vitest'
import { programOfCommand } from '../../../../shared/judge/read-command.ts'
import { findPeople, type People } from '../../../../shared/report/redact/people.ts'
import { yardsticksOf } from '../../../fixtures/yardstick.ts'

const names = [
  ...[
    'Anna Berg',
    'anna.berg',
    "Ännä Ö'Brien",
    'D’Arcy',
    'J. R. Smith',
    'anna.CORP.000',
    'Max-Otto',
  ],
  ...['Łukasz', '山田 太郎', 'Иван Петров', 'İpek', 'straße', 'zoë'.normalize('NFD')],
  ...[
    'a',
    'C',
    'en',
    '1234',
    'Public',
    'Apple',
    'User',
    'Users',
    'Temp',
    'AppData',
    'Program Files',
  ],
  ...['anna$', 'x+y', 'O(1)', '[k]'],
]

/** Without signs that no address for mail has. */
const mailOf = (name: string) => name.replaceAll(' ', '.').replace(/[^\p{L}\p{N}\p{M}.'+-]/gu, '')

const placesOf = (name: string): readonly string[] => [
  `C:\\Users\\${name}`,
  `"C:\\Users\\${name}"`,
  `C:\\Users\\${name}\\x.exe`,
  `"C:\\Users\\${name}\\x.exe" /a`,
  `explorer.exe C:\\Users\\${name}`,
  `\\\\?\\C:\\Users\\${name}\\x.exe`,
  `\\??\\C:\\Users\\${name}\\x`,
  `\\\\?\\UNC\\srv01\\Users\\${name}\\x`,
  `\\Device\\HarddiskVolume3\\Users\\${name}\\x.exe`,
  `\\Device\\Mup\\srv01\\Profiles\\${name}\\x`,
  `\\\\srv01\\home$\\${name}\\x`,
  `\\\\srv01\\profiles$\\${name}.V6\\x`,
  `//srv01/users/${name}/x`,
  `file://srv01/users/${name}/x`,
  `file:///C:/Users/${encodeURIComponent(name)}/x.html`,
  `C:%5CUsers%5C${encodeURIComponent(name)}%5Cx`,
  `C:\\Users\\${name.toUpperCase()}\\x`,
  `c:\\users\\${name.toLowerCase()}\\x`,
  `C:\\Users\\${name.normalize('NFD')}\\x`,
  `C:\\Users\\${name.normalize('NFC')}\\x`,
  `C:\\Dokumente und Einstellungen\\${name}\\x.exe`,
  `C:\\Users\\${name}\\Apple\\MobileSync\\Backup`,
  `"C:\\Users\\${name}\\OneDrive - Contoso Ltd\\x.exe"`,
  `C:\\Users\\${name}\\OneDrive - Contoso Ltd`,
  `C:\\Users\\${name};C:\\Users\\${name}\\bin`,
  `/home/${name}/x`,
  `CORP\\${name}`,
  `.\\${name}`,
  `AzureAD\\${name}`,
  `runas /user:CORP\\${name} x.exe`,
  `schtasks /ru ${name} /x`,
  `x.exe --user=${name}`,
  `x.exe -user "${name}"`,
  `x.exe ${mailOf(name)}@corp.example`,
  `HKU\\S-1-5-21-1-2-3-1001\\Software`,
  `HKU\\s-1-5-21-1-2-3-1001_Classes`,
]

/** Of a name that is no word and no letter or two. */
const proseOf = (name: string): readonly string[] => [
  `Made by ${name}.`,
  `${name}'s tool`,
  `E:\\Backups ${name}\\x`,
  `E:\\${name}`,
  `D:\\${name}\\iTunes\\x.exe`,
  `Tool (${name})`,
  `${name.normalize('NFD')} x`,
  `https://x.example/?u=${encodeURIComponent(name)}`,
]

const isWord = (name: string) =>
  name.length < 5 || ['Public', 'Apple', 'Users', 'AppData', 'Program Files'].includes(name)

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
const plain = (text: string) => decoded(text).normalize('NFC').toLowerCase()

/** What is left of somebody. */
function left(made: string, name: string): readonly string[] {
  const rest = made.replace(/‹[^›]*›?|%USERPROFILE%|%PUBLIC%|USER~\d+/g, '¤')
  const places =
    /(?:[\\/]|%5C)(?:users|home\$?|profiles\$?|einstellungen)(?:[\\/]|%5C)+(?!¤)|(?:corp|\.|azuread)\\(?!¤)|s-1-5-21|srv01|contoso|@corp/giu
  return [
    ...Array.from(rest.matchAll(places), ([found]) => found),
    ...(isWord(name) || !plain(rest).includes(plain(name)) ? [] : [name]),
  ]
}

const owners = (name: string) => [{ securityId: 'S-1-5-21-1-2-3-1001', account: `CORP\\${name}` }]

test.each(names)('nothing of %s is left, and a second time changes nothing', (name) => {
  const all = [...placesOf(name), ...(isWord(name) ? [] : proseOf(name))]
  for (const own of [`C:\\Users\\${name}`, undefined]) {
    const people = findPeople(owners(name), all, own)
    const again = findPeople([], all.map(people.text), people.variables['USERPROFILE'])
    for (const text of all) {
      for (const made of [people.text(text), people.command(text)]) {
        expect(left(made, name), `${text} became ${made}`).toEqual([])
        expect(again.text(made)).toBe(made)
      }
    }
  }
})

const commands = (people: People, all: readonly string[]) =>
  all.map(
    (command) => [programOfCommand(command), programOfCommand(people.command(command))] as const,
  )

test('two people of whom one has the beginning of the other’s name stay two', () => {
  const all = ['Anna', 'Anna Berg'].flatMap((name) => [
    `C:\\Users\\${name}\\x.exe`,
    `D:\\Users\\${name}\\x.exe /min`,
    `D:\\Users\\${name}`,
    `"D:\\Users\\${name}\\x.exe"`,
  ])
  const people = findPeople([...owners('Anna'), ...owners('Anna Berg')], all, 'C:\\Users\\Anna')
  expect(people.text('C:\\Users\\Anna\\x.exe')).toBe('%USERPROFILE%\\x.exe')
  expect(people.text('C:\\Users\\Anna Berg\\x.exe')).toBe('C:\\Users\\‹user 2›\\x.exe')
  expect(people.text('D:\\Users\\Anna\\x.exe')).toBe('D:\\Users\\‹user-1›\\x.exe')
  expect(people.text('CORP\\Anna Berg and CORP\\Anna')).toBe('‹user 2› and ‹user 1›')
  for (const [program, made] of commands(people, all)) {
    expect(made).toBe(program === null ? null : people.text(program))
  }
})

test('a command that is only a folder of somebody is that folder without the name', () => {
  const people = findPeople(owners('Anna'), [], 'C:\\Users\\Anna')
  expect(people.command('C:\\Users\\Anna')).toBe('%USERPROFILE%')
  expect(people.command('D:\\Users\\Anna')).toBe('D:\\Users\\‹user-1›')
})

test('names that are words of Windows and Apple break none of their paths', () => {
  for (const name of [
    'Apple',
    'Common Files',
    'Mobile Device',
    'Bonjour',
    'Windows',
    'Program',
    'AppleInc',
  ]) {
    const people = findPeople(owners(name), [], `C:\\Users\\${name}`)
    for (const path of [
      'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe',
      'C:\\Program Files\\Bonjour\\mDNSResponder.exe',
      'C:\\Windows\\System32\\svchost.exe',
      'C:\\Program Files\\WindowsApps\\AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa\\iTunes.exe',
      'Apple Mobile Device Service',
    ]) {
      expect(people.text(path)).toBe(path)
    }
  }
})

test('of hundreds of people every text is read at once', () => {
  const many = Array.from({ length: 500 }, (_, at) => owners(`person${at} name`)).flat()
  const people = findPeople(many, [], undefined)
  people.text('x')
  for (const text of ['person499 name ', 'a person', "'", 'C:\\Users\\x\\'].map((one) =>
    one.repeat(Math.floor(2_000 / one.length)),
  )) {
    // A text is remembered: only the first try counts.
    expect(yardsticksOf(() => people.text(text), 1)).toBeLessThan(2)
  }
})
