/** Does everything that is shipped come with its licence? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { notices, writeNotices } from '../../../scripts/package/notices.mjs'
import { projectRoot } from '../../../scripts/project.mjs'

const notesOf = (name: string) =>
  writeNotices()
    .split(/^## /m)
    .find((part) => part.startsWith(name)) ?? ''

test('each has a heading and the whole text, with who holds the rights and what is permitted', () => {
  for (const { name } of notices) {
    expect(notesOf(name), name).toMatch(/copyright/i)
    expect(notesOf(name), name).toMatch(/permission is (hereby )?granted/i)
    expect(notesOf(name).length, name).toBeGreaterThan(800)
  }
})

test('koffi has the version that is shipped', () => {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  // Whatever is no bundle's and becomes a part of the program needs an entry.
  expect(Object.keys(dependencies)).toEqual(['koffi'])
  expect(notesOf('koffi')).toContain(`koffi - ${dependencies['koffi']}`)
})

test('each helper program of ps-list is named', () => {
  const helpers = readdirSync(join(projectRoot, 'node_modules/ps-list/vendor'))
  expect(helpers.map((file) => file.split('-')[0])).toEqual(helpers.map(() => 'fastlist'))
  expect(notesOf('fastlist')).not.toBe('')
})

test('a package whose licence the bundler cannot find has its text here', () => {
  const bundles = ['out/main/third-party.md', 'out/renderer/third-party.md']
    .map((file) => join(projectRoot, file))
    .filter((file) => existsSync(file))
  const without = bundles.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/^## /m)
      .slice(1)
      .filter((part) => part.trim().split('\n').length < 3)
      .map((part) => part.split(' - ')[0] ?? ''),
  )
  const ours = notices.map((notice) => notice.package)
  expect(without.filter((name) => !ours.includes(name))).toEqual([])
})

test('what packs the program puts them beside it', () => {
  const settings = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')
  expect(settings).toMatch(
    /from: out\/third-party-other\.md\n\s+to: third-party-licences\/other\.md/,
  )
})
