/** What is written for engines: it is what the catalogue says today, valid by the engines' formats, and harmless. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { catalogueVersion } from '../../../shared/catalogue/catalogue-version.ts'
import { engineFiles } from '../../../shared/fleet/write/engine-files.ts'
import { nearNames } from '../../../shared/fleet/write/question.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import columns from '../../fixtures/fleet/osquery-columns.json' with { type: 'json' }
import { judgedPcs, type DescribedPc } from '../../fixtures/judged-pcs.ts'
import { ask, osqueryOf } from '../../fleet/osquery.ts'

const folder = join(import.meta.dirname, '../../../assets/fleet')
const files = engineFiles()
const content = (name: string) => files.get(name) ?? ''
const question = content('question.sql')
  .split('\n')
  .filter((line) => !line.startsWith('-- '))
  .join('\n')

test('assets/fleet is what the catalogue and the rules give today (npm run fleet)', () => {
  expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort())
  for (const [name, text] of files)
    expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
})

test('written again they are equal, byte for byte', () => {
  expect([...engineFiles()]).toEqual([...files])
})

test.each([...files.keys()])(
  '%s names its catalogue, its limits, and that it was not run',
  (name) => {
    expect(content(name)).toContain(catalogueVersion())
    expect(content(name)).toMatch(/not run on/i)
  },
)

describe('the question', () => {
  const nothing: DescribedPc = { id: 'nothing', source: '', right: { findings: [] } }
  const full: DescribedPc = {
    ...nothing,
    processes: Array.from({ length: 90 }, (_, at) => ({
      name: 'iTunesHelper.exe',
      folder: `C:\\Users\\Anna\\${'xy\\'.repeat(70)}${at}`,
      signer: '"'.repeat(300),
      beside: [{ name: 'CoreFoundation.dll', signer: '"'.repeat(300) }],
    })),
    run: Array.from({ length: 60 }, (_, at) => ({
      hive: 'HKCU' as const,
      value: `iTunesHelper ${at}`,
      command: `"C:\\Users\\Anna\\iTunesHelper.exe" ${'"'.repeat(300)}`,
    })),
  }

  test.each([nothing, full, ...judgedPcs].map((pc) => [pc.id, pc] as const))(
    'has one row under 64 kB: %s',
    (_, pc) => {
      const rows = ask(osqueryOf(pc), question)
      expect(rows).toHaveLength(1)
      expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(64_000)
    },
  )

  test.each(['Ännä Ö’Brien', 'a', 'Public', 'Apple'])('never names the user %s', (user) => {
    const file = { name: 'iTunesHelper.exe', signer: null }
    const rows = ask(
      osqueryOf({
        ...nothing,
        processes: [
          { ...file, folder: `C:\\Users\\${user}\\AppData\\Roaming` },
          { ...file, folder: `c:\\users\\${user}` },
          { ...file, folder: `\\Device\\HarddiskVolume3\\Users\\${user}\\x` },
          { ...file, folder: `D:\\Documents and Settings\\${user}\\x` },
          { ...file, folder: `\\\\server\\home$\\${user}` },
        ],
        run: [
          {
            hive: 'HKCU',
            value: 'iTunesHelper',
            command: `wscript "C:\\Users\\${user}\\a.vbe" "C:\\Users\\${user}\\iTunesHelper.exe"`,
          },
        ],
      }),
      question,
    )
    const text = Object.values(rows[0] ?? {}).join('\n')
    expect(text).not.toMatch(new RegExp(`\\\\\\\\${user}(?:\\\\\\\\|")`, 'i'))
    expect(text.match(/\\\\_/g)?.length).toBeGreaterThan(5)
  })

  test('asks only for tables and columns that osquery has on Windows', () => {
    // Each table has exactly the published columns, so any other name would be an error here.
    expect(() => ask(osqueryOf(nothing), question)).not.toThrow()
    const tables = [...question.matchAll(/\b(?:FROM|JOIN) ([a-z_]+)/g)].map(([, name]) => name)
    const own = [...question.matchAll(/^([a-z]+) (?:\([^)]*\) )?AS \(/gm)].map(([, name]) => name)
    expect(
      tables.filter((name) => !Object.hasOwn(columns.tables, name ?? '') && !own.includes(name)),
    ).toEqual([])
  })

  test('lets every name through that is one letter from a long one', () => {
    const names = readCatalogue().processes.map(({ imageName }) => imageName.toLowerCase())
    const patterns = nearNames(names).map((pattern) =>
      pattern.endsWith('%')
        ? { start: pattern.slice(0, -1), end: '' }
        : { start: '', end: pattern.slice(1) },
    )
    for (const name of names.filter(({ length }) => length >= 11)) {
      for (let at = 0; at < name.length; at += 1) {
        const rest = name.slice(at + 1)
        const [a = '', b = ''] = [name[at], name[at + 1]]
        for (const near of [
          name.slice(0, at) + rest,
          `${name.slice(0, at)}q${rest}`,
          `${name.slice(0, at)}q${a}${rest}`,
          `${name.slice(0, at)}${b}${a}${name.slice(at + 2)}`,
        ]) {
          expect(
            patterns.some(({ start, end }) => near.startsWith(start) && near.endsWith(end)),
            near,
          ).toBe(true)
        }
      }
    }
  })
})

test('the pack has what osquery reads: queries with an interval, for Windows, whole each time', () => {
  const pack = JSON.parse(content('osquery-pack.conf')) as {
    platform: string
    queries: Record<string, { query: string; interval: number; snapshot: boolean }>
  }
  expect(pack.platform).toBe('windows')
  const queries = Object.values(pack.queries)
  expect(queries).toHaveLength(1)
  for (const { query, interval, snapshot } of queries) {
    expect(ask(osqueryOf({ id: '', source: '', right: { findings: [] } }), query)).toHaveLength(1)
    expect([interval, snapshot]).toEqual([86_400, true])
  }
})

describe.each([
  ['fleet-reports.yml', 'reports'],
  ['fleet-queries.yml', 'queries'],
])('%s', (name, list) => {
  const read = parse(content(name)) as Record<string, Record<string, unknown>[]>

  test('has one question and three policies, with the keys that Fleet knows', () => {
    expect(Object.keys(read)).toEqual([list, 'policies'])
    const [asked] = read[list] ?? []
    expect(read[list]).toHaveLength(1)
    expect(asked).toMatchObject({ platform: 'windows', logging: 'snapshot', interval: 86_400 })
    expect(String(asked?.['query']).trim()).toBe(question.trim())
    expect(read['policies']).toHaveLength(3)
    for (const policy of read['policies'] ?? []) {
      expect(Object.keys(policy)).toEqual([
        'name',
        'description',
        'resolution',
        'query',
        'platform',
        'critical',
      ])
    }
  })

  const file = { name: 'iTunesHelper.exe', folder: 'C:\\Program Files\\iTunes' }
  const pc = (more: Partial<DescribedPc>): DescribedPc => ({
    id: '',
    source: '',
    right: { findings: [] },
    ...more,
  })
  test.each([
    ['passes without Apple’s programs', pc({}), [1, 1, 1]],
    [
      'passes where all is well',
      pc({
        processes: [{ ...file, signer: 'Apple Inc.' }],
        services: [
          { key: 'Apple Mobile Device Service', state: 'running', startType: 'automatic' },
        ],
      }),
      [1, 1, 1],
    ],
    [
      'fails a service that is disabled',
      pc({
        services: [{ key: 'Apple Mobile Device Service', state: 'stopped', startType: 'disabled' }],
      }),
      [0, 1, 1],
    ],
    [
      'fails a program that nobody signed',
      pc({ processes: [{ ...file, signer: null }] }),
      [1, 0, 1],
    ],
    [
      'fails what somebody else signed',
      pc({ processes: [{ ...file, signer: 'Example Ltd' }] }),
      [1, 0, 1],
    ],
    [
      'passes a signature that nobody could check',
      pc({ processes: [{ ...file, signer: 'Apple Inc.', verdict: 'expired' }] }),
      [1, 1, 1],
    ],
    [
      'passes what the Store signed as a package',
      pc({
        processes: [
          {
            name: 'iTunes.exe',
            folder:
              'C:\\Program Files\\WindowsApps\\AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa',
            signer: null,
          },
        ],
      }),
      [1, 1, 1],
    ],
    [
      'fails QuickTime',
      pc({
        processes: [
          { name: 'QTTask.exe', folder: 'C:\\Program Files\\QuickTime', signer: 'Apple Inc.' },
        ],
      }),
      [1, 1, 0],
    ],
  ])('%s', (_, described, passes) => {
    const database = osqueryOf(described)
    expect(
      (read['policies'] ?? []).map(({ query }) => ask(database, String(query)).length),
    ).toEqual(passes)
  })
})

describe('the script for Intune', () => {
  const script = content('intune-detection.ps1')

  test('has at most 80 lines, ASCII, without a byte order mark', () => {
    expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(80)
    expect(script).toMatch(/^[\n -~]*$/)
  })

  test('changes nothing and calls nobody', () => {
    expect(script).not.toMatch(
      /\b(?:Set|Remove|Start|Stop|Restart|New|Invoke|Add|Clear|Disable|Enable|Out|Copy|Move|Rename|Register|Uninstall|Install)-(?!Object Collections)|\b(?:iex|iwr|curl|reg|sc|net|shutdown)\b|Write-Host/,
    )
  })

  test('prints once, as the last thing', () => {
    expect(script.trimEnd().split('\n').slice(-2)).toEqual(['$line', 'exit [int]$bad'])
  })
})
