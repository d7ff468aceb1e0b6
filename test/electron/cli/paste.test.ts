/** A pasted list: one row a line, and never more than the list can know. */
import { describe, expect, test } from 'vitest'
import pastes from '../../fixtures/pastes.json' with { type: 'json' }
import { runCli } from '../../fixtures/run-cli.ts'
import toolLists from '../../fixtures/tool-lists.json' with { type: 'json' }

interface Row {
  readonly line: string
  readonly imageName: string | null
  readonly id: string | null
  readonly knows: string
}

async function pasted(text: string | Uint8Array) {
  const { exitCode, stdout, stderr } = await runCli(
    ['--paste', '-', '--format', 'json'],
    undefined,
    {
      stdin: () =>
        Promise.resolve(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    },
  )
  expect(stderr).toEqual([])
  return { exitCode, ...(JSON.parse(stdout) as { rows: Row[]; leftOut: number }) }
}

describe('a pasted list', () => {
  test.each(pastes)('$text names $names', async ({ text, names }) => {
    const { rows } = await pasted(text)
    expect(rows.map(({ imageName }) => imageName)).toContain(names)
  })

  test.each(toolLists)(
    'of the form “$tool” comes to its programs, each with what the list knows',
    async ({ text, rows }) => {
      const found = await pasted(text)
      expect(
        found.rows.flatMap(({ imageName, knows }) =>
          imageName === null ? [] : [[imageName, knows]],
        ),
      ).toEqual(rows)
      expect(found.leftOut).toBe(0)
    },
  )

  test.each([
    ['UTF-16 with its mark', Buffer.from('\ufeffiTunesHelper.exe\r\n', 'utf16le')],
    ['UTF-16 without', Buffer.from('iTunesHelper.exe\r\nÄpple.exe', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('iTunesHelper.exe', 'utf16le').swap16()],
    [
      'UTF-16 that was saved as UTF-8',
      Buffer.from('ÿþi\0T\0u\0n\0e\0s\0H\0e\0l\0p\0e\0r\0.\0e\0x\0e\0'),
    ],
    ['UTF-8 with its mark', Buffer.from('\ufeffiTunesHelper.exe')],
    ['a Windows code page', Buffer.from('iTunesHelper.exe  1  Tj\xe4nster', 'latin1')],
    ['text with some NULs in it', Buffer.from(`iTunesHelper.exe\0\r\n${'x.exe\r\n'.repeat(20)}`)],
  ])('in %s is read', async (_encoding, bytes) => {
    const { rows } = await pasted(new Uint8Array(bytes))
    expect(rows[0]).toMatchObject({ id: 'itunes-helper' })
  })

  test('keeps each line whole, and a signer far behind in it', async () => {
    const line = `iTunesHelper.exe ${'-switch '.repeat(40)} (Apple Inc. -> Apple Inc.)`
    expect((await pasted(line)).rows).toEqual([
      { line, imageName: 'iTunesHelper.exe', id: 'itunes-helper', knows: 'signer' },
    ])
  })

  test('with letters of other scripts only far behind is read to there', async () => {
    const text = `${'svchost.exe     700 Services   0     18,124 K\n'.repeat(4_000)}іTunesHelper.exe`
    const { rows, exitCode } = await pasted(text)
    expect(rows.at(-1)).toMatchObject({ imageName: 'іTunesHelper.exe', id: null })
    expect(exitCode).toBe(1)
  })

  test('in one line without an end is read in pieces, and loses nothing', async () => {
    const endless = `${'svchost.exe '.repeat(60_000)}${'x'.repeat(1_000_000)} iTunesHelper.exe`
    const { rows, leftOut } = await pasted(endless)
    expect(rows.length).toBeGreaterThan(300)
    expect(rows.at(-1)?.id).toBe('itunes-helper')
    expect(leftOut).toBe(0)
  })

  test('of a tool that tells path and signer knows that much, as the tool said', async () => {
    const { rows, leftOut } = await pasted(
      [
        'iTunesHelper.exe',
        'C:\\Program Files\\iTunes\\iTunesHelper.exe',
        'HKLM\\..\\Run: [iTunesHelper] => C:\\Program Files\\iTunes\\iTunesHelper.exe (Apple Inc. -> Apple Inc.)',
        'something that names no program of anybody',
      ].join('\n'),
    )
    expect(leftOut).toBe(0)
    expect(rows.map(({ knows }) => knows).slice(0, 3)).toEqual(['name', 'path', 'signer'])
    expect(rows[3]?.imageName ?? null).toBeNull()
  })

  test('never says that anything is genuine', async () => {
    const { stdout } = await runCli(['--paste', '-'], undefined, {
      stdin: () =>
        Promise.resolve(new TextEncoder().encode('iTunesHelper.exe (Verified) Apple Inc.')),
    })
    expect(stdout).toContain('signer as the tool said')
    expect(stdout.replace('not whether the programs are genuine', '')).not.toMatch(/genuine/i)
  })

  test('of 50 MB is read to its 5,000th row, and the rest is counted', async () => {
    const line = 'AppleMobileDeviceService.exe     4312 Services                   0     18,124 K\n'
    const { rows, leftOut } = await pasted(line.repeat(600_000))
    expect(rows).toHaveLength(5_000)
    expect(leftOut).toBe(595_000)
  }, 60_000)

  test.each([
    'Start page: http://www.example.com/ and xmlns="http://schemas.example.com/win"',
    'Write to anna@example.com',
    'anna@example.com',
  ])('takes no address for a program of DOS: %s', async (line) => {
    expect((await pasted(line)).rows.map(({ imageName }) => imageName)).not.toContainEqual(
      expect.stringContaining('example.com'),
    )
    expect((await pasted('C:\\x\\chcp.com')).rows).toMatchObject([{ imageName: 'chcp.com' }])
  })

  test('knows no folder of a file from the folder of another one, nor from a page’s address', async () => {
    const { rows } = await pasted(
      [
        '"mDNSResponder.exe","1868","CreateFile","C:\\Windows\\System32\\drivers\\etc\\hosts"',
        'https://www.file.net/process/ituneshelper.exe.html',
      ].join('\n'),
    )
    expect(rows.map(({ knows }) => knows)).toEqual(['name', 'name'])
  })

  test('tells what started a program only where that is a look-alike or one of Apple’s', async () => {
    const block = (parent: string) =>
      `Image: C:\\x\\iTunes.exe\nProcessId: 1\nParentImage: C:\\y\\${parent}\nUser: x`
    const namesFrom = async (parent: string) =>
      (await pasted(block(parent))).rows.map(({ imageName }) => imageName)
    expect(await namesFrom('explorer.exe')).toEqual(['iTunes.exe'])
    expect(await namesFrom('iTunesHe1per.exe')).toEqual(['iTunes.exe', 'iTunesHe1per.exe'])
    expect(await namesFrom('APSDaemon.exe')).toEqual(['iTunes.exe', 'APSDaemon.exe'])
  })

  test('with a look-alike ends with 1', async () => {
    expect((await pasted('1TunesHelper.exe\niTunesHelper.exe')).exitCode).toBe(1)
  })
})
