/** Four threads serve koffi's calls and Node's files: do calls that hang leave some of them to the window's own files? */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { callAsync, slowCalls } from '../../../electron/win32/bridge/call-async.ts'
import { asyncStackBytes, loadKoffi } from '../../../electron/win32/bridge/load-koffi.ts'
import type { Native } from '../../../electron/win32/bridge/load-koffi.ts'
import { program } from './programs.ts'

function SleepEx(): Native<[milliseconds: number, isAlertable: number], number> {
  const koffi = loadKoffi()
  if (!koffi.ok) assert.fail(koffi.failure.detail)
  const kernel32 = koffi.value.load('kernel32.dll')
  return kernel32.func('SleepEx', 'uint32', ['uint32', 'int32']) as ReturnType<typeof SleepEx>
}

test('eight slow calls do not keep a file of our own waiting', async () => {
  const sleep = SleepEx()
  const order: string[] = []
  const calls = Array.from({ length: 8 }, async () => {
    await slowCalls.run(() => callAsync(sleep, 1000, 0))
    order.push('slept')
  })
  const file = program('genuine', 'AppleMobileDeviceService.exe')
  // Also what was begun meanwhile must find a thread.
  await new Promise((resolve) => setTimeout(resolve, 50))
  await readFile(file)
  order.push('read')
  await Promise.all(calls)
  assert.equal(order[0], 'read')
})

test('a call has a stack of a megabyte', () => {
  loadKoffi()
  const koffi = createRequire(import.meta.url)(`@koromix/koffi-win32-${process.arch}`) as {
    config: () => { readonly async_stack_size: number }
  }
  assert.equal(koffi.config().async_stack_size, asyncStackBytes)
  assert.equal(asyncStackBytes, 1024 * 1024)
})
