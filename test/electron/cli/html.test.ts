import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { richPc, richProcesses } from '../../fixtures/rich-pc.ts'
import { runCli } from '../../fixtures/run-cli.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-html-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('--format html', () => {
  test('writes one whole page to standard output, with the exit code of any report', async () => {
    const { exitCode, stdout, stderr } = await runCli(['--format', 'html'], richPc())
    expect([exitCode, stderr]).toEqual([1, []])
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">[^]*<\/html>\n$/)
    const calm = await runCli(['--format', 'html'], richPc(richProcesses.slice(0, 4)))
    expect(calm.exitCode).toBe(0)
  })

  test('goes into a file, in the language asked for', async () => {
    const file = join(folder, 'räksmörgås.html')
    const { stdout } = await runCli(
      ['--format', 'html', '--lang', 'sv', '--output', file],
      richPc(),
    )
    expect(stdout).toBe('')
    expect(readdirSync(folder)).toHaveLength(1)
    const page = readFileSync(file, 'utf8')
    expect(page).toContain('<html lang="sv">')
    expect(page).toContain('Låt dem vara på')
  })

  test('shows a saved report from another PC, and says that it is one', async () => {
    const { stdout: saved } = await runCli(['--format', 'json'], richPc())
    const file = join(folder, 'saved.json')
    writeFileSync(file, saved)
    const { exitCode, stdout } = await runCli(['--open', file, '--format', 'html'])
    expect(exitCode).toBe(1)
    const { stdout: live } = await runCli(['--format', 'html'], richPc())
    expect(stdout).toBe(
      live
        .replace('<dd>Windows itself</dd>', '<dd>a saved report</dd>')
        .replace(/"lister":"[a-z-]+"/, '"lister":"recorded"'),
    )
    expect(stdout).not.toBe(live)
  })

  test('explains the names asked for and nothing else', async () => {
    const { stdout } = await runCli(
      ['--format', 'html', '--explain', 'SyncServer', '<b>.exe'],
      richPc(),
    )
    expect(stdout).toContain('<h2><bdi>SyncServer</bdi></h2>')
    expect(stdout).toContain('<h2><bdi>&lt;b&gt;.exe</bdi></h2>')
    expect(stdout).not.toContain('<article')
  })

  test('is named by the help and by the complaint about another format', async () => {
    expect((await runCli(['--help'])).stdout).toContain('--format text|json|html')
    expect((await runCli(['--format', 'pdf'])).stderr).toEqual([
      '--format pdf is not supported. Use one of: text, json, html, short, line, csv.',
    ])
    expect((await runCli(['--format', 'HTML', '--lang', 'sv'])).stderr).toEqual([
      '--format HTML finns inte. Använd något av: text, json, html, short, line, csv.',
    ])
  })
})
