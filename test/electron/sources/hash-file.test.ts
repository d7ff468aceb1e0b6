/** Is a file hashed as it is, stopped when nobody waits, and said why where it cannot be? */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileHasher } from '../../../electron/sources/hash-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hash-file-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const { signal } = new AbortController()

async function made(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

test.each([0, 1, 3 * 1024 * 1024 + 17])(
  'a file of %i bytes has the hash of its bytes',
  async (size) => {
    const bytes = Buffer.alloc(size, 'iTunes')
    const path = await made(`${size}.exe`, bytes)
    expect(await createFileHasher()(path, { signal })).toEqual({
      ok: true,
      value: { path, sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: size },
    })
  },
)

test('a file that was changed in place is hashed again, also when its size is the same', async () => {
  const hash = createFileHasher()
  const path = await made('changed.exe', Buffer.from('one'))
  const before = await hash(path, { signal })
  await writeFile(path, 'two')
  await utimes(path, new Date(2020, 1, 1), new Date(2020, 1, 1))
  const after = await hash(path, { signal })
  expect(after.ok && before.ok && after.value.sha256 !== before.value.sha256).toBe(true)
})

test.each([
  ['no file', () => join(folder, 'gone.exe'), 'file-missing'],
  ['a folder', () => folder, 'not-a-file'],
  ['an empty path', () => '', 'file-missing'],
  ['a path with a NUL', () => `${folder}/a.exe\0.txt`, 'file-missing'],
])('%s: said why', async (_, path, code) => {
  expect(await createFileHasher()(path(), { signal })).toMatchObject({
    ok: false,
    failure: { code },
  })
})

test('whoever gives up is answered at once', async () => {
  const path = await made('large.exe', Buffer.alloc(8 * 1024 * 1024))
  const controller = new AbortController()
  const answer = createFileHasher()(path, { signal: controller.signal })
  controller.abort()
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})

test('a file that takes longer than the deadline is given up', async () => {
  const path = await made('slow.exe', Buffer.alloc(64 * 1024 * 1024))
  const answer = await createFileHasher()(path, { signal, deadlineMs: 0 })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'timeout' } })
})
