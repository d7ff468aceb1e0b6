/** Who lists, and what does a list from within the process look like? */
import { describe, expect, test, vi } from 'vitest'
import { chooseLister } from '../../../electron/processes/choose-lister.ts'
import { listInProcess } from '../../../electron/processes/list-in-process.ts'
import { failure, success } from '../../../shared/model/result.ts'
import type { PcLoad } from '../../../shared/model/process.ts'
import { known, notToldByLister } from '../../../shared/model/probe.ts'
import { listed, listing } from '../../fixtures/listed.ts'

const { signal } = new AbortController()
const record = {
  pid: 7,
  parentPid: 4,
  name: 'iTunesHelper.exe ',
  startedAtUtc: '2026-11-22T08:00:00.000Z',
  workingSetBytes: 1234,
  privateBytes: 1000,
  cpuMs: 51,
  sessionId: 1,
  threadCount: 3,
  handleCount: 99,
}
const answering = (isComplete: boolean) => () =>
  Promise.resolve(success({ processes: [record], isComplete }))

describe('the list from within the process', () => {
  test('keeps every detail and the name as it is, trailing blank and all', async () => {
    expect(await listInProcess({ signal, run: answering(true) })).toEqual(
      success({
        lister: 'in-process',
        processesSeen: 1,
        isComplete: true,
        processes: [
          {
            pid: 7,
            parentPid: 4,
            name: 'iTunesHelper.exe ',
            imagePath: notToldByLister,
            startedAtUtc: known('2026-11-22T08:00:00.000Z'),
            workingSetBytes: known(1234),
            privateBytes: known(1000),
            cpuMs: known(51),
            counts: known({ sessionId: 1, threads: 3, handles: 99 }),
          },
        ],
        load: expect.objectContaining({ processors: expect.any(Number) as number }) as PcLoad,
      }),
    )
  })

  test('says when a part could not be read', async () => {
    const answer = await listInProcess({ signal, run: answering(false) })
    expect(answer).toMatchObject({ ok: true, value: { isComplete: false } })
  })

  test('an empty list is no list', async () => {
    const run = () => Promise.resolve(success({ processes: [], isComplete: true }))
    expect(await listInProcess({ signal, run })).toMatchObject({
      ok: false,
      failure: { code: 'unreadable' },
    })
  })

  if (process.platform !== 'win32') {
    test('on a system without Windows there is no bridge', async () => {
      expect(await listInProcess({ signal })).toMatchObject({
        ok: false,
        failure: { code: 'no-bridge' },
      })
    })
  }
})

describe('the choice', () => {
  const fromPsList = success(listing([listed(1, 'a.exe')]))
  const noBridge = failure({ code: 'no-bridge', detail: 'no-koffi' } as const)

  test('is Windows itself where it answers; ps-list is not started then', async () => {
    const fallback = vi.fn(() => Promise.resolve(fromPsList))
    const inProcess = () => listInProcess({ signal, run: answering(true) })
    const answer = await chooseLister({ inProcess, fallback })({ signal })
    expect(answer).toMatchObject({ ok: true, value: { lister: 'in-process' } })
    expect(fallback).not.toHaveBeenCalled()
  })

  test('is ps-list where the bridge to Windows does not load, and the answer says so', async () => {
    const list = chooseLister({
      inProcess: () => Promise.resolve(noBridge),
      fallback: () => Promise.resolve(fromPsList),
    })
    expect(await list({ signal })).toMatchObject({ ok: true, value: { lister: 'ps-list' } })
  })

  test('asks nobody else after the look was cancelled', async () => {
    const fallback = vi.fn(() => Promise.resolve(fromPsList))
    const cancelled = failure({ code: 'cancelled', detail: '' } as const)
    const list = chooseLister({ inProcess: () => Promise.resolve(cancelled), fallback })
    expect(await list({ signal })).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(fallback).not.toHaveBeenCalled()
  })
})
