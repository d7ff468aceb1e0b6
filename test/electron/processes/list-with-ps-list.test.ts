import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listWithPsList } from '../../../electron/processes/list-with-ps-list.ts'

const { signal } = new AbortController()
/** For lists that come: however busy this machine is, they are waited for. */
const noHurryMs = 300_000
const systemError = (code: string) => Object.assign(new Error(`spawn x ${code}`), { code })
const list = (run: () => Promise<readonly object[]>, deadlineMs = noHurryMs) =>
  listWithPsList({ signal, deadlineMs, run })

// Windows' own list is proven by test/windows, in a real node.exe.
if (process.platform !== 'win32') {
  describe('listing this machine', () => {
    let folder = ''
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'listing-'))
    })
    afterAll(() => {
      rmSync(folder, { recursive: true })
    })

    async function whileRunning(name: string, look: (pid: number) => Promise<void>) {
      const program = join(folder, name)
      copyFileSync('/bin/sleep', program)
      chmodSync(program, 0o755)
      const child = spawn(program, ['60'], { stdio: 'ignore' })
      await once(child, 'spawn')
      try {
        await look(child.pid!)
      } finally {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    }

    test.each([
      'AppleMobileDeviceHelper.exe',
      'com.apple.WindowsContacts.client.exe',
      'AppleMobileDeviceHelper.exe ',
      'tab\there.exe',
      'дистнотед 雪 🍏.exe',
      'dots.exe...',
      `${'x'.repeat(250)}.exe`,
    ])(
      'a real process named %j arrives with exactly that name, its pid and its path',
      async (name) => {
        await whileRunning(name, async (pid) => {
          const answer = await listWithPsList({ signal, deadlineMs: noHurryMs })
          expect(answer.ok).toBe(true)
          const mine = answer.ok
            ? answer.value.processes.find((process) => process.pid === pid)
            : null
          expect(mine).toMatchObject({
            name,
            parentPid: process.pid,
            imagePath: { state: 'known', value: join(folder, name) },
            startedAtUtc: { state: 'known' },
            workingSetBytes: { state: 'skipped', reason: 'lister-does-not-tell' },
          })
        })
      },
    )

    test('a process that has ended is in the next list no more', async () => {
      let ended = -1
      await whileRunning('AppleMobileDeviceHelper.exe', (pid) => {
        ended = pid
        return Promise.resolve()
      })
      const answer = await listWithPsList({ signal, deadlineMs: noHurryMs })
      expect(answer.ok && answer.value.processes.some(({ pid }) => pid === ended)).toBe(false)
    })
  })
}

describe('what ps-list answers', () => {
  test('names of any kind, pid 0 and pid 4 arrive unharmed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 260 }), { minLength: 1 }),
        async (names) => {
          const rows = names.map((name, index) => ({ pid: index * 4, ppid: 0, name }))
          const answer = await list(() => Promise.resolve(rows))
          expect(answer.ok && answer.value.processes.map(({ name }) => name)).toEqual(names)
        },
      ),
    )
  })

  test('a row without a name is a process without a name', async () => {
    const answer = await list(() => Promise.resolve([{ pid: 0, ppid: 0 }]))
    expect(answer.ok && answer.value.processes[0]?.name).toBe('')
  })

  test('a row that is no process makes the list incomplete, not wrong', async () => {
    const rows = [
      { pid: 8, ppid: 4, name: 'a.exe' },
      { pid: Number.NaN, ppid: 4, name: 'b.exe' },
    ]
    const answer = await list(() => Promise.resolve(rows))
    expect(answer).toMatchObject({ ok: true, value: { processesSeen: 1, isComplete: false } })
  })
})

describe('when there is no list', () => {
  test.each([
    ['ENOENT', 'helper-missing'],
    ['EACCES', 'helper-blocked'],
    ['EPERM', 'helper-blocked'],
    ['UNKNOWN', 'helper-blocked'],
    ['EFTYPE', 'helper-damaged'],
    ['ENOEXEC', 'helper-damaged'],
    ['ERR_CHILD_PROCESS_STDIO_MAXBUFFER', 'unreadable'],
    ['ESOMETHING', 'unreadable'],
  ])('the system error %s is the failure %s', async (code, expected) => {
    const answer = await list(() => Promise.reject(systemError(code)))
    expect(answer).toMatchObject({ ok: false, failure: { code: expected } })
  })

  test('Windows on ARM64 is unsupported, in the words that ps-list throws', async () => {
    // Recorded: ps-list 9.0.0, index.js, process.arch 'arm64'.
    const answer = await list(() =>
      Promise.reject(new Error('Windows ARM64 is not supported yet.')),
    )
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unsupported' } })
  })

  test.each([[[]], [[{ pid: Number.NaN, ppid: Number.NaN, name: 'x' }]]])(
    'an answer without one process is unreadable, never an empty list',
    async (rows) => {
      const answer = await list(() => Promise.resolve(rows))
      expect(answer).toMatchObject({ ok: false, failure: { code: 'unreadable' } })
    },
  )

  test('a list that does not come in time is a timeout, and no second one starts meanwhile', async () => {
    let starts = 0
    let finish: (rows: object[]) => void = () => {}
    const hang = () => {
      starts += 1
      return new Promise<object[]>((resolve) => {
        finish = resolve
      })
    }
    const first = await list(hang, 30)
    const second = await list(hang, 30)
    expect([first, second]).toMatchObject([
      { ok: false, failure: { code: 'timeout' } },
      { ok: false, failure: { code: 'timeout' } },
    ])
    expect(starts).toBe(1)
    finish([{ pid: 1, ppid: 0, name: 'init' }])
    await new Promise((resolve) => setImmediate(resolve))
    expect(await list(() => Promise.resolve([{ pid: 2, ppid: 0, name: 'x' }]))).toMatchObject({
      ok: true,
      value: { processes: [{ pid: 2 }] },
    })
  })

  test('a caller that gives up is answered at once', async () => {
    const controller = new AbortController()
    let answer: (rows: object[]) => void = () => {}
    const waiting = listWithPsList({
      signal: controller.signal,
      deadlineMs: noHurryMs,
      run: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    controller.abort()
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    answer([{ pid: 1, ppid: 0, name: 'x' }])
  })
})
