import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { failure } from '../../../shared/model/result.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import pastes from '../../fixtures/pastes.json' with { type: 'json' }
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const explained = async (...asked: readonly string[]) =>
  (await runCli(['--explain', ...asked], windowsPc(listing([listed(9, 'other.exe')])))).stdout

describe('what people pasted', () => {
  test.each(pastes)('$text is about $names', async ({ text, names }) => {
    const lines = (await explained(text)).split('\n')
    expect(
      lines.some((line) => line.startsWith(names)),
      lines.join('\n'),
    ).toBe(true)
    expect(lines[0]).not.toMatch(/^Process Inspector|Leave them on/)
  })
})

test('the answer comes first, without the head of a report', async () => {
  expect(await explained('Apple Mobile Device Service')).toMatch(
    /^AppleMobileDeviceService\.exe \(/,
  )
  expect(await explained('other.exe')).toMatch(/^other\.exe is not in our catalogue/)
})

test('several lines get one answer each, from an argument, a file and standard input', async () => {
  const block = [
    'Image Name                     PID Session Name        Session#    Mem Usage',
    '========================= ======== ================ =========== ============',
    'AppleMobileDeviceService.     4312 Services                   0     18,124 K',
    'svchost.exe                   1044 Services                   0     12,660 K',
    'nobody knows what this is about at all',
  ].join('\r\n')
  const expected = new RegExp(
    [
      '^AppleMobileDeviceService\\.exe: “AppleMobileDeviceService\\.” is the beginning of .*',
      'svchost\\.exe: Not in our catalogue: neither a warning nor an all-clear\\.',
      'nobody knows what this is about at all: No known name found in this line\\.',
      '1 line contains no known name\\.$',
    ].join(' '),
  )
  const unwrapped = (stdout: string) => stdout.replace(/\s+/g, ' ').trim()
  expect(unwrapped(await explained(block))).toMatch(expected)

  const folder = mkdtempSync(join(tmpdir(), 'explain-'))
  const file = join(folder, 'list.txt')
  // PowerShell writes UTF-16 with its mark.
  writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(block, 'utf16le')]))
  expect(unwrapped((await runCli(['--explain-file', file])).stdout)).toMatch(expected)
  rmSync(folder, { recursive: true })
  const stdin = () => Promise.resolve(new TextEncoder().encode(block))
  const { stdout } = await runCli(['--explain', '-'], windowsPc(), { stdin })
  expect(unwrapped(stdout)).toMatch(expected)
})

test('a file that cannot be read is one line with its name, and the exit code 3', async () => {
  const { exitCode, stdout, stderr } = await runCli(['--explain-file', '/no/such/list.txt'])
  expect([exitCode, stdout]).toEqual([3, ''])
  expect(stderr).toEqual([expect.stringContaining('/no/such/list.txt')])
})

test.each([
  'error 3194',
  '3194',
  'The iPhone could not be restored. An unknown error occurred (3194).',
])('%j is answered by the error search', async (text) => {
  expect(await explained(text)).toMatch(/^Error 3194: Apple's signing server/)
})

test('what is not understood is said to be so, and is no foreign process', async () => {
  const stdout = await explained('my phone does not show up')
  expect(stdout).toMatch(/^Nothing known was found in this text/)
  expect(stdout).not.toContain('not in our catalogue')
})

test('a row that names one of Apple’s programs and starts another file is no all-clear', async () => {
  const stdout = await explained(
    'O4 - HKCU\\..\\Run: [iTunesHelper] C:\\Users\\x\\AppData\\Local\\Temp\\a.exe',
  )
  expect(stdout).toMatch(/^a\.exe is not in our catalogue/)
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'The line also names iTunesHelper.exe, but its file is another',
  )
})

test('without a list of processes the answer comes all the same', async () => {
  const broken = failure({ code: 'timeout', detail: 'x' } as const)
  const { exitCode, stdout, stderr } = await runCli(
    ['--explain', 'mDNSResponder.exe'],
    windowsPc(() => Promise.resolve(broken)),
  )
  expect(exitCode).toBe(3)
  expect(stdout).toMatch(/^mDNSResponder\.exe \(/)
  expect(stdout).toContain('Not known whether it is running right now')
  expect(stderr).toHaveLength(1)
})
