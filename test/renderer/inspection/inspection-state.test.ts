import { describe, expect, test } from 'vitest'
import {
  initialInspectionState,
  reduceInspection,
  type InspectionAction,
  type InspectionState,
} from '../../../renderer/inspection/inspection-state.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { known } from '../../../shared/model/probe.ts'
import { blocked, inspectionOf } from '../fake-bridge.ts'
import { examined, genuineHelpers, inspectionOfPc, observed } from '../recorded-pc.ts'

const see = (running: Readonly<Record<string, number>>, takenAtUtc?: string): InspectionAction => ({
  kind: 'looked',
  inspection: inspectionOf(running, takenAtUtc === undefined ? {} : { takenAtUtc }),
})
const fail: InspectionAction = { kind: 'failed', failure: blocked.failure }

const after = (...actions: readonly InspectionAction[]): InspectionState =>
  actions.reduce(reduceInspection, initialInspectionState)

describe('reduceInspection', () => {
  test('a refresh without a change keeps every object but the time', () => {
    const first = after(see({ 'iTunesHelper.exe': 1 }))
    const second = reduceInspection(first, see({ 'iTunesHelper.exe': 1 }, '2026-11-22T07:14:07Z'))
    expect(second.inspection?.takenAtUtc).toBe('2026-11-22T07:14:07Z')
    expect(second.inspection?.processes).toBe(first.inspection?.processes)
    expect(second.inspection?.findings).toBe(first.inspection?.findings)
    expect(second.news).toBe(first.news)
  })

  test('a change replaces the changed process and keeps the others', () => {
    const first = after(see({ 'iTunesHelper.exe': 1 }))
    const second = reduceInspection(first, see({ 'iTunesHelper.exe': 1, 'iPodService.exe': 1 }))
    const changed = second.inspection?.processes.filter(
      (process, index) => process !== first.inspection?.processes[index],
    )
    expect(changed?.map(({ imageName }) => imageName)).toEqual(['iPodService.exe'])
  })

  test('a process that ends and one that starts are news, in catalogue order', () => {
    const { news } = after(see({ 'iTunesHelper.exe': 1 }), see({ 'iPodService.exe': 1 }))
    expect(news.changes).toEqual([
      { kind: 'started', imageName: 'iPodService.exe', count: 1 },
      { kind: 'ended', imageName: 'iTunesHelper.exe', count: 0 },
    ])
  })

  test('another number of instances is news too', () => {
    const { news } = after(see({ 'iTunesHelper.exe': 1 }), see({ 'iTunesHelper.exe': 3 }))
    expect(news.changes).toEqual([{ kind: 'instances', imageName: 'iTunesHelper.exe', count: 3 }])
  })

  test('the first look is no news', () => {
    expect(after(see({ 'iTunesHelper.exe': 1 })).news.changes).toEqual([])
  })

  test('a failure after a success keeps the last list', () => {
    const state = after(see({ 'iTunesHelper.exe': 1 }), fail)
    expect(state.failure?.code).toBe('helper-blocked')
    expect(state.inspection?.processesSeen).toBe(214)
    expect(state.news.turn).toBe('failed')
  })

  test('the same failure again changes nothing at all', () => {
    const state = after(see({}), fail)
    expect(reduceInspection(state, fail)).toBe(state)
  })

  test('a success after a failure clears it and says so once', () => {
    const recovered = after(fail, see({}))
    expect(recovered.failure).toBeUndefined()
    expect(recovered.news.turn).toBe('recovered')
  })

  test('trying again goes back to looking only when there is nothing to show', () => {
    expect(after(fail, { kind: 'retried' }).failure).toBeUndefined()
    expect(after(see({}), fail, { kind: 'retried' }).failure?.code).toBe('helper-blocked')
    const fine = after(see({}))
    expect(reduceInspection(fine, { kind: 'retried' })).toBe(fine)
  })

  test('learning that a doubtful process does not run is not told as its end', () => {
    const doubtful = inspectionOf({})
    const unsure: InspectionAction = {
      kind: 'looked',
      inspection: {
        ...doubtful,
        processes: doubtful.processes.map((process) => ({ ...process, status: 'cannot-tell' })),
      },
    }
    expect(after(unsure, see({})).news.changes).toEqual([])
  })

  test('pausing twice is pausing once, and resuming undoes it', () => {
    const paused = after({ kind: 'paused' })
    expect(paused.isPaused).toBe(true)
    expect(reduceInspection(paused, { kind: 'paused' })).toBe(paused)
    expect(reduceInspection(paused, { kind: 'resumed' }).isPaused).toBe(false)
  })
})

