/**
 * Without the bridge to Windows, or with one that security software has emptied: does the command line still list, and say
 * that it could look at hardly anything, instead of that nothing is there?
 */
import assert from 'node:assert/strict'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { builtFolder, runCommandLine, type Answer } from './command-line.ts'
import { makeWorkplace, type Workplace } from './programs.ts'

let workplace: Workplace
before(async () => {
  workplace = await makeWorkplace()
})
after(() => workplace.tidy())

/** The built command line with its helpers in a folder of its own, and what there is of koffi beside it. */
async function layOut(name: string, koffi: 'missing' | 'emptied' | 'no library'): Promise<string> {
  const folder = join(workplace.folder, name)
  await mkdir(folder, { recursive: true })
  for (const part of ['cli.cjs', 'vendor']) {
    await cp(join(builtFolder, part), join(folder, part), { recursive: true })
  }
  if (koffi === 'missing') return folder
  const modules = join(folder, 'node_modules')
  await cp(process.env['INSPECTOR_SHIPPED_KOFFI']!, modules, { recursive: true })
  const files = await readdir(modules, { recursive: true })
  const native = files.filter((file) => file.endsWith('.node'))
  assert.ok(native.length > 0)
  for (const file of native) {
    await writeFile(join(modules, file), koffi === 'emptied' ? '' : 'This is no library.')
  }
  return folder
}

/** The command line gives a list up after five seconds, which a busy machine may need for one. */
async function ask(folder: string, format: string): Promise<Answer & { readonly text: string }> {
  const file = join(folder, `report.${format}`)
  const args = ['--lang', 'en', '--format', format, '--output', file]
  let answer = await runCommandLine(args, join(folder, 'cli.cjs'))
  while (answer.stderr.includes('no answer within')) {
    answer = await runCommandLine(args, join(folder, 'cli.cjs'))
  }
  return { ...answer, text: await readFile(file, 'utf8') }
}

interface Report {
  readonly lister: string
  readonly processesSeen: number
  readonly findings: readonly { readonly code: string; readonly action: { readonly id: string } }[]
  readonly processes: readonly { readonly status: string; readonly instances: readonly object[] }[]
}

describe('the bridge to Windows', () => {
  for (const koffi of ['missing', 'emptied', 'no library'] as const) {
    test(`that is ${koffi} is said first, with what to do, and the list still comes`, async () => {
      const folder = await layOut(koffi.replace(' ', '-'), koffi)
      const short = await ask(folder, 'short')
      // 1: somebody should see to it. Not 3: there is a list.
      assert.equal(short.exitCode, 1, short.stderr)
      assert.match(short.text, /could not be loaded. Only the names of processes were read/)
      assert.match(short.text, /→ Download Process Inspector again/)
      assert.doesNotMatch(short.text, /Nothing needs attention/)
      const report = JSON.parse((await ask(folder, 'json')).text) as Report
      assert.equal(report.lister, 'ps-list')
      assert.ok(report.processesSeen > 0)
      const first = report.findings[0]
      assert.deepEqual([first?.code, first?.action.id], ['windows-not-asked', 'unpack-again'])
      const whole = await ask(folder, 'text')
      assert.doesNotMatch(whole.stderr, /\bat .*:\d+:\d+/, 'no stack trace')
      // What nobody asked about is not known: neither absent nor disabled nor in order.
      // A program that another test has started may be listed: then it is what is known.
      assert.match(
        whole.text,
        /It is not known which Apple software is installed|There may be more: not everything/,
      )
      assert.match(whole.text, /Not known: the part of the program that asks Windows could not/)
      assert.doesNotMatch(whole.text, /not installed|Startup apps: none|Nothing needs attention/i)
    })
  }
})
