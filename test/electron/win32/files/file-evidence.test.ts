/** Is evidence kept until the file changes, are few files looked at at once, and does nothing go on for nobody? */
import { describe, expect, it } from 'vitest'
import { createGate } from '../../../../electron/win32/bridge/call-async.ts'
import { createFileEvidenceReader } from '../../../../electron/win32/files/file-evidence.ts'
import type { FileEvidence } from '../../../../shared/model/evidence.ts'
import { loadKoffi } from '../../../../electron/win32/bridge/load-koffi.ts'
import { listProcesses } from '../../../../electron/win32/processes/list-processes.ts'
import { readImagePaths } from '../../../../electron/win32/processes/image-path.ts'

const evidence = (): FileEvidence => ({
  signature: { state: 'failed', reason: 'unreadable' },
  version: { state: 'failed', reason: 'no-version-resource' },
})

function counted() {
  const looks: string[] = []
  const files = new Map([['a', { sizeBytes: 1n, modifiedTicks: 1n }]])
  const reader = createFileEvidenceReader(
    (path) => {
      looks.push(path)
      return Promise.resolve({ stamp: stampOf(path), evidence: evidence() })
    },
    (path) => Promise.resolve(stampOf(path)),
  )
  function stampOf(path: string) {
    return files.get(path) ?? { sizeBytes: 0n, modifiedTicks: 0n }
  }
  return { looks, files, reader }
}

describe('createFileEvidenceReader', () => {
  it('looks at a file once for as long as size and time stay', async () => {
    const { looks, files, reader } = counted()
    const first = await reader.read('a')
    expect(await reader.read('a')).toBe(first)
    files.set('a', { sizeBytes: 1n, modifiedTicks: 2n })
    expect(await reader.read('a')).not.toBe(first)
    files.set('a', { sizeBytes: 2n, modifiedTicks: 2n })
    await reader.read('a')
    expect(looks).toEqual(['a', 'a', 'a'])
  })

  it('forgets the oldest of very many files', async () => {
    const { looks, reader } = counted()
    for (let index = 0; index <= 1024; index += 1) await reader.read(String(index))
    await reader.read('1024')
    expect(looks).toHaveLength(1025)
    await reader.read('0')
    expect(looks).toHaveLength(1026)
  })

  it('does not look when nobody waits any more', async () => {
    const { looks, reader } = counted()
    const answer = await reader.read('a', { signal: AbortSignal.abort() })
    expect(answer.signature).toEqual({ state: 'skipped', reason: 'cancelled' })
    expect(looks).toEqual([])
  })
})

describe('createGate', () => {
  it('lets only so many run at once, in the order in which they came', async () => {
    const gate = createGate(4)
    let running = 0
    let most = 0
    const order: number[] = []
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        gate.run(async () => {
          order.push(index)
          running += 1
          most = Math.max(most, running)
          await new Promise((resolve) => setImmediate(resolve))
          running -= 1
        }),
      ),
    )
    expect(most).toBe(4)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('frees the place of a task that fails, and of one that is given up while it waits', async () => {
    const gate = createGate(1)
    const control = new AbortController()
    const failing = gate.run(() => Promise.reject(new Error('no')))
    const givenUp = gate.run(() => Promise.resolve('ran'), control.signal)
    control.abort()
    await expect(failing).rejects.toThrow('no')
    expect(await givenUp).toBeNull()
    expect(await gate.run(() => Promise.resolve('ran'))).toBe('ran')
  })
})

describe.runIf(process.platform !== 'win32')('without Windows', () => {
  it('says so, everywhere, and throws nothing', async () => {
    expect(loadKoffi()).toMatchObject({ ok: false, failure: { code: 'not-windows' } })
    expect(await listProcesses()).toMatchObject({ ok: false, failure: { code: 'not-windows' } })
    expect(await readImagePaths([{ pid: 1, startedAtUtc: null, name: 'x' }])).toEqual([
      { state: 'skipped', reason: 'not-windows' },
    ])
    const { signature } = await createFileEvidenceReader().read(process.execPath)
    expect(signature).toEqual({ state: 'skipped', reason: 'not-windows' })
  })
})
