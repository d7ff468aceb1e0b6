/** What does the command line say about connections, and does it connect only when told to? */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CheckOptions } from '../../../electron/network/check-connections.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { connectionFacts, hostsFileOf, hostsText } from '../../fixtures/connections.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-connections-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const pc = (hosts = '') =>
  windowsPc(undefined, { connections: connectionFacts({ hostsFile: hostsFileOf(hosts) }) })

/** A network without names. */
function nowhere() {
  const asked: string[] = []
  const check: Partial<CheckOptions> = {
    hasNetwork: () => true,
    resolve: (host) => {
      asked.push(host)
      return Promise.resolve({ ok: false, reason: 'name-not-found' })
    },
  }
  return { asked, check }
}

describe('without --check-connections', () => {
  test('nothing is looked up, and the report has no check', async () => {
    const { asked, check } = nowhere()
    const { exitCode, stdout } = await runCli(['--format', 'json'], pc(), { check })
    const report = reportSchema.parse(JSON.parse(stdout))
    expect([exitCode, asked]).toEqual([0, []])
    expect(report.endpoints).toBeUndefined()
    expect(report.connectionCheck).toBeUndefined()
    expect(report.hostsFile).toMatchObject({ state: 'known', value: { findings: [] } })
    expect(report.ports).toHaveLength(7)
  })

  test('lines of the hosts file against Apple are a finding, and the exit code says so', async () => {
    const { exitCode, stdout } = await runCli([], pc(hostsText))
    expect(exitCode).toBe(1)
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      "Attention: In the hosts file: Line 3 redirects Apple's signing server",
    )
  })

  test('an ordinary hosts file is none', async () => {
    const { exitCode } = await runCli([], pc('127.0.0.1 localhost\n0.0.0.0 metrics.apple.com'))
    expect(exitCode).toBe(0)
  })
})

describe('--check-connections', () => {
  test('tries the servers and reports each', async () => {
    const { asked, check } = nowhere()
    const { exitCode, stdout, stderr } = await runCli(
      ['--check-connections', '--format', 'json'],
      pc(),
      { check },
    )
    const { endpoints, connectionCheck, findings } = reportSchema.parse(JSON.parse(stdout))
    const wanted = readEndpoints().filter(({ fate }) => fate.state !== 'gone')
    expect(new Set(asked)).toEqual(new Set(wanted.flatMap(({ names }) => names)))
    expect(endpoints).toHaveLength(wanted.flatMap(({ names }) => names).length)
    expect(connectionCheck?.overall).toBe('no-network')
    expect(findings.map(({ code }) => code)).toEqual(['connections'])
    expect([exitCode, stderr]).toEqual([1, []])
  })

  test('tells each answer as it comes, where somebody watches', async () => {
    const { check } = nowhere()
    const argv = ['--check-connections', '--lang', 'sv']
    const { stderr, stdout } = await runCli(argv, pc(), { check, isWatched: true })
    const { endpoints = [] } = reportSchema.parse(
      JSON.parse((await runCli([...argv, '--format', 'json'], pc(), { check })).stdout),
    )
    expect(stderr).toHaveLength(endpoints.length)
    expect(stderr[0]).toMatch(/^1 av \d+: [a-z0-9.-]+: Namnet hittades inte$/)
    expect(stdout).toContain('Ingen internetåtkomst')
  })

  test('goes with a file, and the saved report shows the same again', async () => {
    const { check } = nowhere()
    const saved = join(folder, 'saved.json')
    const argv = ['--check-connections', '--format', 'json']
    const { stdout, exitCode } = await runCli(argv, pc(hostsText), { check })
    writeFileSync(saved, stdout)
    const open = (...more: string[]) => runCli(['--open', saved, ...more], pc(), { check })
    const opened = await open('--format', 'json')
    expect(opened.exitCode).toBe(exitCode)
    expect(JSON.parse(opened.stdout)).toEqual({
      ...(JSON.parse(stdout) as object),
      lister: 'recorded',
    })
    const page = (await open('--format', 'html', '--lang', 'sv')).stdout
    expect(page.includes('Ingen server gick att nå')).toBe(true)
    expect((await open()).stdout).toContain('74.208.105.171')
  })

  test('does not go with a saved report, which cannot connect', async () => {
    const { exitCode, stdout, stderr } = await runCli(['--check-connections', '--open', 'x.json'])
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toEqual([
      '--check-connections and --open cannot be used together. Leave one of them out.',
    ])
  })

  test('is named by the help, which says that nothing connects without it', async () => {
    expect((await runCli(['--help'])).stdout).toMatch(
      /--check-connections +connect .*nothing connects without/,
    )
  })
})

test('a damaged connections part is no report, a newer key in it is no matter', async () => {
  const { stdout } = await runCli(['--format', 'json'], pc(hostsText))
  const report = JSON.parse(stdout) as { hostsFile: { value: object } }
  const file = join(folder, 'r.json')
  const open = async (changed: object) => {
    writeFileSync(file, JSON.stringify({ ...report, ...changed }))
    return (await runCli(['--open', file])).exitCode
  }
  expect(await open({ ports: 7 })).toBe(3)
  expect(await open({ hostsFile: { state: 'known', value: {} } })).toBe(3)
  expect(await open({ ports: undefined, hostsFile: undefined, firewall: undefined })).toBe(0)
  const { hostsFile } = report
  expect(await open({ hostsFile: { ...hostsFile, value: { ...hostsFile.value, later: 1 } } })).toBe(
    1,
  )
})
