/** Does a pasted list become a source that says no more than the list knows? */
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWhatIs } from '../../../electron/tasks/what-is.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, goTo, openWindow } from '../open-window.tsx'

cleanWindow()

const tasks = openWhatIs({
  list: () => Promise.resolve(failure('not asked')),
  language: () => Promise.resolve('en'),
})

function listBridge() {
  const bridge = fakeBridge()
  bridge.readList.mockImplementation(async (text: string) => success(await tasks.readList(text)))
  return bridge
}

async function paste(text: string) {
  fireEvent.paste(await screen.findByRole('textbox', { name: 'The list' }), {
    clipboardData: { getData: () => text },
  })
  return screen.findByRole('table', { name: 'Pasted list' })
}

const lines = [
  'svchost.exe',
  'C:\\Program Files\\iTunes\\iTunesHelper.exe',
  '1TunesHelper.exe',
  'iTunesHelper.exe (Verified) Apple Inc. c:\\program files\\itunes\\ituneshelper.exe',
]

test('a paste becomes a source: its rows, worst first, what is known of each, and nothing is genuine', async () => {
  const { user } = await openWindow(listBridge(), 'reports')
  const table = await paste(lines.join('\n'))
  expect(screen.getByRole('button', { name: /^4 lines/ })).toBeTruthy()
  const rows = within(table).getAllByRole('row').slice(1)
  expect(rows).toHaveLength(4)
  expect(rows[0]?.textContent).toContain('1TunesHelper.exe')
  expect(rows[0]?.textContent).toContain('Look-alike')
  const known = rows.map((row) => within(row).getAllByRole('cell').at(-1)?.textContent)
  expect(known).toEqual(['name only', 'name only', 'name and path', 'signer as the tool said'])
  expect(table.textContent).not.toMatch(/genuine/i)
  expect(screen.getByText(/Nothing here was checked on this PC/)).toBeTruthy()

  await user.type(screen.getByRole('searchbox', { name: 'Filter these lines' }), 'svchost')
  expect(within(table).getAllByRole('row')).toHaveLength(2)
})

test('what is copied of it names no person', async () => {
  const bridge = listBridge()
  const { user } = await openWindow(bridge, 'reports')
  const home = 'C:\\Users\\Wilhelmina'
  await paste(
    [
      `${home}\\Downloads\\iTunesHelper.exe`,
      `"${home}\\iTunesHe1per.exe" /x ${home}\\y`,
      'AppleMobileDeviceService.exe PC-17\\Wilhelmina',
      `error 3194 ${home}`,
    ].join('\n'),
  )
  await user.click(screen.getByRole('button', { name: 'Copy all verdicts' }))
  const copied = bridge.copyText.mock.lastCall?.[0] ?? ''
  expect(copied).toMatch(/iTunesHelper\.exe/)
  expect(copied).not.toContain('Wilhelmina')
})

test('what needs the PC itself is off with its reason, and the way back leads to this PC', async () => {
  const { user } = await openWindow(listBridge(), 'reports')
  await paste(lines.join('\n'))
  for (const view of ['fix', 'connections'] as const) {
    await goTo(user, view)
    expect((await screen.findAllByText(/This needs the PC itself/)).length).toBeGreaterThan(0)
  }
  await goTo(user, 'services')
  expect((await screen.findAllByText(/not hold|does not/)).length).toBeGreaterThan(0)
  await goTo(user, 'overview')
  expect(await screen.findByRole('table', { name: 'Pasted list' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Back to this PC' }))
  expect(screen.queryByRole('table', { name: 'Pasted list' })).toBeNull()
})

test('of a long list the first 5,000 rows are read, and what was left out is said', async () => {
  await openWindow(listBridge(), 'reports')
  await paste('AppleMobileDeviceService.exe     4312 Services      0     18,124 K\n'.repeat(6_000))
  expect(screen.getByRole('button', { name: /^5,?000 lines/ })).toBeTruthy()
  expect(screen.getByText(/1,?000 more lines were not read/)).toBeTruthy()
})

test('what has more than two million letters is cut before it travels, and counted', async () => {
  const bridge = listBridge()
  await openWindow(bridge, 'reports')
  await paste(`${'iTunesHelper.exe '.padEnd(999, '.')}\n`.repeat(3_000))
  expect(bridge.readList.mock.calls[0]?.[0].length).toBeLessThanOrEqual(2_000_000)
  expect(screen.getByText(/1,?000 more lines were not read/)).toBeTruthy()
})

test('a paste without a line that can be read says so, and the source stays', async () => {
  const { user } = await openWindow(listBridge(), 'reports')
  const field = await screen.findByRole('textbox', { name: 'The list' })
  await user.type(field, '----')
  await user.click(screen.getByRole('button', { name: 'Read the list' }))
  expect(await screen.findByText('There is no line in it that can be read.')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^This PC/ })).toBeTruthy()
})

test('a dropped text file with a list is one too, under its name', async () => {
  const bridge = fakeBridge()
  bridge.openFiles.mockResolvedValueOnce(success(null)).mockResolvedValueOnce(
    success({
      ...{ kind: 'list', id: 'list 1', name: 'attic.txt', takenAtUtc: '2026-11-27T10:00:00.000Z' },
      list: await tasks.readList(lines.join('\n')),
    }),
  )
  await openWindow(bridge, 'settings')
  fireEvent.drop(screen.getByRole('navigation'), { dataTransfer: { files: [new File([], 'x')] } })
  const table = await screen.findByRole('table', { name: 'Pasted list' })
  expect(within(table).getAllByRole('row')).toHaveLength(5)
  expect(screen.getByRole('button', { name: /^attic\.txt/ })).toBeTruthy()
})
