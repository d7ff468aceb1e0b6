/** Is an organization found in a program's certificate table, and nowhere else, whatever the file claims? */
import fc from 'fast-check'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namesOrganization } from '../../../../electron/win32/files/embedded-names.ts'
import {
  readCertificateTable,
  readHeadersOffset,
} from '../../../../electron/win32/bytes/read-certificate-table.ts'
import { mutated } from '../mutate.ts'
import { recorded } from '../recorded.ts'
import { yardsticksOfWaiting } from '../../../fixtures/yardstick.ts'

const signed = () => recorded('signed-program').bytes
const at = (bytes: Buffer) => readHeadersOffset(bytes) ?? 0

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-names-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
async function look(bytes: Buffer, organization = 'Apple Inc.') {
  const path = join(folder, `${String((files += 1))}.exe`)
  await writeFile(path, bytes)
  return namesOrganization(path, organization)
}

/** A 32-bit program with this certificate table: headers only, made up. */
function program32(table: Buffer, entries = 16): Buffer {
  const bytes = Buffer.alloc(512)
  bytes.write('MZ')
  bytes.writeUInt32LE(64, 60)
  bytes.write('PE\0\0', 64, 'latin1')
  bytes.writeUInt16LE(224, 64 + 20)
  bytes.writeUInt16LE(0x10b, 64 + 24)
  bytes.writeUInt32LE(entries, 64 + 24 + 92)
  bytes.writeUInt32LE(bytes.length, 64 + 24 + 96 + 32)
  bytes.writeUInt32LE(table.length, 64 + 24 + 96 + 36)
  return Buffer.concat([bytes, table])
}

const yes = { state: 'known', value: true }
const no = { state: 'known', value: false }
const unreadable = { state: 'failed', reason: 'unreadable' }

