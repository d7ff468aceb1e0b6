/** Opening what another program, an older or a newer version wrote: the same answers, and nothing lost. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReport } from '../../../electron/report/read-report.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { richPc } from '../../fixtures/rich-pc.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'

let folder = ''
let json = ''
let page = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opening-'))
  json = (await runCli(['--format', 'json'], richPc())).stdout
  page = (await runCli(['--format', 'html', '--lang', 'sv'], richPc())).stdout
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const fileWith = (content: string | Uint8Array, name = 'report.txt') => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const reopened = async (file: string) => {
  const { exitCode, stdout, stderr } = await runCli(['--open', file, '--format', 'json'])
  expect([exitCode, stderr]).toEqual([1, []])
  return JSON.parse(stdout) as Record<string, unknown>
}
const recorded = () => ({ ...(JSON.parse(json) as object), lister: 'recorded' })
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('a saved report', () => {
  test.each([
    ['UTF-8', () => json],
    ['UTF-8 with its mark', () => `\uFEFF${json}`],
    ['UTF-16 as PowerShell writes it', () => Buffer.from(`\uFEFF${json}`, 'utf16le')],
    ['UTF-16 the other way round', () => bigEndian(`\uFEFF${json}`)],
    ['UTF-16 without its mark', () => Buffer.from(json, 'utf16le')],
    ['with the line ends of Windows', () => json.replaceAll('\n', '\r\n')],
  ])('opens as %s, whatever its ending says', async (_, content) => {
    expect(await reopened(fileWith(content(), 'report.jpg'))).toEqual(recorded())
  })

  test.each([
    ['UTF-8', () => page],
    ['UTF-16', () => Buffer.from(`\uFEFF${page}`, 'utf16le')],
  ])('opens as a page in %s: one file for the ticket and for opening', async (_, content) => {
    const { stdout } = await runCli(['--open', fileWith(content()), '--format', 'json'])
    expect(JSON.parse(stdout)).toEqual(recorded())
    expect(page).not.toMatch(/<script/i)
  })
})

/** Every word of a list becomes one of another version, and every object gets a key that nobody knows. */
function future(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => future(one, path))
  if (typeof value === 'string') return words.test(path) ? `${value}-2031` : value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => [key, future(one, `${path}.${key}`)])
  return { ...Object.fromEntries(entries), since2031: { deep: [path] } }
}
const words =
  /\.(?:trust|verdict|where|integrity|imagePathWay|startType|hive|place|access|stack|status|group|absence|edition)$|^\.stackSigns\.input$|listed\.value\.state$|autostart\.state$/

