/** Does each row of docs/facts.md name a test, a page or a row of what only a real Windows shows, and is that there? */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/project.mjs'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const page = read('docs/facts.md')
const realWindows = read('docs/real-windows.md')

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Fact |-)/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\|$/g, '').trim()))

const tests = [...page.matchAll(/`(test\/[^`]+\.test\.tsx?)`: “([^”]+)”/g)].map(
  ([, file = '', title = '']) => ({ file, title }),
)
const onlyThere = [...page.matchAll(/Windows: ((?:_[^_]+_(?:, )?)+)/g)].flatMap(([, names = '']) =>
  names.split(/_(?:, _)?/).filter((name) => name !== ''),
)

test('each fact is shown by a test, and more where a test alone cannot', () => {
  expect(rows.length).toBeGreaterThan(55)
  const without = rows.filter(([, shown = '']) => !/`test\/[^`]+`: “|`npm run bench`/.test(shown))
  expect(without.map(([fact]) => fact)).toEqual([])
})

test('each test that it names is there, with that title', () => {
  expect(tests.length).toBeGreaterThan(60)
  const missing = tests.filter(({ file, title }) => {
    if (!existsSync(join(projectRoot, file))) return true
    return ![`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) =>
      read(file).includes(quoted),
    )
  })
  expect(missing).toEqual([])
})

test('each row of what only a real Windows shows is there', () => {
  expect(onlyThere.length).toBeGreaterThan(12)
  expect(onlyThere.filter((name) => !realWindows.includes(`\n| ${name} `))).toEqual([])
})

test('each address that recorded values come from stands beside the values', () => {
  const recorded = read('test/fixtures/recorded-registry.ts')
  const addresses = [...page.matchAll(/https:\/\/[^\s<|]+/g)].map(([address]) => address)
  expect(addresses.length).toBeGreaterThan(6)
  expect(addresses.filter((address) => !recorded.includes(address))).toEqual([])
})
