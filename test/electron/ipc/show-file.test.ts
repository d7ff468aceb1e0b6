import { expect, test } from 'vitest'
import { createShowFile, createShownPaths, imagePathIn } from '../../../electron/ipc/show-file.ts'
import { decodeArguments } from '../../../shared/ipc/decode.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import { inspectionOf, instance } from '../../renderer/fake-bridge.ts'

function show(path: string | undefined) {
  const shown: string[] = []
  const showFile = createShowFile({
    pathOf: (pid) => (pid === 4312 ? path : undefined),
    showItemInFolder: (item) => void shown.push(item),
  })
  return { answer: showFile(4312), shown }
}

test.each([
  ['C:\\Program Files\\iTunes\\iTunesHelper.exe', 'C:\\Program Files\\iTunes\\iTunesHelper.exe'],
  ['\\\\?\\d:\\Långa vägar\\iTunes.exe', 'd:\\Långa vägar\\iTunes.exe'],
  ['/opt/itunes/iTunesHelper.exe', '/opt/itunes/iTunesHelper.exe'],
])('the file %s is shown in its folder', (path, item) => {
  expect(show(path)).toEqual({ answer: { ok: true, value: null }, shown: [item] })
})

test.each([
  '\\\\server\\share\\iTunesHelper.exe',
  '//server/share/iTunesHelper.exe',
  '\\/server\\share\\iTunesHelper.exe',
  '\\\\?\\UNC\\server\\share\\iTunesHelper.exe',
  '\\\\.\\unc\\server\\share\\iTunesHelper.exe',
  '\\\\server@SSL@443\\DavWWWRoot\\iTunesHelper.exe',
  '\\Device\\Mup\\server\\share\\iTunesHelper.exe',
])('nobody contacts a server to show %s', (path) => {
  const { answer, shown } = show(path)
  expect(shown).toEqual([])
  expect(answer).toMatchObject({ ok: false, failure: { code: 'network-path', detail: path } })
})

test.each([
  '',
  'iTunesHelper.exe',
  '..\\iTunesHelper.exe',
  'C:iTunesHelper.exe',
  '\\Device\\HarddiskVolume3\\iTunesHelper.exe',
  '\\\\.\\pipe\\name',
  'https://example.com/',
  'file://server/share',
  'shell:startup',
])('the odd path %j is shown nowhere', (path) => {
  const { answer, shown } = show(path)
  expect(shown).toEqual([])
  expect(answer).toMatchObject({ ok: false, failure: { code: 'path-unknown' } })
})

test('a process that the last look did not see is shown nowhere', () => {
  const { answer, shown } = show(undefined)
  expect(shown).toEqual([])
  expect(answer).toMatchObject({ ok: false, failure: { code: 'path-unknown' } })
})

const alikeAt = (pid: number, imagePath = known(`C:\\${pid}.exe`)) => ({
  ...instance(pid, { imagePath }),
  resemblesId: 'itunes-helper',
  resembles: 'iTunesHelper.exe',
  why: 'one-letter' as const,
})

test('the path is that of the process with this number, wherever the window shows it', () => {
  const at = (pid: number) => instance(pid, { imagePath: known(`C:\\${pid}.exe`) })
  const base = inspectionOf({})
  const inspection = {
    ...base,
    processes: base.processes.map((process, index) =>
      index === 3 ? { ...process, instances: [at(10), at(11)] } : process,
    ),
    lookAlikes: [alikeAt(12)],
    otherApple: known([at(13), instance(14, { imagePath: denied('needs-admin') })]),
  }
  for (const pid of [10, 11, 12, 13]) expect(imagePathIn(inspection, pid)).toBe(`C:\\${pid}.exe`)
  expect(imagePathIn(inspection, 14)).toBeUndefined()
  expect(imagePathIn(inspection, 15)).toBeUndefined()
  expect(imagePathIn({ ...inspection, otherApple: denied('needs-admin') }, 13)).toBeUndefined()
  expect(imagePathIn(undefined, 10)).toBeUndefined()
})

test('a look-alike can be shown in its folder after it has ended', () => {
  let latest = { ...inspectionOf({}), lookAlikes: [alikeAt(12)] }
  const paths = createShownPaths(() => latest)
  paths.add(latest)
  latest = { ...latest, lookAlikes: [] }
  paths.add(latest)
  expect(paths.pathOf(12)).toBe('C:\\12.exe')
  expect(paths.pathOf(13)).toBeUndefined()
})

test('a number that Windows gave to another look-alike means that one from then on', () => {
  let latest = { ...inspectionOf({}), lookAlikes: [alikeAt(12)] }
  const paths = createShownPaths(() => latest)
  paths.add(latest)
  latest = { ...latest, lookAlikes: [alikeAt(12, known('D:\\other.exe'))] }
  paths.add(latest)
  expect(paths.pathOf(12)).toBe('D:\\other.exe')
})

test('the paths of look-alikes that have ended are kept for the last fifty', () => {
  const latest = inspectionOf({})
  const paths = createShownPaths(() => latest)
  for (let pid = 4; pid < 4 + 60; pid += 1) paths.add({ ...latest, lookAlikes: [alikeAt(pid)] })
  const kept = Array.from({ length: 60 }, (_, index) => paths.pathOf(index + 4) !== undefined)
  expect(kept.indexOf(true)).toBe(10)
  expect(kept.filter(Boolean)).toHaveLength(50)
})

test.each([[[]], [['4312']], [[4312.5]], [[-1]], [[4294967296]], [[NaN]], [[4312, 'C:\\x.exe']]])(
  'the arguments %j are refused',
  (received) => {
    expect(decodeArguments('showFile', received)).toMatchObject({ ok: false })
  },
)

test('a process number is let through', () => {
  expect(decodeArguments('showFile', [4312])).toEqual({ ok: true, value: [4312] })
})

test('a running program goes by the last look, a look-alike by its last known path alone', () => {
  const base = inspectionOf({})
  const running = {
    ...base,
    processes: base.processes.map((process, index) =>
      index === 3
        ? { ...process, instances: [instance(12, { imagePath: known('C:\\now.exe') })] }
        : process,
    ),
  }
  const paths = createShownPaths(() => running)
  paths.add({ ...base, lookAlikes: [alikeAt(12), alikeAt(13)] })
  expect(paths.pathOf(12)).toBe('C:\\now.exe')
  expect(paths.pathOf(13)).toBe('C:\\13.exe')
  paths.add({ ...base, lookAlikes: [{ ...alikeAt(13), imagePath: denied('needs-admin') }] })
  expect(paths.pathOf(13)).toBeUndefined()
})
