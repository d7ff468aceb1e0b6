// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { failure, success } from '../../../shared/model/result.ts'
import { known, notToldByLister } from '../../../shared/model/probe.ts'
import { fakeBridge, instance } from '../fake-bridge.ts'
import { inProcess, openView, running, withLayout } from './rows.ts'

withLayout()
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pc = [
  running(4, 'System', 0, 1),
  running(892, 'services.exe', 4, 2),
  running(4312, 'AppleMobileDeviceService.exe', 892, 41),
  running(5120, 'explorer.exe', 99, 61),
  running(6204, 'iTunesHelper.exe', 5120, 75),
]
/** The names of the rows, from top to bottom. */
const shown = () =>
  screen
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-label'))
    .filter((name) => name !== null)
const grid = () => screen.getByRole('grid')
const focusList = () => {
  act(() => (screen.queryByRole('treegrid') ?? grid()).focus())
}
const chosen = () => {
  const id = screen.queryByRole('grid')?.getAttribute('aria-activedescendant')
  const inTree = screen.queryByRole('treegrid')?.getAttribute('aria-activedescendant')
  return document.getElementById(id ?? inTree ?? '')?.getAttribute('aria-label')
}
async function open(...given: Parameters<typeof openView>) {
  const opened = openView(...given)
  await screen.findByRole('row', { name: /^services\.exe/ })
  return opened
}

