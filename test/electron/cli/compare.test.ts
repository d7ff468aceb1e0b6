/** Two reports beside one another: exactly what changed, by id and path; what could not be looked at did not change. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { reportOf } from '../../fixtures/rich-report.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { plantedChanges, twinReports } from '../../fixtures/twin-reports.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'

let folder = ''
let base: Report
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'))
  base = { ...(await reportOf()), pc: pcFacts }
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface Changed {
  readonly kind: string
  readonly id: string | null
  readonly before: string | null
  readonly after: string | null
}

async function compared(before: unknown, after: unknown, ...more: readonly string[]) {
  const files = [before, after].map((report, at) => {
    const file = join(folder, `${at}.json`)
    writeFileSync(file, JSON.stringify(report))
    return file
  })
  const { stdout, stderr } = await runCli(['--compare', ...files, '--format', 'json', ...more])
  expect(stderr).toEqual([])
  return (JSON.parse(stdout) as { changes: Changed[] }).changes
}

type Process = Report['processes'][number]
const withProcess = (id: string, change: (process: Process) => Process): Report => ({
  ...base,
  processes: base.processes.map((one) => (one.id === id ? change(one) : one)),
})
const withInstance = (id: string, change: object): Report =>
  withProcess(id, (process) => ({
    ...process,
    instances: process.instances.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
  }))

const running = () => base.processes.filter(({ instances }) => instances.length === 1)
const idOf = (at: number) => running()[at]?.id ?? ''

describe('--compare', () => {
  test('of a report with itself finds nothing, whatever the process numbers', async () => {
    expect(await compared(base, base)).toEqual([])
    const renumbered = JSON.parse(
      JSON.stringify(base).replace(
        /"(pid|parentPid)":(\d+)/g,
        (_, key: string, pid: string) => `"${key}":${Number(pid) + 5}`,
      ),
    ) as unknown
    expect((await compared(base, renumbered)).filter(({ kind }) => kind !== 'service')).toEqual([])
  })

  test('tells what ended and what started', async () => {
    const ended = withProcess(idOf(0), (one) => ({ ...one, status: 'not-running', instances: [] }))
    expect(await compared(base, ended)).toContainEqual(
      expect.objectContaining({ kind: 'ended', id: idOf(0), after: null }),
    )
    expect(await compared(ended, base)).toContainEqual(
      expect.objectContaining({ kind: 'started', id: idOf(0), before: null }),
    )
  })

  test('tells another path, version and signer of what runs', async () => {
    const path = 'C:\\Users\\Public\\x.exe'
    const moved = withInstance(idOf(0), { imagePath: { state: 'known', value: path } })
    expect(await compared(base, moved)).toContainEqual(
      expect.objectContaining({ kind: 'path', id: idOf(0), after: path }),
    )
    const [first] = running()[0]?.instances ?? []
    if (first?.version.state !== 'known') throw new Error('the first one has a version')
    const updated = withInstance(idOf(0), {
      version: { state: 'known', value: { ...first.version.value, fixedFileVersion: '99.1.0.0' } },
    })
    expect(await compared(base, updated)).toEqual([
      expect.objectContaining({ kind: 'version', id: idOf(0), after: '99.1.0.0' }),
    ])
    if (first.signature.state !== 'known') throw new Error('the first one has a signature')
    const unsigned = withInstance(idOf(0), {
      signature: {
        state: 'known',
        value: { ...first.signature.value, verdict: 'none', where: null, signer: null },
      },
    })
    const kinds = (await compared(base, unsigned)).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['signer', 'verdict', 'finding']))
  })

  test('tells a service, a startup entry and a driver', async () => {
    const service = {
      ...base,
      services: (base.services ?? []).map((one) =>
        one.listed.state === 'known' && one.configuration.state === 'known'
          ? {
              ...one,
              configuration: {
                state: 'known',
                value: { ...one.configuration.value, startType: 'disabled' },
              },
            }
          : one,
      ),
    }
    expect((await compared(base, service)).map(({ kind }) => kind)).toContain('service')
    const drivers = pcFacts.drivers.state === 'known' ? pcFacts.drivers.value : []
    const driver = {
      ...base,
      pc: { ...pcFacts, drivers: { state: 'known', value: drivers.slice(1) } },
    }
    expect(await compared(base, driver)).toEqual([
      expect.objectContaining({ kind: 'driver', after: null }),
    ])
  })

  test('never takes "could not look" for gone', async () => {
    const blind = {
      ...base,
      processes: base.processes.map((one) => ({
        ...one,
        ...{
          status: 'cannot-tell',
          instances: [],
          isInstalled: { state: 'denied', reason: 'needs-admin' },
        },
      })),
      lookAlikes: [],
      services: [],
      autostart: [],
      runKeys: [],
      pc: { ...pcFacts, drivers: { state: 'denied', reason: 'needs-admin' } },
    }
    const changes = await compared(base, blind)
    expect(changes.filter(({ after }) => after === null)).toEqual([])
    expect((await compared(blind, base)).filter(({ kind }) => kind === 'started')).toEqual([])
  })

  test('speaks each language, ends with 1 when something got worse, and compares with this PC', async () => {
    const ended = withProcess(idOf(0), (one) => ({ ...one, status: 'not-running', instances: [] }))
    await compared(base, ended)
    for (const lang of supportedLanguages) {
      const { stdout } = await runCli([
        '--compare',
        join(folder, '0.json'),
        join(folder, '1.json'),
        '--lang',
        lang,
      ])
      expect(stdout).toContain(running()[0]?.imageName)
      expect(stdout).not.toMatch(/compare\.|undefined|\{\{/)
    }
    const { exitCode } = await runCli(['--compare', join(folder, '0.json')])
    expect(exitCode).toBeLessThan(2)
    expect((await runCli(['--compare', 'a', 'b', 'c'])).exitCode).toBe(2)
    expect((await runCli(['--compare', join(folder, 'missing.json')])).exitCode).toBe(3)
  })
})

test('--format short says the verdict and the actions first, in at most 2,048 letters', async () => {
  const many = { ...base, findings: Array.from({ length: 200 }, () => base.findings[0]) }
  const file = join(folder, 'short.json')
  writeFileSync(file, JSON.stringify(many))
  for (const lang of supportedLanguages) {
    const { stdout } = await runCli(['--open', file, '--format', 'short', '--lang', lang])
    expect(stdout.length).toBeLessThanOrEqual(2_048)
    expect(stdout).not.toMatch(/undefined|\{\{|report\.short/)
    expect(stdout.split('\n')[2]).toMatch(/^ {2}→ /)
  }
})

test('--watch prints one line of JSON for each change, and ends when nobody reads on', async () => {
  const { listed, listing } = await import('../../fixtures/listed.ts')
  const { windowsPc } = await import('../../fixtures/sources.ts')
  const { success } = await import('../../../shared/model/result.ts')
  let looks = 0
  const lines: string[] = []
  const sources = windowsPc(() => {
    looks += 1
    return Promise.resolve(success(listing(looks > 1 ? [listed(7, 'iTunesHelper.exe')] : [])))
  })
  const { exitCode } = await runCli(['--watch'], sources, {
    stdout: (line) => {
      lines.push(line)
      return Promise.resolve('closed')
    },
  })
  expect(exitCode).toBe(0)
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { kind: 'started', id: 'itunes-helper', before: null },
  ])
}, 20_000)

test('of a report and its twin with nine planted changes tells exactly these nine', async () => {
  const { base: before, twin } = await twinReports()
  const changes = await compared(before, twin)
  expect(changes.map(({ kind, id }) => `${kind} ${id ?? ''}`).sort()).toEqual(plantedChanges)
})
