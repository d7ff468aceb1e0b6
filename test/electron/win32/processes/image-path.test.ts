/** Is the next way tried where one is closed, and is no answer taken from a process that came later? */
import { describe, expect, it } from 'vitest'
import { askImagePaths } from '../../../../electron/win32/processes/image-path.ts'
import type { ImagePathSystem } from '../../../../electron/win32/processes/image-path.ts'
import type { ProcessRecord } from '../../../../electron/win32/bytes/read-process-information.ts'

const name = 'AppleMobileDeviceService.exe'
const question = { pid: 8, name, startedAtUtc: '2026-01-01T00:00:00.000Z' }
const denied = { state: 'denied', reason: 'needs-admin' } as const
const unsupported = { state: 'failed', reason: 'windows-error' } as const

function record(startedAtUtc: string): ProcessRecord {
  return {
    ...{ pid: 8, parentPid: 4, name, startedAtUtc, workingSetBytes: 1, privateBytes: 1, cpuMs: 0 },
    ...{ sessionId: 0, threadCount: 1, handleCount: 1 },
  }
}

/** A service of another user: its process cannot be opened. */
function system(changes: Partial<ImagePathSystem> = {}): ImagePathSystem {
  return {
    askProcess: () => denied,
    askNativePath: () => ({ state: 'known', value: `\\Device\\HarddiskVolume3\\Apple\\${name}` }),
    readDriveDevices: () => [{ drive: 'C:', device: '\\Device\\HarddiskVolume3' }],
    windowsFolder: 'C:\\Windows',
    listProcesses: () =>
      Promise.resolve({
        ok: true,
        value: { processes: [record(question.startedAtUtc)], isComplete: true },
      }),
    ...changes,
  }
}

const askOne = async (changes?: Partial<ImagePathSystem>, imagePath?: string) =>
  (await askImagePaths([question], { serviceImagePath: () => imagePath }, system(changes)))[0]

describe('askImagePaths', () => {
  it('takes the answer of the process itself where there is one', async () => {
    const askProcess = () => ({ state: 'known', value: 'C:\\x.exe' }) as const
    expect(await askOne({ askProcess })).toEqual({
      state: 'known',
      value: { path: 'C:\\x.exe', way: 'handle' },
    })
  })

  it('asks the system by pid where the process may not be opened', async () => {
    expect(await askOne()).toEqual({
      state: 'known',
      value: { path: `C:\\Apple\\${name}`, way: 'pid' },
    })
  })

  it('asks the system by pid where Windows has no handle left to give', async () => {
    // ERROR_NO_SYSTEM_RESOURCES, which no machine gives on demand.
    const exhausted = { state: 'failed', reason: 'windows-error' } as const
    expect(await askOne({ askProcess: () => exhausted })).toMatchObject({ state: 'known' })
    const nothing = { askProcess: () => exhausted, askNativePath: () => unsupported }
    expect(await askOne(nothing)).toEqual(exhausted)
  })

  it("takes the service's command line where the system does not tell", async () => {
    const answer = await askOne({ askNativePath: () => unsupported }, `"C:\\Apple\\${name}" -x`)
    expect(answer).toEqual({
      state: 'known',
      value: { path: `C:\\Apple\\${name}`, way: 'service' },
    })
  })

  it('stays denied where the service starts another program, or there is no service', async () => {
    const changes = { askNativePath: () => unsupported }
    expect(await askOne(changes, 'C:\\Apple\\Other.exe')).toEqual(denied)
    expect(await askOne(changes)).toEqual(denied)
  })

  it('does not ask on after a process that has ended', async () => {
    const ended = { state: 'failed', reason: 'process-ended' } as const
    expect(await askOne({ askProcess: () => ended })).toEqual(ended)
  })

  it.each([
    ['another process has the pid by now', [record('2026-01-01T00:00:01.000Z')]],
    ['nobody has the pid any more', []],
  ])('takes no answer by pid when %s', async (_, processes) => {
    const listProcesses = () =>
      Promise.resolve({ ok: true as const, value: { processes, isComplete: true } })
    const ended = { state: 'failed', reason: 'process-ended' }
    expect(await askOne({ listProcesses })).toEqual(ended)
    const service = await askOne({ listProcesses, askNativePath: () => unsupported }, `C:\\${name}`)
    expect(service).toEqual(ended)
  })

  it.each([
    ['the idle process', { pid: 0, name: '', startedAtUtc: null }],
    ['the system process', { ...question, pid: 4, name: 'System' }],
  ])('says of %s that it has no program, not that it has ended', async (_, asked) => {
    const ended = { state: 'failed', reason: 'process-ended' } as const
    expect(await askImagePaths([asked], {}, system({ askProcess: () => ended }))).toEqual([
      { state: 'failed', reason: 'no-program-file' },
    ])
  })

  it('takes no bare name for a path, as processes without a program answer', async () => {
    const bare = () => ({ state: 'known', value: 'MemCompression' }) as const
    const noProgram = { state: 'failed', reason: 'no-program-file' }
    expect(await askOne({ askNativePath: bare })).toEqual(noProgram)
    expect(await askOne({ askProcess: bare })).toEqual(noProgram)
  })

  it('stops when nobody waits any more', async () => {
    const signal = AbortSignal.abort()
    expect(await askImagePaths([question], { signal }, system())).toEqual([
      { state: 'skipped', reason: 'cancelled' },
    ])
  })
})