describe('the list', () => {
  test('shows every process by name', async () => {
    await open(pc)
    expect(shown()).toEqual([
      'AppleMobileDeviceService.exe, process 4312',
      'explorer.exe, process 5120',
      'iTunesHelper.exe, process 6204',
      'services.exe, process 892',
      'System, process 4',
    ])
    expect(screen.getByRole('button', { name: 'Whole PC 5' })).toBeTruthy()
    expect(grid().getAttribute('aria-rowcount')).toBe('6')
  })

  test('tells the parent by name only where it was there first', async () => {
    await open(pc)
    const of = (name: RegExp) =>
      within(screen.getByRole('row', { name })).getAllByRole('gridcell')[2]
    expect(of(/^iTunesHelper/)?.textContent).toBe('explorer.exe (5120)')
    expect(of(/^explorer/)?.textContent).toBe('99')
  })

  test('is sorted by a click on a column, and the other way round by another', async () => {
    const { user } = await open(pc)
    const header = () => screen.getByRole('columnheader', { name: 'Memory' })
    await user.click(within(header()).getByRole('button'))
    expect(header().getAttribute('aria-sort')).toBe('descending')
    expect(shown()[0]).toMatch(/^iTunesHelper/)
    await user.click(within(header()).getByRole('button'))
    expect(header().getAttribute('aria-sort')).toBe('ascending')
    expect(shown()[0]).toMatch(/^System/)
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
      'none',
    )
  })

  test('a filter says how many it leaves, and Clear brings all back', async () => {
    const { user } = await open(pc)
    const filter = screen.getByRole('searchbox', { name: /^Name, PID, path/ })
    await user.type(filter, 'exe')
    expect(screen.getByText('4 of 5 shown', { exact: false })).toBeTruthy()
    await user.type(filter, 'plorer')
    expect(screen.getByText('No process matches “exeplorer”')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(shown()).toHaveLength(5)
    expect(document.activeElement).toBe(filter)
  })

  test('columns can be chosen', async () => {
    const { user } = await open(pc)
    expect(screen.queryByRole('columnheader', { name: 'Threads' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    await user.click(screen.getByRole('checkbox', { name: 'Threads' }))
    await user.click(screen.getByRole('checkbox', { name: 'Started by' }))
    const names = screen.getAllByRole('columnheader').map((header) => header.textContent)
    expect(names).toEqual(['Name', 'PID', 'Started', 'Memory', 'Threads'])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Columns' }))
  })

  test('a name that would turn the writing round is shown with that sign in words', async () => {
    await open([...pc, running(7, 'a\u202Efdp.exe')])
    expect(shown()).toContain('a⟨U+202E⟩fdp.exe, process 7')
  })

  test('what the lister does not tell is said once, and no cell pretends to know it', async () => {
    const untold = { workingSetBytes: notToldByLister, counts: notToldByLister }
    await open(pc.map((process) => ({ ...process, ...untold })))
    expect(screen.getByText('The process list of this system does not show: Memory.')).toBeTruthy()
    const row = screen.getByRole('row', { name: /^services/ })
    expect(
      within(row).getByRole('gridcell', { name: 'Not known: the process list does not say' }),
    ).toBeTruthy()
  })

  test('of 10,000 processes only those in sight are in the page', async () => {
    openView(Array.from({ length: 10_000 }, (_, at) => running(at + 10, `p${at}.exe`)))
    await screen.findByRole('button', { name: 'Whole PC 10,000' })
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(grid().getAttribute('aria-rowcount')).toBe('10001')
  })

  test('speaks Swedish', async () => {
    const { user } = await open(pc, { language: 'sv' })
    expect(screen.getByRole('heading', { name: 'Processer' })).toBeTruthy()
    await user.type(screen.getByRole('searchbox'), 'itunes')
    expect(screen.getByText('1 av 5 visas', { exact: false })).toBeTruthy()
    const row = screen.getByRole('row', { name: /^iTunesHelper/ })
    expect(within(row).getByText('5 917 MB')).toBeTruthy()
  })
})

describe('the keyboard alone', () => {
  test('walks through the list, copies a row and opens its details', async () => {
    const { user, bridge } = await open(pc)
    bridge.examineProcess.mockResolvedValue(
      success(
        instance(5120, {
          ...pc[3],
          imagePath: known('C:\\Windows\\explorer.exe'),
          owner: known({ securityId: 'S-1', account: 'PC\\Kim', integrity: 'medium' }),
        }),
      ),
    )
    focusList()
    expect(chosen()).toMatch(/^AppleMobile/)
    await user.keyboard('{ArrowDown}')
    expect(chosen()).toMatch(/^explorer/)
    await user.keyboard('{End}{ArrowDown}')
    expect(chosen()).toMatch(/^System/)
    await user.keyboard('e')
    expect(chosen()).toMatch(/^explorer/)
    await user.keyboard('{Control>}c{/Control}')
    const copied = bridge.copyText.mock.calls[0]![0].split('\t')
    expect(copied.slice(0, 3)).toEqual(['explorer.exe', '5120', '99'])
    expect(copied).toHaveLength(5)
    expect(await screen.findByText('Copied: explorer.exe')).toBeTruthy()

    await user.keyboard('{Enter}')
    const details = screen.getByRole('article', { name: 'About explorer.exe' })
    expect(document.activeElement).toBe(within(details).getByRole('heading', { level: 2 }))
    expect(await within(details).findByText('C:\\Windows\\explorer.exe')).toBeTruthy()
    expect(within(details).getByText('PC\\Kim · standard rights')).toBeTruthy()
    expect(within(details).getAllByText(/^Not known: /).length).toBeGreaterThan(0)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('article')).toBeNull()
    expect(document.activeElement).toBe(grid())
  })

  test('sorts: the heads of the columns come after the list', async () => {
    const { user } = await open(pc)
    focusList()
    await user.tab()
    expect(document.activeElement?.textContent).toBe('Name')
    await user.keyboard('{Enter}')
    expect(shown()[0]).toMatch(/^System/)
  })

  test('Esc empties the filter', async () => {
    const { user } = await open(pc)
    await user.type(screen.getByRole('searchbox'), 'system')
    expect(shown()).toHaveLength(1)
    await user.keyboard('{Escape}')
    expect(shown()).toHaveLength(5)
  })

  test('opens and closes the branches of the tree', async () => {
    const { user } = await open(pc)
    screen.getByRole('button', { name: 'As a tree' }).focus()
    await user.keyboard(' ')
    const row = (name: RegExp) => screen.getByRole('row', { name })
    expect(row(/^AppleMobile/).getAttribute('aria-level')).toBe('3')
    expect(row(/^services/).getAttribute('aria-expanded')).toBe('true')
    expect(row(/^explorer/).getAttribute('aria-level')).toBe('1')
    focusList()
    await user.keyboard('s{ArrowLeft}')
    await user.keyboard('sy')
    expect(chosen()).toMatch(/^System/)
    await user.keyboard('{ArrowLeft}')
    expect(shown()).not.toContain('services.exe, process 892')
    expect(row(/^System/).getAttribute('aria-expanded')).toBe('false')
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(chosen()).toMatch(/^services/)
  })

  test('in the tree a filter keeps what a match descends from, also out of closed branches', async () => {
    const { user } = await open(pc)
    await user.click(screen.getByRole('button', { name: 'As a tree' }))
    focusList()
    await user.keyboard('{End}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    await user.type(screen.getByRole('searchbox'), 'mobile')
    expect(shown().map((name) => name.split(',')[0])).toEqual([
      'System',
      'services.exe',
      'AppleMobileDeviceService.exe',
    ])
    expect(screen.getByText('1 of 5 shown, 2 more in grey')).toBeTruthy()
  })
})

describe('a refresh', () => {
  const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000))
  async function openLive() {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    return open(pc, { isPaused: false })
  }

  test('comes every two seconds; what appeared and what went is marked in words for a while', async () => {
    const { bridge } = await openLive()
    const next = [...pc.slice(1), running(9000, 'iTunes.exe', 5120, 99)]
    bridge.listProcesses.mockResolvedValue(success(inProcess(next)))
    await seconds(2)
    expect(shown()).toContain('iTunes.exe, process 9000, has just started')
    expect(shown()).toContain('System, process 4, has just ended')
    expect(screen.getByText('New')).toBeTruthy()
    expect(screen.getByText('Ended')).toBeTruthy()
    await seconds(8)
    expect(shown()).toHaveLength(5)
    expect(screen.queryByText('New')).toBeNull()
  })

  test('without change leaves every element of the page alone', async () => {
    await openLive()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    await seconds(7)
    changes.push(...observer.takeRecords())
    expect(changes).toEqual([])
  })

  test('keeps the chosen row, also when it moves, and its element', async () => {
    const { bridge, user } = await openLive()
    await user.click(screen.getByRole('row', { name: /^System/ }))
    const before = screen.getByRole('row', { name: /^System/ })
    bridge.listProcesses.mockResolvedValue(success(inProcess([...pc, running(3, 'a.exe')])))
    await seconds(2)
    expect(chosen()).toMatch(/^System/)
    expect(screen.getByRole('row', { name: /^System/ })).toBe(before)
  })

  test('a process that ends while its details are open is said to have ended', async () => {
    const { bridge, user } = await openLive()
    bridge.examineProcess.mockResolvedValue(success(instance(4, pc[0])))
    await user.click(screen.getByRole('row', { name: /^System/ }))
    await seconds(1)
    bridge.listProcesses.mockResolvedValue(success(inProcess(pc.slice(1))))
    await seconds(2)
    const details = screen.getByRole('article', { name: 'About System' })
    expect(within(details).getByText(/^This process has ended/)).toBeTruthy()
  })

  test('with wholly other processes keeps the keyboard in the list and says that the chosen one has ended', async () => {
    const { bridge, user } = await openLive()
    bridge.examineProcess.mockResolvedValue(success(instance(4, pc[0])))
    await user.click(screen.getByRole('row', { name: /^System/ }))
    expect(document.activeElement).toBe(grid())
    const others = Array.from({ length: 3 }, (_, index) =>
      running(9100 + index, `other-${index}.exe`),
    )
    bridge.listProcesses.mockResolvedValue(success(inProcess(others)))
    // Those that went stay marked for a while, and then go.
    await seconds(12)
    expect(shown()).toHaveLength(3)
    expect(document.activeElement).toBe(grid())
    expect(chosen()).toBeUndefined()
    expect(screen.getByText(/^This process has ended/)).toBeTruthy()
    await user.keyboard('{ArrowUp}')
    expect(chosen()).toMatch(/^other-/)
  })

  test('stops while paused', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { bridge } = await open(pc)
    await seconds(10)
    expect(bridge.listProcesses).toHaveBeenCalledTimes(1)
  })
})

