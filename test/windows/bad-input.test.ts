/** Does the command line answer wrong input on Windows with one line, the right exit code, and nothing lost? */
import assert from 'node:assert/strict'
import { readdir, readFile, truncate, writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runCommandLine, type Answer } from './command-line.ts'
import { makeWorkplace, type Workplace } from './programs.ts'

let workplace: Workplace
before(async () => {
  workplace = await makeWorkplace()
})
after(() => workplace.tidy())

/** One line that names the thing: no stack trace, no second line. */
function assertOneLine({ stderr }: Answer, named: string): void {
  assert.match(stderr, /^[^\r\n]+\r?\n$/, 'exactly one line')
  assert.ok(stderr.includes(named), `${stderr} does not name ${named}`)
  assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/, 'no stack trace')
}

test('an unknown flag, language or format is exit code 2, and nothing is inspected', async () => {
  for (const [args, named] of [
    [['--frobnicate'], '--frobnicate'],
    [['--lang', 'tlh'], 'tlh'],
    [['--format', 'docx'], 'docx'],
    [['--output'], '--output'],
  ] as const) {
    const answer = await runCommandLine(args)
    assert.equal(answer.exitCode, 2, args.join(' '))
    assert.equal(answer.stdout, '', args.join(' '))
    assertOneLine(answer, named)
  }
})

test('an output file in a folder that is not there is exit code 3', async () => {
  const file = join(workplace.folder, 'no such folder', 'report.json')
  const answer = await runCommandLine(['--format', 'json', '--output', file])
  assert.equal(answer.exitCode, 3)
  assertOneLine(answer, 'report.json')
})

test('an output name that is taken by a folder is exit code 3, and leaves nothing behind', async () => {
  const taken = join(workplace.folder, 'taken', 'report.json')
  await mkdir(taken, { recursive: true })
  const answer = await runCommandLine(['--format', 'json', '--output', taken])
  assert.equal(answer.exitCode, 3)
  assertOneLine(answer, 'report.json')
  assert.deepEqual(await readdir(join(workplace.folder, 'taken')), ['report.json'])
  assert.deepEqual(await readdir(taken), [])
})

test('an earlier report survives a failed inspection', async () => {
  const file = join(workplace.folder, 'earlier.json')
  await writeFile(file, 'precious')
  const missing = join(workplace.folder, 'missing.json')
  const answer = await runCommandLine(['--open', missing, '--output', file])
  assert.equal(answer.exitCode, 3)
  assert.equal(await readFile(file, 'utf8'), 'precious')
})

test('a report to open that is missing, empty, a folder, no JSON, no report, too new or huge is exit code 3', async () => {
  const write = async (name: string, content: string) => {
    await writeFile(join(workplace.folder, name), content)
    return name
  }
  await mkdir(join(workplace.folder, 'folder.json'))
  await write('huge.json', '{')
  await truncate(join(workplace.folder, 'huge.json'), 200_000_000)
  for (const name of [
    'missing.json',
    'folder.json',
    'huge.json',
    await write('empty.json', ''),
    await write('letter.json', 'Dear Åsa,\n'),
    await write('other.json', '{"schemaVersion":1}'),
    await write('future.json', '{"schemaVersion":999}'),
  ]) {
    const answer = await runCommandLine(['--open', join(workplace.folder, name)])
    assert.equal(answer.exitCode, 3, name)
    assert.equal(answer.stdout, '', name)
    assertOneLine(answer, name)
  }
})
