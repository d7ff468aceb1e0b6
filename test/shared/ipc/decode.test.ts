/** Does nothing that a foreign page could send reach a handler: no wrong kind, no length without an end? */
import { describe, expect, test } from 'vitest'
import { askedChannels, type AskedChannel } from '../../../shared/ipc/channels.ts'
import { decodeArguments } from '../../../shared/ipc/decode.ts'
import { columnIds } from '../../../shared/model/list-options.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'

const text = (length: number) => 'x'.repeat(length)
const query = { filter: '', finding: null, from: 0, count: 50 }
const list = {
  ...{ columns: ['name', 'pid'], isTree: false },
  order: { column: 'pid', isDescending: true },
}
const accepts = (channel: AskedChannel, ...given: unknown[]) => decodeArguments(channel, given).ok

/** The largest that is let through, and the first that is not. */
test.each<[AskedChannel, unknown, unknown]>([
  ['openLink', text(100), text(101)],
  ['copyText', text(100_000), text(100_001)],
  ['learnProcesses', 0, -1],
  ['hashFile', 0xffff_ffff, 0x1_0000_0000],
  ['hashFile', 0, -1],
  ['examineProcess', 0xffff_ffff, 0x1_0000_0000],
  ['examineProcess', 0, -1],
  ['showFile', 0xffff_ffff, 0x1_0000_0000],
  ['askWhatIs', text(250_000), text(250_001)],
  ['readList', text(2_000_000), text(2_000_001)],
  ['checkConnections', Array(500).fill(text(100)), Array(501).fill('x')],
  ['checkConnections', null, [text(101)]],
  ['findErrors', text(40_000), text(40_001)],
  ['openFleetPc', 10_000_000, 10_000_001],
  ['openFleetPc', 0, -1],
  ['pageOfFleet', { ...query, filter: text(200) }, { ...query, filter: text(201) }],
  ['pageOfFleet', { ...query, finding: text(200) }, { ...query, finding: text(201) }],
  ['pageOfFleet', { ...query, from: 10_000_000 }, { ...query, from: 10_000_001 }],
  ['pageOfFleet', { ...query, count: 1_000 }, { ...query, count: 1_001 }],
  ['pageOfFleet', { ...query, count: 0 }, { ...query, count: -1 }],
  ['saveFleet', query, { ...query, more: true }],
  ['saveFleet', query, { ...query, from: -1 }],
  ['rememberWindow', { selectedId: text(300) }, { selectedId: text(301) }],
  ['rememberWindow', { detailsWidth: 200 }, { detailsWidth: 199 }],
  ['rememberWindow', { detailsWidth: 2000 }, { detailsWidth: 2001 }],
  ['rememberWindow', { view: 'help' }, { view: 'constructor' }],
  ['rememberList', list, { ...list, columns: ['pid', 'name'] }],
  ['rememberList', { ...list, columns: columnIds }, { ...list, columns: ['name', 'pid', 'pid'] }],
  ['rememberList', { ...list, columns: ['name', 'pid'] }, { ...list, columns: ['name', 'cpu'] }],
  ['rememberList', { ...list, widths: { pid: 48 } }, { ...list, widths: { pid: 47 } }],
  ['rememberList', { ...list, widths: { pid: 2000 } }, { ...list, widths: { pid: 2001 } }],
  ['zoom', 'in', 'toString'],
  ['openTool', 'services', 'cmd.exe'],
  ['openFleet', 'folder', 'C:\\'],
  ['chooseLanguage', supportedLanguages[0], '__proto__'],
])('%s lets the last of its kind through and refuses the next', (channel, last, next) => {
  expect(accepts(channel, last)).toBe(true)
  expect(accepts(channel, next)).toBe(false)
})

test('what was dropped is a bounded number of paths, each of a bounded length', () => {
  expect(accepts('noteDropped', ['C:\\a.json', text(40_000)])).toBe(true)
  expect(accepts('noteDropped', [text(40_001)])).toBe(false)
  expect(accepts('noteDropped', Array(10_001).fill('x'))).toBe(false)
  expect(accepts('noteDropped', 'C:\\a.json')).toBe(false)
  expect(accepts('compareReports', 'report-1', text(41))).toBe(false)
})

describe.each(askedChannels)('%s', (channel) => {
  test('takes nothing more than it asks for, and no object in the place of a list', () => {
    expect(accepts(channel, ...Array<unknown>(9).fill('x'))).toBe(false)
    expect(decodeArguments(channel, { length: 0 } as never).ok).toBe(false)
  })

  test.each([[{ view: {} }], [[[]]], [Symbol.iterator], [() => 1], [NaN]])(
    'refuses %o',
    (given) => {
      expect(accepts(channel, given)).toBe(false)
    },
  )
})

test('what was wrong is said by channel and place, for whoever reads the details', () => {
  expect(decodeArguments('rememberWindow', [{ view: 'x' }])).toMatchObject({
    failure: expect.stringMatching(/^rememberWindow 0\.view: ./) as unknown,
  })
  expect(decodeArguments('cancelHash', ['x'])).toMatchObject({
    failure: expect.stringMatching(/^cancelHash : ./) as unknown,
  })
})

test('a channel with the name of what every object has is one that takes nothing', () => {
  expect(accepts('constructor' as AskedChannel)).toBe(true)
  expect(accepts('__proto__' as AskedChannel, 'x')).toBe(false)
})