describe('a PC of which everything is known', () => {
  const sees = (inspection: Inspection, takenAtUtc = inspection.takenAtUtc): InspectionAction => ({
    kind: 'looked',
    inspection: structuredClone({ ...inspection, takenAtUtc }),
  })
  const distnoted = [observed(20, 'distnoted.exe'), observed(21, 'distnoted.exe')]
  const alike: NonNullable<Parameters<typeof inspectionOfPc>[0]['lookAlikes']>[number] = {
    process: examined(66, 'iTunesHe1per.exe', 'C:\\Temp'),
    resembles: 'iTunesHelper.exe',
    why: 'confusable-letters',
  }
  const other = examined(70, 'AppleChromeDAV.exe', 'C:\\Apple')
  const pc = (more: Parameters<typeof inspectionOfPc>[0] = {}) =>
    inspectionOfPc({
      running: [...genuineHelpers, ...distnoted],
      lookAlikes: [alike],
      maybeApple: known([other]),
      ...more,
    })

  test('a refresh without a change keeps every object but the time', () => {
    const first = after(sees(pc()))
    const second = reduceInspection(first, sees(pc(), '2026-11-22T10:14:07Z'))
    const { takenAtUtc, ...rest } = second.inspection!
    expect(takenAtUtc).toBe('2026-11-22T10:14:07Z')
    const before = first.inspection!
    for (const part of Object.keys(rest) as (keyof typeof rest)[]) {
      expect(rest[part], part).toBe(before[part])
    }
    expect(second.news).toBe(first.news)
  })

  test('one instance that takes more memory leaves all other objects alone', () => {
    const grown = { ...distnoted[1]!, workingSetBytes: known(99_000_000) }
    const first = after(sees(pc()))
    const running = [...genuineHelpers, distnoted[0]!, grown]
    const second = reduceInspection(first, sees(pc({ running })))
    const process = (state: InspectionState) =>
      state.inspection?.processes.find(({ id }) => id === 'distnoted')
    expect(process(second)).not.toBe(process(first))
    expect(process(second)?.instances[0]).toBe(process(first)?.instances[0])
    expect(process(second)?.instances[1]?.workingSetBytes).toEqual(known(99_000_000))
    expect(second.inspection?.lookAlikes).toBe(first.inspection?.lookAlikes)
    expect(second.news.changes).toEqual([])
  })

  test('another program of Apple that comes leaves the ones before it alone', () => {
    const first = after(sees(pc()))
    const more = examined(71, 'YSLoader.exe', 'C:\\Apple')
    const second = reduceInspection(first, sees(pc({ maybeApple: known([other, more]) })))
    const list = (state: InspectionState) => {
      const probe = state.inspection?.otherApple
      return probe?.state === 'known' ? probe.value : []
    }
    expect(list(second)).toHaveLength(2)
    expect(list(second)[0]).toBe(list(first)[0])
  })

  test('a look-alike that appears is news, and so is one that ends', () => {
    const appeared = after(sees(pc({ lookAlikes: [] })), sees(pc()))
    expect(appeared.news.changes).toEqual([
      { kind: 'look-alike', imageName: 'iTunesHe1per.exe', resembles: 'iTunesHelper.exe' },
    ])
    const gone = after(sees(pc()), sees(pc({ lookAlikes: [] })))
    expect(gone.news.changes).toEqual([{ kind: 'ended', imageName: 'iTunesHe1per.exe', count: 0 }])
  })

  test('a look-alike that got the number of an ended one is a new one', () => {
    const later = { ...alike.process, startedAtUtc: known('2026-11-22T11:00:00.000Z') }
    const { news } = after(sees(pc()), sees(pc({ lookAlikes: [{ ...alike, process: later }] })))
    expect(news.changes.map(({ kind }) => kind)).toEqual(['look-alike', 'ended'])
  })

  test('another verdict is news', () => {
    const moved = { ...distnoted[1]!, imagePath: known('D:\\distnoted.exe') }
    const running = [...genuineHelpers, distnoted[0]!, moved]
    const { news } = after(sees(pc()), sees(pc({ running })))
    expect(news.changes).toEqual([
      { kind: 'trust', imageName: 'distnoted.exe', trust: 'wrong-folder' },
    ])
  })
})
