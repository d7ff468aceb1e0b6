/** Is whatever somebody opens either a report or refused for the right reason, without waiting and without reading it all? */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  readReport,
  readReportBytes,
  reportSizeLimitBytes,
} from '../../../electron/report/read-report.ts'
import { failure } from '../../../shared/model/result.ts'
import { runCli } from '../../fixtures/run-cli.ts'

let folder = ''
let json = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'read-'))
  json = (await runCli(['--format', 'json'])).stdout
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const fileWith = (content: string | Uint8Array, name = 'report.json') => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const reasonOf = async (file: string) => {
  const read = await readReport(file)
  return read.ok ? 'opened' : read.failure.code
}

test('a report opens, from a file and from bytes', async () => {
  expect(await reasonOf(fileWith(json))).toBe('opened')
  expect(readReportBytes(Buffer.from(json))).toMatchObject({
    value: { report: { schemaVersion: 1 } },
  })
})

describe('is refused with its reason:', () => {
  test('what is not there, and what lies below a file', async () => {
    expect(await reasonOf(join(folder, 'missing'))).toBe('openMissing')
    expect(await reasonOf(join(fileWith('x'), 'below'))).toBe('openMissing')
  })

  test('a folder', async () => {
    mkdirSync(join(folder, 'folder'))
    expect(await reasonOf(join(folder, 'folder'))).toBe('openFolder')
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \r\n\t '],
  ])('a file with %s in it', async (_what, content) => {
    expect(await reasonOf(fileWith(content))).toBe('openEmpty')
    expect(readReportBytes(Buffer.from(content))).toEqual(failure({ code: 'openEmpty' }))
  })

  test('what is no text, with what it is', async () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0)
    const other = failure({ code: 'openOther', kind: 'archive' })
    expect(await readReport(fileWith(zip))).toEqual(other)
    expect(readReportBytes(zip)).toEqual(other)
    const torn = Uint8Array.of(0x7b, 0xc3, 0x28)
    expect(readReportBytes(torn)).toEqual(failure({ code: 'openOther', kind: 'encoding' }))
  })

  test('a file of more than 32 MB, with its size; one of just that is looked at', async () => {
    expect(reportSizeLimitBytes).toBe(32_000_000)
    const file = fileWith('')
    truncateSync(file, reportSizeLimitBytes + 5_000_000)
    expect(await readReport(file)).toEqual(
      failure({ code: 'openTooLarge', sizeBytes: reportSizeLimitBytes + 5_000_000 }),
    )
    const tooLarge = failure({ code: 'openTooLarge', sizeBytes: reportSizeLimitBytes + 1 })
    expect(readReportBytes(new Uint8Array(reportSizeLimitBytes + 1))).toEqual(tooLarge)
    const full = Buffer.alloc(reportSizeLimitBytes, ' ')
    expect(await reasonOf(fileWith(full))).toBe('openEmpty')
    expect(readReportBytes(full)).toEqual(failure({ code: 'openEmpty' }))
  })

  if (process.platform !== 'win32') {
    test('a pipe to which nobody writes, at once', async () => {
      const pipe = join(folder, 'pipe')
      execFileSync('mkfifo', [pipe])
      expect(await reasonOf(pipe)).toBe('openNotFile')
      expect(await reasonOf('/dev/zero')).toBe('openNotFile')
    })

    test('a pipe or a device without being opened, which could do anything', async () => {
      const pipe = join(folder, 'never-opened')
      execFileSync('mkfifo', [pipe])
      const open = vi.spyOn(promises, 'open')
      syncBuiltinESMExports()
      try {
        for (const file of [pipe, '/dev/null']) expect(await reasonOf(file)).toBe('openNotFile')
        expect(open).not.toHaveBeenCalled()
        await reasonOf(fileWith(json))
        expect(open).toHaveBeenCalledOnce()
      } finally {
        vi.restoreAllMocks()
        syncBuiltinESMExports()
      }
    })
  }

  // Windows lets only some make links.
  if (process.platform !== 'win32') {
    test('a link that leads to itself, with what the system says', async () => {
      const link = join(folder, 'round')
      symlinkSync(link, link)
      expect(await readReport(link)).toEqual(failure({ code: 'openDenied', detail: 'ELOOP' }))
    })
  }

  test('a file that another program keeps to itself', async () => {
    // Made up: only Windows says so of a file that may be read.
    const held = Object.assign(new Error('held'), { code: 'EBUSY' })
    vi.spyOn(promises, 'open').mockRejectedValue(held)
    syncBuiltinESMExports()
    try {
      expect(await reasonOf(fileWith(json))).toBe('openBusy')
    } finally {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    }
  })

  // Nothing is closed to root, and Windows knows no such bits.
  if (process.platform !== 'win32' && process.getuid?.() !== 0) {
    test('a file that belongs to others, with what the system says', async () => {
      const file = fileWith(json, 'closed.json')
      chmodSync(file, 0)
      expect(await readReport(file)).toEqual(failure({ code: 'openDenied', detail: 'EACCES' }))
    })
  }
})

test.each([
  '\\\\.\\PhysicalDrive0',
  '\\\\?\\GLOBALROOT\\Device\\Null',
  '//./COM1',
  'C:\\Users\\me\\NUL',
  'con.json',
  'aux:stream',
  'prn .txt',
  'LPT1',
  'conin$',
  'CONOUT$',
])('on Windows %s is a device, which nobody opens', async (file) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
  // There the last part is told by a backslash, too.
  expect(await reasonOf(file.replace(/^C:.*\\/, 'C:/'))).toBe('openNotFile')
})

test.each(['\\\\?\\UNC\\server\\share\\a.json', '\\\\?\\C:\\a.json', 'console.json', 'com.json'])(
  'on Windows %s is a file like any other, and elsewhere every name is',
  async (file) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
    expect(await reasonOf(file)).toBe('openMissing')
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
    expect(await reasonOf(join(folder, 'nul'))).toBe('openMissing')
  },
)
