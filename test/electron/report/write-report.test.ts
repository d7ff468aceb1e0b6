/** Is a file written whole or not at all, into its own place, and never through what somebody has laid there? */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemCode, writeReport } from '../../../electron/report/write-report.ts'
import { failure, success } from '../../../shared/model/result.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const at = (name: string) => join(folder, name)
const draftOf = (name: string) => at(`${name}.${process.pid}.tmp`)

test('the text is there in UTF-8, and nothing beside it', async () => {
  writeFileSync(at('a'), 'older')
  expect(await writeReport(at('a'), 'iPhone från Åsa')).toEqual(success(null))
  expect(readFileSync(at('a'), 'utf8')).toBe('iPhone från Åsa')
  expect(readdirSync(folder)).toEqual(['a'])
})

test('on Windows a file that a scanner holds for a moment is written all the same', async () => {
  // Made up: no machine has such a scanner on demand.
  const held = Object.assign(new Error('held'), { code: 'EBUSY' })
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
  const rename = vi.spyOn(promises, 'rename').mockRejectedValueOnce(held)
  syncBuiltinESMExports()
  try {
    expect(await writeReport(at('a'), 'x')).toEqual(success(null))
    expect(rename).toHaveBeenCalledTimes(2)
  } finally {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  }
  expect(readdirSync(folder)).toEqual(['a'])
})

test('what bears the draft’s name is not written through, not overwritten and not removed', async () => {
  writeFileSync(draftOf('a'), 'somebody else’s')
  expect(await writeReport(at('a'), 'new')).toEqual(failure('EEXIST'))
  expect(readFileSync(draftOf('a'), 'utf8')).toBe('somebody else’s')
  expect(readdirSync(folder)).toHaveLength(1)
})

test('a folder in its place is no plain file, and stays', async () => {
  mkdirSync(at('a'))
  expect(await writeReport(at('a'), 'new')).toEqual(failure('no-plain-file'))
  expect(readdirSync(folder)).toEqual(['a'])
})

test('a folder that is missing is said with the system’s own code', async () => {
  expect(await writeReport(at('missing/a'), 'new')).toEqual(failure('ENOENT'))
  writeFileSync(at('file'), '')
  // Windows says the same of a file where a folder should be as of nothing.
  const code = process.platform === 'win32' ? 'ENOENT' : 'ENOTDIR'
  expect(await writeReport(at('file/a'), 'new')).toEqual(failure(code))
})

if (process.platform !== 'win32') {
  describe('where there are links and modes', () => {
    test('a link laid in the draft’s place leads to nothing that is written', async () => {
      writeFileSync(at('victim'), 'mine')
      symlinkSync(at('victim'), draftOf('a'))
      expect(await writeReport(at('a'), 'new')).toEqual(failure('EEXIST'))
      expect(readFileSync(at('victim'), 'utf8')).toBe('mine')
      expect(readlinkSync(draftOf('a'))).toBe(at('victim'))
    })

    test('a link stays a link, however many lead on, and a ring of them is refused', async () => {
      for (let n = 1; n <= 30; n += 1) symlinkSync(`link${n - 1}`, at(`link${n}`))
      expect(await writeReport(at('link30'), 'new')).toEqual(success(null))
      expect(readFileSync(at('link0'), 'utf8')).toBe('new')
      expect(lstatSync(at('link30')).isSymbolicLink()).toBe(true)
      symlinkSync('link30', at('link31'))
      expect(await writeReport(at('link31'), 'new')).toEqual(failure('ELOOP'))
      symlinkSync('ring', at('ring'))
      expect(await writeReport(at('ring'), 'new')).toEqual(failure('ELOOP'))
    })

    test('an older file keeps its mode, a new one gets the usual one', async () => {
      writeFileSync(at('a'), '')
      chmodSync(at('a'), 0o640)
      await writeReport(at('a'), 'new')
      await writeReport(at('b'), 'new')
      const mode = (name: string) => statSync(at(name)).mode & 0o777
      writeFileSync(at('usual'), '')
      expect([mode('a'), mode('b')]).toEqual([0o640, mode('usual')])
    })

    test('a pipe is no plain file', async () => {
      execFileSync('mkfifo', [at('pipe')])
      expect(await writeReport(at('pipe'), 'new')).toEqual(failure('no-plain-file'))
    })
  })

  // Nothing is closed to root.
  if (process.getuid?.() !== 0) {
    test('a file that may not be written is left as it is, and no draft beside it', async () => {
      writeFileSync(at('a'), 'older')
      chmodSync(at('a'), 0o444)
      expect(await writeReport(at('a'), 'new')).toEqual(failure('EACCES'))
      expect(readFileSync(at('a'), 'utf8')).toBe('older')
      expect(readdirSync(folder)).toEqual(['a'])
    })
  }
}

test('a name that is too long leaves no draft', async () => {
  expect(await writeReport(at('x'.repeat(255)), 'new')).toMatchObject({ ok: false })
  expect(readdirSync(folder)).toEqual([])
})

test('what cannot be put in its place leaves the older file, and no draft beside it', async () => {
  writeFileSync(at('a'), 'older')
  // Made up: no machine refuses this alone.
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
  vi.spyOn(promises, 'rename').mockRejectedValue(full)
  syncBuiltinESMExports()
  try {
    expect(await writeReport(at('a'), 'new')).toEqual(failure('ENOSPC'))
  } finally {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  }
  expect(readFileSync(at('a'), 'utf8')).toBe('older')
  expect(readdirSync(folder)).toEqual(['a'])
})

test('an error without a code is said as it is', () => {
  expect(systemCode(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toBe('ENOSPC')
  expect(systemCode(new Error('odd'))).toBe('Error: odd')
  expect(systemCode('thrown')).toBe('thrown')
})
