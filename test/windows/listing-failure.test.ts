/** Does the command line say so when Windows gives it no process list? An empty list would be a lie. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import psList from 'ps-list'
import { builtFolder, runCommandLine, type Answer, type JsonReport } from './command-line.ts'
import { makeWorkplace, sleeper, type Workplace } from './programs.ts'

let workplace: Workplace
before(async () => {
  workplace = await makeWorkplace()
})
after(() => workplace.tidy())

/** The command line in a folder of its own, without the helper programs that list processes. */
async function commandLineWithoutHelper(name: string) {
  const folder = join(workplace.folder, name)
  await mkdir(join(folder, 'vendor'), { recursive: true })
  await copyFile(join(builtFolder, 'cli.cjs'), join(folder, 'cli.cjs'))
  return folder
}

async function helperNames(): Promise<readonly string[]> {
  return (await readdir(join(builtFolder, 'vendor'))).filter((name) => name.endsWith('.exe'))
}

async function runIn(folder: string): Promise<Answer & { readonly wroteReport: boolean }> {
  const output = join(folder, 'report.json')
  const args = ['--lang', 'en', '--format', 'json', '--output', output]
  const answer = await runCommandLine(args, join(folder, 'cli.cjs'))
  return { ...answer, wroteReport: existsSync(output) }
}

function assertNoList(answer: Answer & { readonly wroteReport: boolean }, why: RegExp): void {
  assert.equal(answer.exitCode, 3, answer.stderr)
  assert.match(answer.stderr, why)
  assert.doesNotMatch(answer.stderr, /\bat .*:\d+:\d+/, 'no stack trace')
  assert.equal(answer.stdout, '')
  assert.equal(answer.wroteReport, false)
}

test('the copy works as long as the helper programs lie beside it', async () => {
  const folder = await commandLineWithoutHelper('complete')
  await cp(join(builtFolder, 'vendor'), join(folder, 'vendor'), { recursive: true })
  let answer = await runIn(folder)
  // The command line gives a list up after five seconds, which a busy machine may need for one.
  while (answer.stderr.includes('no answer within')) answer = await runIn(folder)
  assert.ok(answer.exitCode === 0 || answer.exitCode === 1, answer.stderr)
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as JsonReport
  assert.equal(report.lister, 'ps-list')
})

test('a missing helper program is named as missing', async () => {
  const folder = await commandLineWithoutHelper('missing')
  assertNoList(await runIn(folder), /helper program .*is missing/i)
  await rm(join(folder, 'vendor'), { recursive: true })
  assertNoList(await runIn(folder), /helper program .*is missing/i)
})

test('a helper program that cannot be started is a failure, not an empty list', async () => {
  const folder = await commandLineWithoutHelper('damaged')
  for (const name of await helperNames()) {
    await writeFile(join(folder, 'vendor', name), 'This is no program.')
  }
  assertNoList(await runIn(folder), /helper program|unreadable/i)
})

test('a helper program that never answers is a failure after the deadline', async () => {
  const folder = await commandLineWithoutHelper('hanging')
  const names = await helperNames()
  for (const name of names) await copyFile(sleeper, join(folder, 'vendor', name))
  const before = new Set((await psList()).map(({ pid }) => pid))
  try {
    assertNoList(await runIn(folder), /second|time|answer/i)
  } finally {
    const left = (await psList()).filter(
      ({ pid, name }) => !before.has(pid) && names.includes(name),
    )
    for (const { pid } of left) {
      try {
        process.kill(pid)
      } catch {
        // It was the helper of this very listing, and has ended.
      }
    }
  }
})
