/** Does a file that hangs keep nobody else waiting: no other file, and not the window's own? */
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createGate } from '../../../../electron/async/gate.ts'
import { namesOrganization } from '../../../../electron/win32/files/embedded-names.ts'
import { isFileThere } from '../../../../electron/win32/files/is-file-there.ts'
import { lookIntoFile } from '../../../../electron/win32/files/look-into-file.ts'
import { known } from '../../../../shared/model/probe.ts'

const late = { state: 'failed', reason: 'timeout' }

test('nothing on another computer is opened', async () => {
  let looks = 0
  const look = () => Promise.resolve(known((looks += 1)))
  expect(await lookIntoFile('\\\\server\\share\\x.exe', look)).toEqual({
    state: 'skipped',
    reason: 'network-path',
  })
  expect(looks).toBe(0)
  expect(await isFileThere('\\\\server\\share\\x.exe')).toMatchObject({ reason: 'network-path' })
})

test('a file that hangs is given up after its time, and not begun again until it has ended', async () => {
  const calls = createGate(2, 20)
  let begun = 0
  let end = () => {}
  const hang = () => {
    begun += 1
    return new Promise<ReturnType<typeof known<string>>>((resolve) => {
      end = () => resolve(known('late'))
    })
  }
  const ask = (look: typeof hang) => lookIntoFile('hangs.exe', look, undefined, calls)
  expect(await Promise.all([ask(hang), ask(hang), ask(hang)])).toEqual([late, late, late])
  expect(await ask(hang)).toEqual(late)
  expect(begun).toBe(1)
  expect(await lookIntoFile('x.exe', () => Promise.resolve(known(1)), undefined, calls)).toEqual(
    known(1),
  )
  end()
  await new Promise((resolve) => setImmediate(resolve))
  expect(await ask(() => Promise.resolve(known('soon')))).toEqual(known('soon'))
})

test('a look that throws leaves the file free for the next', async () => {
  const failing = lookIntoFile('throws.exe', () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await lookIntoFile('throws.exe', () => Promise.resolve(known(1)))).toEqual(known(1))
})

// Windows has no such files; there `test/windows/win32/four-threads.test.ts` lets calls sleep.
if (process.platform !== 'win32') {
  test("eight files that hang when they are opened leave Node's threads to the window's own files", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hanging-'))
    const fifos = Array.from({ length: 8 }, (_, index) => join(folder, `${index}.exe`))
    await promisify(execFile)('mkfifo', fifos)
    const ours = join(folder, 'index.js')
    await writeFile(ours, 'the window')
    const order: string[] = []
    const looks = fifos.map(async (path) => {
      await namesOrganization(path, 'Apple Inc.')
      order.push('a file that hung')
    })
    try {
      // Long enough for every look that may begin to have begun.
      await new Promise((resolve) => setTimeout(resolve, 50))
      order.push(await readFile(ours, 'utf8'))
    } finally {
      // Somebody who writes lets the one who reads go on.
      const { O_RDWR, O_NONBLOCK } = constants
      const writers = await Promise.all(fifos.map((path) => open(path, O_RDWR | O_NONBLOCK)))
      await Promise.all(looks)
      await Promise.all(writers.map((writer) => writer.close()))
      await rm(folder, { recursive: true })
    }
    expect(order[0]).toBe('the window')
    expect(order).toHaveLength(9)
  })
}
