/** Does each row of docs/facts.md and docs/robustness.md name a test, a page or a row of what only a real Windows shows, and is that there? */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/project.mjs'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const realWindows = read('docs/real-windows.md')
const facts = read('docs/facts.md')

describe.each([
  { name: 'docs/facts.md', column: 1, rowsAtLeast: 55 },
  { name: 'docs/robustness.md', column: 2, rowsAtLeast: 40 },
])('$name', ({ name, column, rowsAtLeast }) => {
  const page = read(name)
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:Fact |No\. |-)/.test(line))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\|$/g, '').trim()))
  const tests = [...page.matchAll(/`(test\/[^`]+\.test\.tsx?)`: “([^”]+)”/g)].map(
    ([, file = '', title = '']) => ({ file, title }),
  )
  const onlyThere = [...page.matchAll(/Windows: ((?:_[^_]+_(?:, )?)+)/g)].flatMap(
    ([, names = '']) => names.split(/_(?:, _)?/).filter((one) => one !== ''),
  )

  test('each row is shown by a test, and by more where a test alone cannot', () => {
    expect(rows.length).toBeGreaterThan(rowsAtLeast)
    const without = rows.filter(
      (row) => !/`test\/[^`]+`: “|`npm run bench`/.test(row[column] ?? ''),
    )
    expect(without.map((row) => row[column - 1])).toEqual([])
  })

  test('each test that it names is there, with that title', () => {
    expect(tests.length).toBeGreaterThan(rowsAtLeast)
    const missing = tests.filter(({ file, title }) => {
      if (!existsSync(join(projectRoot, file))) return true
      return ![`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) =>
        read(file).includes(quoted),
      )
    })
    expect(missing).toEqual([])
  })

  test('each row of what only a real Windows shows is there', () => {
    expect(onlyThere.length).toBeGreaterThan(5)
    expect(onlyThere.filter((one) => !realWindows.includes(`\n| ${one} `))).toEqual([])
  })
})

test('each number of what would break is there', () => {
  const numbers = [...read('docs/robustness.md').matchAll(/^\| (\d+) /gm)].map(([, one]) =>
    Number(one),
  )
  expect([...new Set(numbers)]).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
})

test('each address that recorded values come from stands beside the values', () => {
  const recorded = read('test/fixtures/recorded-registry.ts')
  const addresses = [...facts.matchAll(/https:\/\/[^\s<|]+/g)].map(([address]) => address)
  expect(addresses.length).toBeGreaterThan(6)
  expect(addresses.filter((address) => !recorded.includes(address))).toEqual([])
})
