// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { columnIds } from '../../../shared/model/list-options.ts'
import { success } from '../../../shared/model/result.ts'
import { wholePc } from '../../fixtures/whole-pc.ts'
import { states } from '../../shots/states.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { openView, withLayout, type OpenOptions } from './rows.ts'
import { widthOf } from '../../../renderer/processes/grid/columns.ts'

withLayout(1600, 4000)
afterEach(cleanup)

/** The PC of one state, with everything found out about its processes. */
async function open(state: keyof typeof states, given: OpenOptions = {}) {
  const inspection = states[state]
  const pc = wholePc(inspection)
  const bridge = fakeBridge(given.language)
  bridge.learnProcesses.mockResolvedValue(success(pc.facts))
  bridge.examineProcess.mockResolvedValue(success(null))
  const opened = openView(pc.second.processes, {
    ...given,
    bridge,
    inspection,
    options: { list: 'running', columns: columnIds, ...given.options },
  })
  await screen.findByRole('button', { name: /^(Whole PC|Hela datorn) \d/ })
  await act(() => Promise.resolve())
  return { ...opened, pc }
}

const rowNames = () =>
  screen
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-label'))
    .filter((name) => name !== null)
const cellsOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent)
const tab = (name: RegExp) => screen.getByRole('button', { name })

