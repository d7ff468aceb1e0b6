/** Hosts files from the field, through the command line. */
import { describe, expect, test } from 'vitest'
import { decodeHosts } from '../../../shared/connections/decode-hosts.ts'
import { judgeHosts } from '../../../shared/connections/judge-hosts.ts'
import { parseHosts } from '../../../shared/connections/parse-hosts.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { hostsCases } from '../../fixtures/field-cases/hosts-files.ts'
import { connectionFacts, hostsFileOf } from '../../fixtures/connections.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'
import { yardsticksOf } from '../../fixtures/yardstick.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'

const pc = (hosts: string | Uint8Array) =>
  windowsPc(undefined, { connections: connectionFacts({ hostsFile: hostsFileOf(hosts) }) })

async function reportOn(hosts: string | Uint8Array) {
  const { exitCode, stdout } = await runCli(['--format', 'json'], pc(hosts))
  const { hostsFile } = reportSchema.parse(JSON.parse(stdout))
  if (hostsFile?.state !== 'known') throw new Error('no hosts file in the report')
  return { exitCode, ...hostsFile.value }
}

const idle = ['harmless', 'cannot-tell']

describe('A hosts file with', () => {
  test.each(hostsCases.map((one) => [one.what, one] as const))(
    '%s is judged by what its names do',
    async (_what, { text, acts, needsAttention }) => {
      const { exitCode, findings, omittedLineCount } = await reportOn(text)
      const found = findings
        .filter(({ code }) => !idle.includes(code))
        .map(({ lineNumber, code }) => [lineNumber, code])
      for (const each of acts) expect(found).toContainEqual(each)
      if (omittedLineCount === 0) expect(found).toHaveLength(acts.length)
      expect(exitCode).toBe(needsAttention ? 1 : 0)
      expect(findings.some(({ severity }) => severity !== 'info')).toBe(needsAttention)
    },
  )

  test('one name in both families is switched off in all of its lines, whichever is read', async () => {
    const { findings } = await reportOn(
      '0.0.0.0 gs.apple.com\n::1 gs.apple.com\n127.0.0.1\tgs.apple.com',
    )
    expect(findings.map(({ undoLines }) => undoLines)).toEqual([[1, 2, 3], [1, 2, 3], []])
    expect(findings[0]?.text).toContain('1, 2, 3')
    expect(findings[1]?.text).toContain('1, 2, 3')
    expect(findings.map(({ isIpv6Only }) => isIpv6Only)).toEqual([false, false, false])
  })

  test('a block for IPv6 alone says so', async () => {
    const { findings } = await reportOn('17.1.2.3 gs.apple.com\n::1 gs.apple.com')
    const [blocked] = findings
    expect(blocked).toMatchObject({ lineNumber: 2, isIpv6Only: true, undoLines: [2] })
    expect(blocked?.text).toContain('It applies to IPv6 only.')
  })

  test('lines that wait behind one that leads to Apple are left alone', async () => {
    const { findings } = await reportOn(
      '0.0.0.0 gs.apple.com\n17.1.2.3 gs.apple.com\n127.0.0.1 gs.apple.com',
    )
    expect(findings[0]?.undoLines).toEqual([1])
  })

  test('eight thousand lines of a list hides no line that acts otherwise', async () => {
    const list = Array.from({ length: 8_000 }, (_, index) => `0.0.0.0 n${index}.mzstatic.com`)
    const idleLines = Array.from({ length: 3_000 }, () => '0.0.0.0 n1.mzstatic.com')
    const { findings, omittedLineCount } = await reportOn(
      [...list, ...idleLines, '0.0.0.0 gs.apple.com', '0.0.0.0 idmsa.apple.com'].join('\n'),
    )
    expect(findings.slice(0, 3).map(({ lineNumber, code }) => [lineNumber, code])).toEqual([
      [11_001, 'signing-blocked'],
      [11_002, 'sign-in-blocked'],
      [1, 'store-blocked'],
    ])
    expect(findings.length + omittedLineCount).toBe(11_002)
  })

  test('signs that would steer a terminal is shown cleanly, in every language', async () => {
    const hostile = [
      '0.0.0.0 gs.apple.com\u001b[2J',
      '1.2.3.4\u202e gs.apple.com',
      '1.2.3.4 gs.apple.com #\u0007',
      ...Array.from({ length: 20 }, () => '# an ordinary comment'),
    ].join('\n')
    for (const language of supportedLanguages) {
      const { stdout } = await runCli(['--lang', language], pc(hostile))
      // eslint-disable-next-line no-control-regex
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
      expect(stdout).toContain('gs.apple.com')
    }
  })
})

test('two megabytes of a hosts file are read and judged in a moment', () => {
  const lines = [
    '0.0.0.0 ads.example',
    '0.0.0.0 a.phobos.apple.com',
    '1.2.3.4 metrics.apple.com',
    '0 x',
  ]
  const text = Array.from({ length: 24_000 }, (_, i) =>
    lines.map((line) => `${line}.n${i}.apple.com`).join('\n'),
  ).join('\n')
  const bytes = new TextEncoder().encode(text.slice(0, 2 * 1024 * 1024))
  const took = yardsticksOf(() => {
    const decoded = decodeHosts(bytes)
    if (decoded.ok) judgeHosts(parseHosts(decoded.value.text))
  }, 5)
  // Four to seven as a rule; what takes time by the square of the lines takes hundreds.
  expect(took).toBeLessThan(20)
})