describe('when something is not there', () => {
  test('the first list is awaited: nothing is called empty', () => {
    openView([])
    expect(screen.getByText('Checking this PC …')).toBeTruthy()
    expect(screen.queryByText(/matches/)).toBeNull()
  })

  test('a list that failed is explained, and Try again shows it', async () => {
    const bridge = fakeBridge()
    bridge.listProcesses.mockResolvedValueOnce(failure({ code: 'timeout', detail: 'late' }))
    const { user } = openView(pc, { bridge })
    const title = 'Listing the processes took too long'
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('row', { name: /^System/ })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: title })).toBeNull()
  })

  test.each([
    ['has ended', null],
    ['went to another process', instance(4, { ...pc[0], startedAtUtc: pc[4]!.startedAtUtc })],
  ])('a pid that %s when it is asked about is not described', async (_what, answer) => {
    const { bridge, user } = await open(pc)
    bridge.examineProcess.mockResolvedValue(success(answer))
    await user.click(screen.getByRole('row', { name: /^System/ }))
    expect(await screen.findByText(/can no longer be checked/)).toBeTruthy()
  })

  test('details that could not be asked for can be asked for again', async () => {
    const { bridge, user } = await open(pc)
    bridge.examineProcess.mockRejectedValueOnce(new Error('gone'))
    await user.click(screen.getByRole('row', { name: /^System/ }))
    expect(await screen.findByText('This process could not be checked.')).toBeTruthy()
    bridge.examineProcess.mockResolvedValue(
      success(instance(4, { ...pc[0], imagePath: known('C:\\x.exe') })),
    )
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => {
      expect(screen.getByText('C:\\x.exe')).toBeTruthy()
    })
  })
})