describe('the three lists', () => {
  test.each([/^Running/, /^All that Apple lists/, /^Whole PC/])(
    'the count of %s equals its rows',
    async (name) => {
      const { user } = await open('look-closer')
      await user.click(tab(name))
      const count = /\d+$/.exec(tab(name).textContent)?.[0]
      expect(rowNames()).toHaveLength(Number(count))
    },
  )

  test('what does not run never stands above what runs, by whatever column and direction', async () => {
    const { user } = await open('look-closer')
    await user.click(tab(/^All that Apple lists/))
    const isAbsent = (name: string) => name.includes('Not running')
    for (const header of screen.getAllByRole('columnheader')) {
      for (let clicks = 0; clicks < 2; clicks += 1) {
        await user.click(within(header).getByRole('button'))
        const names = rowNames()
        const first = names.findIndex(isAbsent)
        expect(names.slice(first).every(isAbsent)).toBe(true)
        expect(names.slice(0, first).some(isAbsent)).toBe(false)
        expect(first).toBeGreaterThan(0)
      }
    }
  })

  test('a first start chooses the worst that runs', async () => {
    await open('look-closer')
    expect(screen.getByRole('row', { selected: true }).getAttribute('aria-label')).toMatch(
      /^iTunesHe(1|l)per\.exe/,
    )
  })

  test.each(['good', 'stopped'] as const)(
    'a first start on a PC that is %s chooses nothing',
    async (state) => {
      await open(state)
      expect(screen.queryByRole('row', { selected: true })).toBeNull()
      expect(screen.queryByRole('article')).toBeNull()
    },
  )

  test('where nothing of Apple runs that is said, and all that Apple lists is one click away', async () => {
    const { user } = await open('stopped')
    expect(screen.getByText('No iTunes background process is running right now')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all that Apple lists' }))
    const row = screen.getByRole('row', { name: /^AppleMobileDeviceService/ })
    expect(row.getAttribute('aria-label')).toMatch(/Not running, needs attention$/)
  })
})

describe('the columns', () => {
  test('say publisher, verdict, command line, path and services of a process', async () => {
    await open('look-closer')
    expect(cellsOf(/^AppleMobileDeviceService/)).toEqual(
      expect.arrayContaining([
        'Apple Inc.',
        'Genuine',
        'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe',
        '"C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe"',
        'Apple Mobile Device Service',
        'services.exe (812)',
      ]),
    )
    expect(cellsOf(/^iTunesHe1per/)).toEqual(
      expect.arrayContaining(['not signed', 'Look-alike', '6666']),
    )
  })

  test('others’ programs are not judged, Windows’s own are Windows, and nobody is called unknown', async () => {
    const { user } = await open('good')
    await user.click(tab(/^Whole PC/))
    expect(cellsOf(/^KeePassXC/)).toEqual(
      expect.arrayContaining(['DroidMonkey Apps, LLC', 'not judged']),
    )
    expect(cellsOf(/^explorer/)).toEqual(
      expect.arrayContaining(['Microsoft Corporation', 'Windows']),
    )
    expect(cellsOf(/^Registry/)).toEqual(expect.arrayContaining(['Windows']))
    expect(screen.queryByText('unknown')).toBeNull()
  })

  test('the idle process has Windows’s name for it', async () => {
    const { user } = await open('good')
    await user.click(tab(/^Whole PC/))
    expect(rowNames().some((name) => name.startsWith('System Idle Process'))).toBe(true)
  })

  test('a sign that hides or turns is shown in every column', async () => {
    const { user } = await open('good')
    await user.click(tab(/^Whole PC/))
    const cells = cellsOf(/^Update/)
    expect(cells.filter((text) => text.includes('⟨U+202E⟩'))).toHaveLength(3)
    expect(document.body.textContent).not.toContain('\u202e')
  })

  test('are made wider and moved by keyboard, and that is remembered', async () => {
    const { user, onOptions } = await open('good', {
      options: { columns: ['name', 'pid', 'memory'] },
    })
    const head = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    within(screen.getByRole('columnheader', { name: 'Memory' }))
      .getByRole('button')
      .focus()
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    expect(onOptions.mock.lastCall?.[0].widths).toEqual({
      memory: widthOf('memory', undefined) + 32,
    })
    await user.keyboard('{Control>}{ArrowLeft}{/Control}')
    expect(head()).toEqual(['Name', 'Memory', 'PID'])
    await user.keyboard('{Control>}{ArrowLeft}{/Control}')
    expect(head()).toEqual(['Name', 'Memory', 'PID'])
    expect(onOptions.mock.lastCall?.[0].columns).toEqual(['name', 'memory', 'pid'])
  })
})

describe('the filters', () => {
  test('a text is looked for in path, publisher and command line, too', async () => {
    const { user } = await open('good')
    await user.click(tab(/^Whole PC/))
    const field = screen.getByRole('searchbox')
    for (const [text, name] of [
      ['c:\\tools', 'notes-sync.exe'],
      ['droidmonkey', 'KeePassXC.exe'],
      ['-childid 3', 'firefox.exe'],
      ['dnscache', 'svchost.exe'],
    ] as const) {
      await user.clear(field)
      await user.type(field, text)
      expect(rowNames().map((row) => row.split(',')[0])).toEqual([name])
    }
  })

  test('Hide Microsoft leaves no row of theirs; as a tree it keeps their parents in grey and says so', async () => {
    const { user } = await open('good')
    await user.click(tab(/^Whole PC/))
    await user.click(screen.getByRole('button', { name: /^Hide Microsoft/ }))
    expect(rowNames().some((name) => /^(svchost|explorer|System)/.test(name))).toBe(false)
    await user.click(screen.getByRole('button', { name: 'As a tree' }))
    const names = rowNames().map((row) => row.split(',')[0])
    expect(names).toContain('explorer.exe')
    expect(names).not.toContain('svchost.exe')
    expect(screen.getByText(/more in grey$/)).toBeTruthy()
    expect(screen.getByText('Grey: kept because something below it is shown')).toBeTruthy()
  })

  test('what nobody signed, and what lies where every user may write', async () => {
    const { user } = await open('look-closer')
    await user.click(tab(/^Whole PC/))
    await user.click(screen.getByRole('button', { name: /^Not signed/ }))
    expect(rowNames().map((row) => row.split(',')[0])).toEqual(
      expect.arrayContaining(['iTunesHelper.exe', 'notes-sync.exe']),
    )
    expect(rowNames().some((name) => name.startsWith('firefox'))).toBe(false)
    await user.click(screen.getByRole('button', { name: /^Not signed/ }))
    await user.click(screen.getByRole('button', { name: /^In folders that users write to/ }))
    expect(rowNames().some((name) => name.startsWith('iTunesHe1per'))).toBe(true)
    expect(rowNames().some((name) => name.startsWith('explorer'))).toBe(false)
  })
})

test('publisher and verdict appear as they are found, and until then nothing is called unknown', async () => {
  const pc = wholePc(states.good)
  const bridge = fakeBridge()
  let answer: (() => void) | undefined
  bridge.learnProcesses.mockReturnValue(
    new Promise((resolve) => {
      answer = () => {
        resolve(success(pc.facts))
      }
    }),
  )
  openView(pc.second.processes, { bridge, options: { columns: columnIds } })
  await screen.findByRole('row', { name: /^KeePassXC/ })
  const row = () => within(screen.getByRole('row', { name: /^KeePassXC/ }))
  expect(row().getAllByRole('gridcell', { name: 'being checked' }).length).toBeGreaterThan(1)
  await act(async () => {
    answer?.()
    await Promise.resolve()
  })
  expect(await row().findByText('DroidMonkey Apps, LLC')).toBeTruthy()
  expect(row().queryByRole('gridcell', { name: 'being checked' })).toBeNull()
})

test('speaks Swedish', async () => {
  await open('look-closer', { language: 'sv' })
  expect(tab(/^Körs 8$/)).toBeTruthy()
})