describe('a report with words of the future', () => {
  const made = () => future(JSON.parse(json)) as Record<string, unknown>

  test('opens in every format with one notice, and shows the words as they are', async () => {
    const file = fileWith(JSON.stringify(made()))
    for (const lang of supportedLanguages) {
      const { exitCode, stdout } = await runCli(['--open', file, '--lang', lang])
      expect(exitCode).toBe(1)
      expect(stdout).not.toMatch(/undefined|\{\{|\[object/)
      expect(stdout).not.toMatch(/\b(?:trust|report|service|stack|absence)\.[a-z]+\b/)
    }
    const { stdout } = await runCli(['--open', file, '--lang', 'en'])
    expect(stdout).toMatch(/holds [\d,]+ things that this version does not know/)
    expect(stdout).toContain('-2031')
    const { stdout: shown } = await runCli(['--open', file, '--format', 'html'])
    expect(shown).toMatch(/holds [\d,]+ things that this version does not know/)
    expect((await runCli(['--open', file, '--format', 'line'])).stdout.length).toBeLessThan(2_049)
  })

  test('loses none of them when it is saved again', async () => {
    const before = made()
    const { notKnown, ...after } = await reopened(fileWith(JSON.stringify(before)))
    expect(notKnown).toBeGreaterThan(100)
    const lost: string[] = []
    const compare = (was: unknown, is: unknown, path: string) => {
      if (path.startsWith('.findings') || path.startsWith('.verdict')) return
      if (typeof was === 'string' && was.endsWith('-2031')) {
        if (is !== was) lost.push(`${path} ${was} ${String(is)}`)
      } else if (Array.isArray(was)) {
        // What is judged anew may stand in another order, and nothing of the file is missing.
        const all = JSON.stringify(is)
        was.forEach((one, at) => {
          const same = (is as unknown[] | undefined)?.[at]
          if (path !== '.stackSigns' && path !== '.runKeys') compare(one, same, `${path}.${at}`)
          else if (!all.includes(JSON.stringify(one))) lost.push(`${path}.${at}`)
        })
      } else if (typeof was === 'object' && was !== null) {
        for (const [key, one] of Object.entries(was)) {
          compare(one, (is as Record<string, unknown> | undefined)?.[key], `${path}.${key}`)
        }
      } else if (path.includes('since2031') && is !== was) lost.push(path)
    }
    compare(before, after, '')
    expect(lost).toEqual([])
  })

  test('keeps findings of another version with their text; an unknown severity asks for attention', async () => {
    const report = JSON.parse(json) as { findings: object[] }
    const finding = {
      ...{ code: 'quantum-flutter', severity: 'catastrophe', subject: 'x.exe' },
      ...{
        text: 'It flutters.',
        action: { id: 'hold', text: 'Hold it.', opens: null, command: null, undo: null },
      },
    }
    const file = fileWith(JSON.stringify({ ...report, findings: [...report.findings, finding] }))
    const after = await reopened(file)
    expect(after['findings']).toContainEqual({ ...finding, severity: 'attention' })
    const { stdout } = await runCli(['--open', file])
    expect(stdout).toMatch(/Attention: It flutters\.\s+→ Hold it\./)
  })

  test('tells a finding that its facts no longer come to as one of then', async () => {
    const report = JSON.parse(json) as { findings: object[] }
    const finding = {
      code: 'unsigned',
      severity: 'danger',
      subject: 'distnoted.exe',
      text: 'Nobody signed it.',
    }
    const file = fileWith(JSON.stringify({ ...report, findings: [...report.findings, finding] }))
    const after = await reopened(file)
    expect(after['findingsThen']).toEqual([finding])
    expect(after['findings']).toEqual(report.findings)
    expect((await runCli(['--open', file])).stdout).toMatch(/Then, not today[^]*Nobody signed it\./)
    expect(await reopened(fileWith(JSON.stringify(after)))).toEqual(after)
  })
})

test('prototype keys are data like any other, and change nothing', async () => {
  const report = json.replace(
    '"schemaVersion"',
    '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"schemaVersion"',
  )
  const { exitCode } = await runCli(['--open', fileWith(report)])
  expect(exitCode).toBe(1)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('a wrong type in any field is refused with its place, or read as an unknown word', async () => {
  const report = JSON.parse(json) as Record<string, unknown>
  const broken: string[] = []
  for (const key of Object.keys(report)) {
    for (const wrong of [7, 'x', [], {}, [[]], [7], null, true]) {
      const file = fileWith(JSON.stringify({ ...report, [key]: wrong }))
      const read = await readReport(file)
      if (!read.ok && !['openNotReport', 'openNewer'].includes(read.failure.code)) broken.push(key)
      const { exitCode, stderr } = await runCli(['--open', file, '--format', 'line'])
      if (exitCode === 3 && stderr.length !== 1) broken.push(`${key} ${stderr.join()}`)
    }
  }
  expect(broken).toEqual([])
}, 60_000)

test.each(['imagePath', 'name'])(
  'a text of 1 MB as %s is refused in one line, with the next step',
  async (key) => {
    const long = json.replace(`"${key}": "`, (before) => `${before}${'x'.repeat(1_000_000)}`)
    expect(long.length).toBeGreaterThan(1_000_000)
    const { exitCode, stderr, stdout } = await runCli(['--open', fileWith(long)])
    expect([exitCode, stdout]).toEqual([3, ''])
    expect(stderr).toHaveLength(1)
    expect(stderr[0]).toMatch(/longer than any in a report\. Choose/)
    expect(stderr[0]?.length).toBeLessThan(500)
  },
)

test('the same process number twice, and times that no calendar has, are shown', async () => {
  const twice = JSON.parse(json) as { processes: { instances: object[] }[] }
  for (const process of twice.processes) process.instances.push(...process.instances)
  expect((await runCli(['--open', fileWith(JSON.stringify(twice))])).exitCode).toBe(1)
  expect(readFileSync(fileWith(json), 'utf8')).toBe(json)
})
