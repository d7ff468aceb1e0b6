import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, describe, expect, test } from 'vitest'
import { openForWindow } from '../../../electron/report/open-for-window.ts'
import type { OpenedReport } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { reportOf } from '../../fixtures/rich-report.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, goTo, openWindow } from '../open-window.tsx'

cleanWindow()

const folder = mkdtempSync(join(tmpdir(), 'reports-view-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function openedAs(label: string, more: object = {}): Promise<OpenedReport> {
  const file = join(folder, `${label}.json`)
  writeFileSync(file, toJson({ ...(await reportOf()), label, ...more }))
  const opened = await openForWindow(file, `id ${label}`, wordsIn('en'))
  if (!opened.ok) throw new Error(opened.failure.detail)
  return opened.value
}

/** Nothing waits at the start; then this does. */
function bridgeWith(...opened: readonly OpenedReport[]) {
  const bridge = fakeBridge()
  bridge.openFiles.mockResolvedValueOnce(success(null))
  for (const one of opened) bridge.openFiles.mockResolvedValueOnce(success(one))
  return bridge
}

describe('opening', () => {
  test('by key, in any view: the report becomes the source, what is not known is said, and a button leads back', async () => {
    const bridge = bridgeWith(await openedAs('KITCHEN', { something: 1 }))
    const { user } = await openWindow(bridge, 'help')
    await user.keyboard('{Control>}o{/Control}')
    expect(await screen.findByText(/holds 1 thing that this version does not know/)).toBeTruthy()
    expect(screen.getAllByText(/KITCHEN/).length).toBeGreaterThan(1)
    await user.click(screen.getByRole('button', { name: 'Back to this PC' }))
    expect(screen.getByRole('button', { name: /^This PC/ })).toBeTruthy()
  })

  test('a file that the program was started with is shown at once, in the overview', async () => {
    const bridge = fakeBridge()
    bridge.openFiles.mockResolvedValueOnce(success(await openedAs('CELLAR')))
    await openWindow(bridge, 'overview')
    expect(await screen.findByRole('button', { name: /^CELLAR/ })).toBeTruthy()
  })

  test('a drop anywhere opens what the main process was told of', async () => {
    const { bridge } = await openWindow(bridgeWith(await openedAs('ATTIC')), 'settings')
    fireEvent.drop(screen.getByRole('navigation'), { dataTransfer: { files: [new File([], 'x')] } })
    expect(await screen.findByRole('button', { name: /^ATTIC/ })).toBeTruthy()
    expect(bridge.chooseFiles).not.toHaveBeenCalled()
  })

  test('a file that is none says so in one sentence, and the source stays', async () => {
    const bridge = bridgeWith()
    bridge.openFiles.mockResolvedValueOnce(
      failure({ code: 'cannot-open', detail: 'x.zip is an archive.' }),
    )
    const { user } = await openWindow(bridge, 'reports')
    await user.click(await screen.findByRole('button', { name: 'Open…' }))
    expect(await screen.findByText('x.zip is an archive.')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^This PC/ })).toBeTruthy()
  })

  test('what is slow says so after a second, and is given up at once', async () => {
    const bridge = bridgeWith()
    bridge.openFiles.mockReturnValueOnce(new Promise(() => {}))
    const { user } = await openWindow(bridge, 'reports')
    await user.keyboard('{Control>}o{/Control}')
    expect(screen.queryByText('Opening the report …')).toBeNull()
    await screen.findByText('Opening the report …', {}, { timeout: 10_000 })
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByText('Opening the report …')).toBeNull()
    expect(bridge.cancelOpening).toHaveBeenCalledTimes(1)
  })

  test('what was open the other day is offered again, and can be forgotten', async () => {
    const bridge = bridgeWith()
    const kept = {
      id: 'report-1',
      name: 'KITCHEN',
      file: 'a.json',
      takenAtUtc: '2026-07-01T10:00:00Z',
    }
    bridge.recentReports.mockResolvedValue(success([kept]))
    bridge.reopenReport.mockResolvedValue(success(await openedAs('KITCHEN')))
    const { user } = await openWindow(bridge, 'reports')
    await user.click(await screen.findByRole('button', { name: /^KITCHEN · a\.json/ }))
    expect(bridge.reopenReport).toHaveBeenCalledWith('report-1')
    await user.click(await screen.findByRole('button', { name: 'Clear this list' }))
    expect(bridge.forgetReports).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('button', { name: /a\.json/ })).toBeNull()
  })
})

describe('saving', () => {
  test('leaves people out unless somebody chooses otherwise, and shows before what is left out', async () => {
    const bridge = fakeBridge()
    bridge.previewReport.mockImplementation((isRedacted) =>
      Promise.resolve(
        success(
          isRedacted
            ? { text: 'with ‹user 1›', removed: ['user-folders', 'accounts'] as const }
            : { text: 'with Anna', removed: [] },
        ),
      ),
    )
    const { user } = await openWindow(bridge, 'reports')
    const people = await screen.findByRole('switch', { name: /^Leave out personal details/ })
    expect(people).toHaveProperty('checked', true)
    await user.click(screen.getByRole('button', { name: 'Preview' }))
    const removed = await screen.findByRole('list', { name: 'Left out of this report' })
    expect(within(removed).getAllByRole('listitem')).toHaveLength(2)
    expect(screen.getByText('with ‹user 1›')).toBeTruthy()

    await user.click(people)
    expect(await screen.findByText('with Anna')).toBeTruthy()
    expect(screen.queryByRole('list', { name: 'Left out of this report' })).toBeNull()
    const page = screen.getByRole('region', { name: 'Save a report of this PC' })
    await user.click(within(page).getByRole('button', { name: /^Save/ }))
    expect(bridge.saveReport).toHaveBeenLastCalledWith(false)
    await user.keyboard('{Control>}s{/Control}')
    expect(bridge.saveReport).toHaveBeenLastCalledWith(true)
  })
})

describe('comparing', () => {
  test('with this PC, then with a second report: each change in a row of its own', async () => {
    const bridge = bridgeWith(await openedAs('MONDAY'), await openedAs('FRIDAY'))
    bridge.compareReports.mockResolvedValue(
      success([
        {
          kind: 'version',
          subject: 'iTunesHelper.exe',
          path: 'C:\\x\\iTunesHelper.exe',
          before: '12.1',
          after: '12.2',
        },
      ]),
    )
    const { user } = await openWindow(bridge, 'reports')
    await screen.findByText(/^Open a report first/)
    await user.keyboard('{Control>}o{/Control}')
    await screen.findByRole('button', { name: 'Compare' })
    await user.click(screen.getByRole('button', { name: 'Compare' }))
    expect(bridge.compareReports).toHaveBeenLastCalledWith('id MONDAY', 'this-pc')
    const table = await screen.findByRole('table', { name: 'Compare' })
    expect(within(table).getAllByRole('row')[1]?.textContent).toBe(
      'versioniTunesHelper.exeC:\\x\\iTunesHelper.exe12.112.2',
    )
    await user.keyboard('{Control>}o{/Control}')
    await waitFor(() => {
      expect(screen.getAllByRole('option', { name: /FRIDAY/ })).toHaveLength(2)
    })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Before' }), 'id MONDAY')
    await user.selectOptions(screen.getByRole('combobox', { name: 'After' }), 'id FRIDAY')
    await user.click(screen.getByRole('button', { name: 'Compare' }))
    expect(bridge.compareReports).toHaveBeenLastCalledWith('id MONDAY', 'id FRIDAY')
    await goTo(user, 'overview')
  })
})
