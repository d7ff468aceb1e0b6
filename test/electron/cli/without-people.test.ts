/** One person's name wherever a PC may hold it: is it in nothing that the command line writes into a file, whatever it was asked? */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordedSources } from '../../../electron/sources/recorded-sources.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import type { BackupFolder } from '../../../shared/model/pc-facts.ts'
import { known } from '../../../shared/model/probe.ts'
import { symptoms } from '../../../shared/model/symptom.ts'
import { plantedPc, plantedReport } from '../../fixtures/planted-pcs.ts'
import { reportOf } from '../../fixtures/rich-report.ts'
import { runCli } from '../../fixtures/run-cli.ts'

const name = "Ännä Ö'Brien"
const spelled = /Ännä|Brien|NNBRIE|S-1-5-21-|PC-17|CORP\\|srv01|corp\.example|&Auml;nn/i

let folder = ''
let base: Awaited<ReturnType<typeof reportOf>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'without-'))
  base = await reportOf()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function sourcesOf(seed: number): Sources {
  const backup: BackupFolder = {
    ...{ edition: 'desktop', isThere: true, isJunction: true, isTargetThere: known(false) },
    ...{ path: `C:\\Users\\${name}\\Apple\\MobileSync\\Backup`, target: `E:\\${name}` },
    ...{ size: known(1), freeBytes: known(1), backups: 1 },
  }
  const facts = { ...plantedPc(name, seed), backups: known([backup]) }
  return {
    ...recordedSources(plantedReport(base, name, seed)),
    pcFacts: () => Promise.resolve(facts),
  }
}

const file = (written: string) => join(folder, written)
async function written(args: readonly string[], sources: Sources, stdin = '') {
  const output = file('out')
  const { exitCode, stderr } = await runCli([...args, '--output', output], sources, {
    stdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
  })
  expect(stderr).toEqual([])
  return { exitCode, text: readFileSync(output, 'utf8') }
}

describe('in a file of', () => {
  test.each(['json', 'text', 'html', 'short', 'line'])('--format %s is nobody', async (format) => {
    for (let seed = 0; seed < 6; seed += 1) {
      const { text } = await written(['--format', format], sourcesOf(seed))
      expect(spelled.exec(text)?.[0]).toBeUndefined()
    }
  })

  test('an opened report that names people is nobody, and neither is one that was without them before', async () => {
    for (let seed = 0; seed < 4; seed += 1) {
      const sources = sourcesOf(seed)
      const plain = (await runCli(['--format', 'json', '--redact', 'no'], sources)).stdout
      expect(plain).toMatch(spelled)
      writeFileSync(file('plain.json'), plain)
      const first = await written(['--open', file('plain.json'), '--format', 'json'], sources)
      expect(spelled.exec(first.text)?.[0]).toBeUndefined()
      writeFileSync(file('first.json'), first.text)
      const again = await written(['--open', file('first.json'), '--format', 'json'], sources)
      expect(JSON.parse(again.text)).toEqual(JSON.parse(first.text))
      const page = await written(['--open', file('plain.json'), '--format', 'html'], sources)
      expect(spelled.exec(page.text)?.[0]).toBeUndefined()
    }
  })

  test.each(symptoms)('--doctor %s is nobody, and it comes to the same', async (symptom) => {
    for (const format of ['json', 'text']) {
      const sources = sourcesOf(1)
      const args = ['--doctor', symptom, '--format', format]
      const { text, exitCode } = await written(args, sources)
      expect(spelled.exec(text)?.[0]).toBeUndefined()
      const whole = await runCli(args, sources)
      expect(exitCode).toBe(whole.exitCode)
      const told = (one: string) => {
        const { outcome, cause, steps } = JSON.parse(one) as {
          outcome: string
          cause: { code: string } | null
          steps: readonly { id: string; state: string }[]
        }
        return { outcome, cause: cause?.code, steps: steps.map(({ id, state }) => [id, state]) }
      }
      if (format === 'json') expect(told(text)).toEqual(told(whole.stdout))
    }
  })

  test('--compare is nobody, and the changes are the same ones', async () => {
    const one = (seed: number) => runCli(['--format', 'json', '--redact', 'no'], sourcesOf(seed))
    for (const [from, to] of [
      [0, 1],
      [2, 3],
    ] as const) {
      writeFileSync(file('a.json'), (await one(from)).stdout)
      writeFileSync(file('b.json'), (await one(to)).stdout)
      for (const format of ['json', 'text']) {
        const args = ['--compare', file('a.json'), file('b.json'), '--format', format]
        const { text, exitCode } = await written(args, sourcesOf(0))
        expect(spelled.exec(text)?.[0]).toBeUndefined()
        const whole = await runCli(args)
        expect(exitCode).toBe(whole.exitCode)
        const kinds = (json: string) =>
          (JSON.parse(json) as { changes: { kind: string; id: string }[] }).changes.map(
            ({ kind, id }) => `${kind} ${id}`,
          )
        if (format === 'json') expect(kinds(text)).toEqual(kinds(whole.stdout))
      }
    }
  })

  test('--explain is nobody', async () => {
    const sources = sourcesOf(2)
    const asked = ['Bonjour Service', `C:\\Users\\${name}\\iTunesHelper.exe`, 'iTunesHelper.exe']
    for (const format of ['json', 'text']) {
      const args = asked.flatMap((one) => ['--explain', one])
      const { text } = await written([...args, '--format', format], sources)
      expect(spelled.exec(text)?.[0]).toBeUndefined()
    }
  })

  test('--paste is nobody, where the screen shows the lines as they are', async () => {
    const pasted = [
      `iTunesHelper.exe  9012 Console  1  14,712 K Running  PC-17\\${name}  0:00:00 AMP`,
      `"iTunesHelper.exe","9012","Console","1","14.712 K","Running","CORP\\${name}","0:00:00"`,
      `O4 - HKCU\\..\\Run: [iTunesHelper] C:\\Users\\${name}\\AppData\\iTunesHelper.exe`,
      'svchost.exe  836 Services  0  9,712 K Unknown  NT AUTHORITY\\SYSTEM  0:00:01 N/A',
      'dwm.exe  1000 Console  1  9,712 K Unknown  Window Manager\\DWM-1  0:00:01 N/A',
    ].join('\n')
    const { text } = await written(['--paste', '-', '--format', 'json'], sourcesOf(0), pasted)
    expect(spelled.exec(text)?.[0]).toBeUndefined()
    for (const kept of ['NT AUTHORITY\\\\SYSTEM', 'Window Manager\\\\DWM-1', 'HKCU\\\\..\\\\Run']) {
      expect(text).toContain(kept)
    }
    const shown = await runCli(['--paste', '-', '--format', 'json'], sourcesOf(0), {
      stdin: () => Promise.resolve(new TextEncoder().encode(pasted)),
    })
    expect(
      (JSON.parse(shown.stdout) as { rows: { line: string }[] }).rows.map(({ line }) => line),
    ).toEqual(pasted.split('\n'))
  })

  test('--watch with --redact yes is nobody', async () => {
    const stop = new AbortController()
    let looks = 0
    const turn = (): Sources => sourcesOf((looks += 1))
    const lines: string[] = []
    const first = turn()
    await runCli(
      ['--watch', '--redact', 'yes'],
      { ...first, list: (options) => turn().list(options) },
      {
        signal: stop.signal,
        stdout: (line) => {
          lines.push(line)
          stop.abort()
          return Promise.resolve(null)
        },
      },
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(spelled.exec(lines.join('\n'))?.[0]).toBeUndefined()
  })
})
