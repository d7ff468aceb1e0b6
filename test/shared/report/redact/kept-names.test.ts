/**
 * What becomes of each text in which somebody may be named, for names of every kind: kept as a file, one line for each
 * text that is not what it was. `npx vitest run -u` accepts a change.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPeople } from '../../../../shared/report/redact/people.ts'

/** Whole, because mutation runs this file from another one. */
const keptForms = join(import.meta.dirname, '../../../fixtures/forms')

const names = [
  ...[
    'Anna Berg',
    'anna.berg',
    "Sean O'Neil",
    'Sean O’Neil',
    'D‘Arcy',
    'DʼArcy',
    'Zoë',
    'Bo',
    '77',
  ],
  ...[
    'Apple Service',
    'Apple Berg',
    'Apple-Service',
    'Public',
    'straße',
    'Max-Otto Ek',
    'x+y',
    '\ud800\ud801\udbff',
  ],
]

const textsOf = (name: string): readonly string[] => {
  const words = name.split(' ')
  return [
    ...[name, `by ${name}.`, `${name}'s own`, `x${name}`, `${name}x`, `‹${name}`, `(${name})`],
    ...["'", '’', '‘', 'ʼ'].map((sign) => `for ${name.replace(/['’‘ʼ]/g, sign)}, now`),
    ...['\u00a0', '.', '_', '-', '+', '%20', ''].map((between) => `as ${words.join(between)} here`),
    ...[name.normalize('NFC'), name.normalize('NFD'), name.toUpperCase()].map((one) => `of ${one}`),
    ...(/\p{Cs}/u.test(name) ? [] : [`u=${encodeURIComponent(name)}&`]),
    ...['CORP\\', 'PC-17\\', '.\\', 'AzureAD/', 'WORKGROUP\\', 'other\\'].map(
      (at) => `at ${at}${name} x`,
    ),
    ...['/user:', '--username=', '-u ', '/ru "'].map((option) => `x.exe ${option}${name}" /y`),
    ...[`${name}@corp.example`, `x ${words.join('.')}@id.apple.com`],
    ...['Users', 'Documents and Settings', 'DOCUME~1', 'home$', 'Profiles', 'Windows'].flatMap(
      (root) => [
        `C:\\${root}\\${name}\\a\\x.exe`,
        `"D:\\${root}\\\\${name}\\x.exe" /min`,
        `c:/${root.toLowerCase()}/${name}/x`,
      ],
    ),
    ...[
      `C:\\Users\\${name}`,
      `C:\\Users\\${name} `,
      `"C:\\Users\\${name}"`,
      `C:\\Users\\${words[0] ?? ''}`,
    ],
    ...[
      `C:\\Users\\${name}\\..\\x`,
      `C:\\Users\\${name}\\a\\..\\x`,
      `C:%5CUsers%5C${words.join('%20')}%5Cx`,
    ],
    ...[
      '\\\\?\\C:',
      '\\??\\C:',
      '\\Device\\HarddiskVolume3',
      '\\\\srv01\\c$',
      '\\\\?\\UNC\\srv01',
    ].map((drive) => `${drive}\\Users\\${name}\\x.exe`),
    ...[
      `D:\\${name}\\x.exe`,
      `D:\\x\\${name}`,
      `D:\\${name}.exe`,
      `${name}.dll`,
      `${name}.txt`,
      `D:\\x\\${name} y.sys`,
    ],
    ...[`C:\\Users\\ANNABE~1\\x`, `C:\\Users\\Public\\${name}`, `C:\\x\\OneDrive - ${name}\\y`],
    ...[
      '//srv01/x/y',
      'file://srv01/x',
      '\\Device\\Mup\\srv01\\x',
      '\\\\localhost\\x',
      'http://srv01/x/y',
    ],
    ...['S-1-5-21-1-2-3-1001', 'S-1-5-21-9-9-9-1002', 'S-1-12-1-7-8-9-10', 'S-1-5-18'],
  ]
}

/** The own folder, where it is known: one of Windows's, one that was moved, one that is only a drive or a share. */
const ownFolders = (name: string) => [
  undefined,
  `C:\\Users\\${name}`,
  `d:\\\\users\\\\${name}\\\\`,
  `E:\\People\\\\${name}\\`,
  `E:\\`,
  `\\\\srv01\\home$\\${name}`,
]

test('of names of every kind', async () => {
  const told = names.map((name) => [`## ${name}`, ...linesOf(name)].join('\n'))
  await expect(told.join('\n').replace(/\p{Cs}/gu, '?')).toMatchFileSnapshot(
    join(keptForms, 'redacted-names.txt'),
  )
})

function linesOf(name: string): readonly string[] {
  const texts = textsOf(name)
  return ownFolders(name)
    .slice(0, names.indexOf(name) < 3 ? 6 : 2)
    .flatMap((folder) => {
      const account = `CORP\\${name}`
      const owners = [
        { securityId: 'S-1-5-21-1-2-3-1001', account },
        { securityId: null, account: 'bo@corp.example' },
      ]
      const people = findPeople(owners, texts, folder)
      const lines = texts.flatMap((text) => {
        const made = [people.text(text), people.command(text)]
        expect(people.text(made[0] ?? ''), text).toBe(made[0])
        return made.every((one) => one === text) ? [] : [[text, ...new Set(made)].join(' → ')]
      })
      return [
        `# ${folder ?? '-'}`,
        ...lines,
        [account, name, `${name}@x`, `x\\${name}`, 'LocalSystem', '']
          .map(people.account)
          .join(' | '),
        ['S-1-5-21-1-2-3-1001', 's-1-5-21-5-5', 'S-1-5-18']
          .map((id) => people.securityId(id, null))
          .join(' | '),
        people.removed().join(' '),
        JSON.stringify(people.variables),
      ]
    })
}

test('of many names the longest are looked for within a text, and of not so many every spelling', () => {
  const manyNames = (count: number) =>
    Array.from({ length: count }, (_, n) => `Ann O'${'x'.repeat(n + 1)}`)
  const after = (count: number, text: (name: string) => string) => {
    const all = manyNames(count)
    const owners = all.map((name) => ({ securityId: null, account: `CORP\\${name}` }))
    const people = findPeople(owners, [], undefined)
    return all.map((name) => people.text(text(name)) !== text(name))
  }
  expect(
    after(202, (name) => `by ${name}.`)
      .map(String)
      .join(' '),
  ).toBe([...Array<string>(2).fill('false'), ...Array<string>(200).fill('true')].join(' '))
  const inAddress = (name: string) => `by ${name.replace(' ', '.')}!`
  expect(new Set(after(30, inAddress))).toEqual(new Set([true]))
  expect(new Set(after(31, inAddress))).toEqual(new Set([false]))
})
