/** Is a file that a scanner holds for a moment renamed after all, and is nothing else waited for? */
import { afterEach, expect, test, vi } from 'vitest'
import { renamePatiently } from '../../../electron/report/rename-patiently.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const trouble = (code: string) => Object.assign(new Error(code), { code })

function renaming(failures: readonly string[]) {
  const left = [...failures]
  let tries = 0
  const rename = () => {
    tries += 1
    const code = left.shift()
    return code === undefined ? Promise.resolve() : Promise.reject(trouble(code))
  }
  return { rename, tries: () => tries }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('after %s it is tried again, and works', async (code) => {
  const { rename, tries } = renaming([code, code])
  await renamePatiently('a', 'b', rename, true)
  expect(tries()).toBe(3)
})

test('what stays held is given up after little more than a second, with the last reason', async () => {
  vi.useFakeTimers()
  const { rename, tries } = renaming(Array.from({ length: 50 }, () => 'EBUSY'))
  const renamed = renamePatiently('a', 'b', rename, true).catch((error: unknown) => String(error))
  await vi.advanceTimersByTimeAsync(1_170)
  expect(await renamed).toBe('Error: EBUSY')
  expect(tries()).toBe(7)
})

test('another trouble is no reason to wait, and neither is any where nobody holds files', async () => {
  const full = renaming(['ENOSPC'])
  await expect(renamePatiently('a', 'b', full.rename, true)).rejects.toThrow('ENOSPC')
  expect(full.tries()).toBe(1)
  const elsewhere = renaming(['EACCES'])
  await expect(renamePatiently('a', 'b', elsewhere.rename, false)).rejects.toThrow('EACCES')
  expect(elsewhere.tries()).toBe(1)
})

test.each([
  ['win32', 2],
  ['linux', 1],
] as const)('on %s a file that is held once takes %i tries', async (platform, tries) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
  const held = renaming(['EBUSY'])
  await renamePatiently('a', 'b', held.rename).catch(() => {})
  expect(held.tries()).toBe(tries)
})
