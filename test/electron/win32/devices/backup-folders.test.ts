/** Are links to backups followed, whichever part of the way they stand for? Real links of this system, where Wine has no junctions. */
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type * as nodePath from 'node:path'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type * as backupFolders from '../../../../electron/win32/devices/backup-folders.ts'

// The same code on this system's paths.
vi.mock('node:path', async (original) => {
  const path = await original<typeof nodePath>()
  return { ...path, win32: path.posix }
})

let root = ''
let readBackupFolders: typeof backupFolders.readBackupFolders
beforeAll(async () => {
  // Loaded anew: the other tests have it with the paths of Windows.
  vi.resetModules()
  ;({ readBackupFolders } = await import('../../../../electron/win32/devices/backup-folders.ts'))
  root = await realpath(await mkdtemp(join(tmpdir(), 'backups-')))
})
afterAll(async () => {
  vi.doUnmock('node:path')
  vi.resetModules()
  await rm(root, { recursive: true })
})

async function folderOf(
  name: string,
  prepare: (profile: string, disk: string) => Promise<unknown>,
) {
  const [profile, disk] = [join(root, name, 'profile'), join(root, name, 'disk')]
  await mkdir(profile, { recursive: true })
  await mkdir(disk, { recursive: true })
  await prepare(profile, disk)
  const folders = await readBackupFolders({ USERPROFILE: profile })
  if (folders.state !== 'known') throw new Error(folders.reason)
  const [store] = folders.value
  if (store === undefined) throw new Error('no folder')
  return { ...store, disk }
}

test('a link for the last folder, for the one above and for the first one leads to the real folder', async () => {
  const last = await folderOf('last', async (profile, disk) => {
    await mkdir(join(profile, 'Apple', 'MobileSync'), { recursive: true })
    await mkdir(join(disk, 'c'.repeat(40)))
    await symlink(disk, join(profile, 'Apple', 'MobileSync', 'Backup'))
  })
  expect(last).toMatchObject({ isThere: true, isJunction: true, target: last.disk, backups: 1 })
  const above = await folderOf('above', async (profile, disk) => {
    await mkdir(join(profile, 'Apple'), { recursive: true })
    await mkdir(join(disk, 'Backup'))
    await symlink(disk, join(profile, 'Apple', 'MobileSync'))
  })
  expect(above).toMatchObject({
    isThere: true,
    isJunction: true,
    target: join(above.disk, 'Backup'),
  })
  const first = await folderOf('first', async (profile, disk) => {
    await mkdir(join(disk, 'MobileSync', 'Backup'), { recursive: true })
    await symlink(disk, join(profile, 'Apple'))
  })
  expect(first).toMatchObject({
    isJunction: true,
    target: join(first.disk, 'MobileSync', 'Backup'),
    isTargetThere: { state: 'known', value: true },
  })
})

test('a link to nowhere is there, its target is not, and nobody knows the room', async () => {
  const gone = await folderOf('gone', async (profile, disk) => {
    await mkdir(join(profile, 'Apple', 'MobileSync'), { recursive: true })
    await symlink(join(disk, 'away'), join(profile, 'Apple', 'MobileSync', 'Backup'))
  })
  expect(gone).toMatchObject({
    isThere: true,
    isJunction: true,
    target: join(gone.disk, 'away'),
    isTargetThere: { state: 'known', value: false },
    size: { state: 'failed', reason: 'file-missing' },
    freeBytes: { state: 'failed', reason: 'file-missing' },
  })
})

test('a link to itself and a file in the folder’s place are no folder', async () => {
  const circle = await folderOf('circle', async (profile) => {
    await mkdir(join(profile, 'Apple', 'MobileSync'), { recursive: true })
    const path = join(profile, 'Apple', 'MobileSync', 'Backup')
    await symlink(path, path)
  })
  expect(circle.isTargetThere.state).toBe('failed')
  const file = await folderOf('file', async (profile) => {
    await mkdir(join(profile, 'Apple', 'MobileSync'), { recursive: true })
    await writeFile(join(profile, 'Apple', 'MobileSync', 'Backup'), 'x')
  })
  expect(file).toMatchObject({ isThere: false, isJunction: false })
})

test('links inside of a backup are not followed: a circle ends', async () => {
  const prepared = await folderOf('inside', async (profile) => {
    const backup = join(profile, 'Apple', 'MobileSync', 'Backup', 'd'.repeat(40))
    await mkdir(backup, { recursive: true })
    await writeFile(join(backup, 'part'), Buffer.alloc(1234))
    await symlink(backup, join(backup, 'again'))
  })
  const size = await vi.waitUntil(async () => {
    const folders = await readBackupFolders({ USERPROFILE: join(root, 'inside', 'profile') })
    const found = folders.state === 'known' ? folders.value[0]?.size : undefined
    return found?.state === 'known' && found
  })
  expect(prepared.backups).toBe(1)
  expect(size).toEqual({ state: 'known', value: 1234 })
})

test('without a profile there is no folder to look for', async () => {
  expect(await readBackupFolders({})).toEqual({ state: 'failed', reason: 'no-known-folder' })
  expect(await readBackupFolders({ APPDATA: 'relative' })).toEqual({
    state: 'failed',
    reason: 'no-known-folder',
  })
})

test('a link to another computer is named and not followed', async () => {
  const linked = await folderOf('elsewhere', async (profile) => {
    await mkdir(join(profile, 'Apple', 'MobileSync'), { recursive: true })
    await symlink('\\\\nas.invalid\\backups', join(profile, 'Apple', 'MobileSync', 'Backup'))
  })
  const notLooked = { state: 'skipped', reason: 'network-path' }
  expect(linked).toMatchObject({
    ...{ isThere: true, isJunction: true, target: '\\\\nas.invalid\\backups' },
    ...{ isTargetThere: notLooked, size: notLooked, freeBytes: notLooked, backups: null },
  })
})
