import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  hostsFileLimitBytes,
  hostsFilePath,
  readHostsFile,
} from '../../../electron/network/hosts-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosts-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('the file is read byte for byte, whatever is in it', async () => {
  const path = join(folder, 'hosts')
  const bytes = Buffer.alloc(700_000, Buffer.from([0xff, 0xfe, 0x00, 0x0a]))
  await writeFile(path, bytes)
  const found = await readHostsFile({ path })
  if (found.state !== 'known') throw new Error(found.reason)
  expect(bytes.equals(found.value)).toBe(true)
})

test('a file that is not there is known to be empty', async () => {
  const missing = { state: 'known', value: new Uint8Array(0) }
  expect(await readHostsFile({ path: join(folder, 'missing') })).toEqual(missing)
  expect(await readHostsFile({ path: join(folder, 'no', 'folder') })).toEqual(missing)
})

test('a file at the limit is read, one byte more is too much', async () => {
  expect(hostsFileLimitBytes).toBe(16_777_216)
  const path = join(folder, 'large')
  await writeFile(path, '')
  await truncate(path, hostsFileLimitBytes)
  expect(await readHostsFile({ path })).toMatchObject({ state: 'known' })
  await truncate(path, hostsFileLimitBytes + 1)
  expect(await readHostsFile({ path })).toEqual({ state: 'failed', reason: 'too-large' })
})

test('a folder is no hosts file', async () => {
  expect(await readHostsFile({ path: folder })).toEqual({ state: 'failed', reason: 'not-a-file' })
})

if (process.platform !== 'win32') {
  test('a pipe is not waited for', async () => {
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    expect(await readHostsFile({ path })).toEqual({ state: 'failed', reason: 'not-a-file' })
  })
}

// Nothing is closed to root, and Windows knows no such bits.
if (process.platform !== 'win32' && process.getuid?.() !== 0) {
  test('without the right to read it, the answer is denied', async () => {
    const path = join(folder, 'closed')
    await writeFile(path, 'x')
    await chmod(path, 0)
    expect(await readHostsFile({ path })).toEqual({ state: 'denied', reason: 'needs-admin' })
  })
}

test('on Windows it lies below the system folder, elsewhere in /etc', () => {
  const environment = { SystemRoot: 'D:\\Win' }
  expect(hostsFilePath({ platform: 'win32', environment })).toMatch(
    /^D:\\Win[\\/]System32[\\/]drivers[\\/]etc[\\/]hosts$/,
  )
  expect(hostsFilePath({ platform: 'linux' })).toBe('/etc/hosts')
})
