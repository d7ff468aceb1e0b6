import { expect, test } from 'vitest'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '../../../electron/cli/run.ts'
import { diagnosisSchema } from '../../../shared/report/schema/report-diagnosis.ts'
import { reportJsonSchema } from '../../../shared/report/schema/report-json-schema.ts'
import cases from '../../fixtures/machines/cases.json' with { type: 'json' }
import { describedSources } from '../../fixtures/machines/described-sources.ts'

async function run(argv: readonly string[], id: string) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await runCommandLine(argv, {
    ...{ program: 'inspector', systemLanguage: 'en' },
    stdout: (text) => {
      out.push(text)
      return Promise.resolve(null)
    },
    stderr: (line) => Promise.resolve(err.push(line)),
    sources: describedSources(cases.find((one) => one.id === id)?.facts ?? {}),
  })
  return { exitCode, out: out.join(''), err: err.join('\n') }
}

test('--doctor says the cause and the one thing to do as JSON by the contract, and ends with 1', async () => {
  const { exitCode, out } = await run(
    ['--doctor', 'restore-error', '--format', 'json'],
    'restore-hosts-gs',
  )
  expect(exitCode).toBe(1)
  expect(diagnosisSchema.parse(JSON.parse(out))).toMatchObject({
    symptom: 'restore-error',
    outcome: 'cause',
    cause: { code: 'hosts-line', subject: 'gs.apple.com' },
    next: { opens: 'hosts-folder', needsAdmin: true },
  })
})

test('the contract stands in report.schema.json', async () => {
  const written = JSON.parse(await readFile('report.schema.json', 'utf8')) as typeof schema
  const schema = reportJsonSchema() as { properties: { diagnosis: { required: string[] } } }
  expect(written.properties.diagnosis).toEqual(schema.properties.diagnosis)
  expect(schema.properties.diagnosis.required).toEqual([
    ...['symptom', 'outcome', 'cause', 'next', 'steps'],
  ])
})

test('a healthy PC ends with 0, in the language asked for', async () => {
  const { exitCode, out } = await run(
    ['--doctor', 'suspicious', '--lang', 'sv'],
    '27015-held-by-apple-is-healthy',
  )
  expect(exitCode).toBe(0)
  expect(out).toContain('Här är inget fel')
})

test('a saved report is asked in the same way', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'doctor-')), 'report.json')
  const { out: report } = await run(['--format', 'json'], 'bonjour-missing')
  await writeFile(file, report)
  const saved = await run(['--format', 'json'], 'wifi-bonjour-killed-by-tun')
  await writeFile(file, saved.out)
  const { exitCode, out } = await run(
    ['--open', file, '--doctor', 'wifi-sync', '--format', 'json'],
    'healthy-desktop',
  )
  expect(exitCode).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    outcome: 'cause',
    cause: { code: 'bonjour-stopped-by-vpn' },
  })
})

test('what is a fault by itself is in the report and its exit code; what matters for one symptom is not', async () => {
  const fault = await run(['--format', 'json'], 'amds-package-missing')
  expect(fault.exitCode).toBe(1)
  expect(fault.out).toContain('"code": "component-missing"')
  const harmless = await run(['--format', 'json'], 'third-party-usb-filter')
  expect(harmless.exitCode).toBe(0)
  expect(harmless.out).not.toContain('"code": "third-party-filter"')
})

test.each([
  [['--doctor', 'toothache'], 'toothache'],
  [['--doctor'], '--doctor'],
  [['--doctor', 'heavy', '--format', 'html'], 'html'],
  [['--doctor', 'heavy', '--explain', 'x'], '--explain'],
])('the arguments %j end with 2 and name what is wrong', async (argv, named) => {
  const { exitCode, err } = await run(argv, 'healthy-desktop')
  expect(exitCode).toBe(2)
  expect(err).toContain(named)
})