describe('namesOrganization', () => {
  it('finds the signer of a 64-bit program, and no other', async () => {
    expect(await look(signed())).toEqual(yes)
    expect(await look(signed(), 'Test Root')).toEqual(yes)
    expect(await look(signed(), 'Audinate Pty Ltd')).toEqual(no)
    expect(await look(signed(), 'apple inc.')).toEqual(no)
    expect(await look(signed(), '')).toEqual(no)
  })

  it('does not take the version resource for a certificate', async () => {
    const bytes = signed()
    // The resource names Apple Inc. in UTF-16, as every program may.
    expect(bytes.includes(Buffer.from('Apple Inc.', 'utf16le'))).toBe(true)
    bytes.writeUInt32LE(0, at(bytes) + 24 + 112 + 32)
    expect(await look(bytes)).toEqual(no)
  })

  it.each([
    ['UTF-8', Buffer.from('…Åke & Söner AB…', 'utf8')],
    ['UTF-16, low byte first', Buffer.from('…Åke & Söner AB…', 'utf16le')],
    ['UTF-16, high byte first', Buffer.from('…Åke & Söner AB…', 'utf16le').swap16()],
    ['UTF-16 at an odd place', Buffer.from(' …Åke & Söner AB', 'utf16le').subarray(1)],
  ])('finds a name that is written as %s, in a 32-bit program', async (_how, table) => {
    expect(await look(program32(table), 'Åke & Söner AB')).toEqual(yes)
    expect(await look(program32(table), 'Åke & Söner AC')).toEqual(no)
  })

  it('knows no table where the directory has no entry for one', async () => {
    expect(await look(program32(Buffer.from('Apple Inc.'), 5))).toEqual(yes)
    expect(await look(program32(Buffer.from('Apple Inc.'), 4))).toEqual(no)
  })

  it('reads 256 KiB of the table, however long it is', async () => {
    const far = (start: number) => {
      const table = Buffer.alloc(300 * 1024)
      table.write('Apple Inc.', start)
      return program32(table)
    }
    expect(await look(far(256 * 1024 - 10))).toEqual(yes)
    expect(await look(far(256 * 1024 - 9))).toEqual(no)
  })

  it('says no of what is no program of Windows', async () => {
    for (const text of ['', 'Apple Inc.', 'MZ', `MZ${'Apple Inc.'.repeat(100)}`]) {
      expect(await look(Buffer.from(text)), text).toEqual(no)
    }
  })

  it('says that a cut program is unreadable, not that it names nobody', async () => {
    const bytes = signed()
    expect(await look(bytes.subarray(0, bytes.length - 1))).toEqual(unreadable)
    expect(await look(bytes.subarray(0, at(bytes) + 100))).toEqual(unreadable)
    expect(await look(bytes.subarray(0, at(bytes) + 24))).toEqual(unreadable)
  })

  it('tells a missing file, a folder and a question that nobody waits for any more apart', async () => {
    const missing = { state: 'failed', reason: 'file-missing' }
    for (const path of [join(folder, 'nowhere'), '', join(folder, 'a\0b')]) {
      expect(await namesOrganization(path, 'Apple Inc.')).toEqual(missing)
    }
    await mkdir(join(folder, 'a folder'))
    const inFolder = await namesOrganization(join(folder, 'a folder'), 'Apple Inc.')
    expect(['failed', 'denied']).toContain(inFolder.state)
    const path = join(folder, 'not looked at')
    expect(await namesOrganization(path, 'Apple Inc.', AbortSignal.abort())).toEqual({
      state: 'skipped',
      reason: 'cancelled',
    })
  })

  it('reads little of a program of 1 GB that claims a table of half of it', async () => {
    const bytes = program32(Buffer.from('x'))
    bytes.writeUInt32LE(0x2000_0000, 64 + 24 + 96 + 32)
    bytes.writeUInt32LE(0x1fff_0000, 64 + 24 + 96 + 36)
    const path = join(folder, 'huge.exe')
    await writeFile(path, bytes)
    // Without a byte on the disk behind the headers.
    await truncate(path, 0x4000_0000)
    const before = process.memoryUsage.rss()
    expect(await namesOrganization(path, 'Apple Inc.')).toEqual(no)
    expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000)
  })

  it('looks at 300 files in well under a second', async () => {
    const path = join(folder, 'often.exe')
    await writeFile(path, signed())
    let answers: readonly unknown[] = []
    const took = await yardsticksOfWaiting(async () => {
      answers = await Promise.all(
        Array.from({ length: 300 }, () => namesOrganization(path, 'Apple Inc.')),
      )
    })
    expect(took).toBeLessThan(20)
    expect(answers).toEqual(answers.map(() => yes))
  })

  it('answers for every broken file, and only a known answer can be yes', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(signed()), async (bytes) => {
        const answer = await look(bytes)
        if (answer.state !== 'known') expect(answer).toEqual(unreadable)
        else if (answer.value) expect(bytes.includes('Apple Inc.')).toBe(true)
        await rm(join(folder, `${String(files)}.exe`))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the reader of headers', () => {
  const headers = () => signed().subarray(at(signed()), at(signed()) + 512)

  it('finds the table that the signing program has appended', () => {
    const bytes = signed()
    const table = readCertificateTable(headers())
    if (typeof table === 'string') throw new Error(table)
    expect(table.offset + table.sizeBytes).toBe(bytes.length)
    // WIN_CERTIFICATE: its length, revision 2, PKCS#7.
    expect(bytes.readUInt32LE(table.offset)).toBe(table.sizeBytes)
    expect(bytes.readUInt32LE(table.offset + 4)).toBe(0x0002_0200)
  })

  it('never throws, and never names a place that no header can name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          mutated(headers()),
          fc.uint8Array().map((some) => Buffer.from(some)),
        ),
        (bytes) => {
          readHeadersOffset(bytes)
          const table = readCertificateTable(bytes)
          if (typeof table === 'string') return
          expect(table.offset).toBeGreaterThan(0)
          expect(table.offset + table.sizeBytes).toBeLessThan(2 ** 33)
        },
      ),
      { numRuns: 5000 },
    )
  })
})
