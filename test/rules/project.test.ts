import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { lineJsonSchema } from '../../shared/report/line/line-schema.ts'
import { reportJsonSchema } from '../../shared/report/schema/report-json-schema.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

test.each([
  ['report.schema.json', reportJsonSchema],
  ['line.schema.json', lineJsonSchema],
])('%s is what the program reads and writes (npm run schema)', (file, schema) => {
  expect(JSON.parse(read(file))).toEqual(JSON.parse(JSON.stringify(schema())))
})

test('every package has one exact version, and the lock file names no download address', () => {
  for (const [name, version] of Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  }
  expect(read('package-lock.json')).not.toMatch(/"resolved":/)
})

test('koffi is the only package that comes along beside the bundles', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['koffi'])
})

test('the packages of the design are the ones in use', () => {
  const {
    electron,
    react,
    'ps-list': psList,
    'electron-builder': builder,
  } = manifest.devDependencies
  expect([electron, react, psList, builder].map((version) => version.split('.')[0])).toEqual([
    '45',
    '19',
    '9',
    '26',
  ])
})

test('the check that lands a change runs npm test and nothing else', () => {
  const commands = read('.ci/run')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#') && !line.startsWith('set '))
  expect(commands.join('\n')).toMatch(/npm test/)
  expect(commands.join('\n')).not.toMatch(/install|npx|apt|curl|\|\|/)
})

test('shared/ cannot see Node or the DOM: its own compiler settings say so', () => {
  const { compilerOptions } = JSON.parse(read('shared/tsconfig.json')) as {
    compilerOptions: Record<string, unknown>
  }
  expect(compilerOptions).toMatchObject({
    lib: ['ES2023'],
    // import.meta.glob, with which Vite finds the texts.
    types: ['vite/types/importMeta.d.ts'],
  })
})

test('no file names a path of the machine that it was written on, or a place outside the project', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\n')
  const foreign = new RegExp(
    ['/work' + '/', '/ho' + 'me/\\w', '/ro' + 'ot/', 'registry\\.np' + 'mjs'].join('|'),
  )
  for (const file of files) {
    if (!/\.(ts|tsx|mjs|js|json|md|yml|html|css|sv|c|rc|h)$|^\.ci\/run$/.test(file)) continue
    if (existsSync(join(root, file))) expect(foreign.exec(read(file))?.[0], file).toBeUndefined()
  }
})

test("a source file's first sentence says what it is, and is no question", () => {
  const files = execFileSync('git', ['ls-files', 'electron', 'renderer', 'shared', 'scripts'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && existsSync(join(root, file)))
  expect(files.length).toBeGreaterThan(300)
  const asks = files.filter((file) => {
    const [, comment = ''] = /^\/\*\*([^]*?)\*\//.exec(read(file)) ?? []
    return /^[^.?]*\?/.test(comment.replaceAll('What is …?', ''))
  })
  expect(asks).toEqual([])
})
