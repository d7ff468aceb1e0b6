// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { failure, success } from '../../../shared/model/result.ts'
import { known } from '../../../shared/model/probe.ts'
import { blocked, fakeBridge, inspectionOf, instance, looked } from '../fake-bridge.ts'
import { choosePause, cleanWindow, drawApp, goTo, openWindow, shownRows } from '../open-window.tsx'

cleanWindow()

describe('the window', () => {
  test('the name of a row carries the verdict, and each process has a row', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(looked({ 'iTunesHelper.exe': 2 }))
    await openWindow(bridge)
    await screen.findByRole('button', { name: 'Running 2' })
    expect(shownRows()).toEqual([
      'iTunesHelper.exe, process 4312, not known whether it is genuine',
      'iTunesHelper.exe, process 4313, not known whether it is genuine',
    ])
  })

  test('while the first look is awaited nothing is called "not running"', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockReturnValue(new Promise(() => undefined))
    await openWindow(bridge)
    expect(screen.queryByText('Not running')).toBeNull()
  })

  test('says that it is not from Apple', async () => {
    await openWindow(fakeBridge(), 'settings')
    expect(await screen.findByText(/not made by Apple/)).toBeTruthy()
  })

  test('a click shows what the process does, what happens without it, and its sources', async () => {
    const { user, bridge } = await openWindow()
    await user.click(await screen.findByRole('row', { name: /^iTunesHelper\.exe/ }))
    const details = screen.getByRole('article', { name: 'About iTunesHelper.exe' })
    const titles = within(details)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent)
    expect(titles.slice(0, 3)).toEqual([
      'Can I stop it?',
      'Why does it use this memory?',
      'What it does',
    ])
    await user.click(within(details).getAllByText('Where this comes from').at(-1)!)
    await user.click(
      within(details).getAllByRole('link', { name: /Apple Support/, hidden: true })[0]!,
    )
    expect(bridge.openLink).toHaveBeenCalledWith(expect.stringMatching(/^[A-Z0-9-]+$/))
  })

  test('a page that cannot be opened is named, and the notice can be put away', async () => {
    const bridge = fakeBridge()
    bridge.openLink.mockRejectedValue(new Error('no browser'))
    const { user } = await openWindow(bridge)
    const main = screen.getByRole('main')
    await user.click(await screen.findByRole('row', { name: /^iTunesHelper/ }))
    await user.click(
      within(main).getAllByRole('link', { name: /^Apple Support/, hidden: true })[0]!,
    )
    expect(await screen.findByText(/^The page could not be opened/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText(/^The page could not be opened/)).toBeNull()
  })

  test('text from the system cannot hide or turn anything', async () => {
    const bridge = fakeBridge()
    const inspection = inspectionOf({})
    bridge.runInspection.mockResolvedValue(
      success({
        ...inspection,
        processes: inspection.processes.slice(6, 7).map((process) => ({
          ...process,
          status: 'running' as const,
          instances: [
            instance(7, { name: process.imageName, imagePath: known('C:\\<b>\u202Efdp.exe') }),
          ],
        })),
      }),
    )
    const { user } = await openWindow(bridge)
    await user.click(await screen.findByRole('row', { name: /^iTunesHelper/ }))
    expect((await screen.findAllByText('C:\\<b>⟨U+202E⟩fdp.exe')).length).toBeGreaterThan(0)
  })

  test('a process that starts is told in a polite live region', async () => {
    const bridge = fakeBridge()
    const { user } = await openWindow(bridge)
    await screen.findByRole('button', { name: 'Running 1' })
    bridge.runInspection.mockResolvedValue(looked({ 'iTunesHelper.exe': 1, 'qttask.exe': 1 }))
    await user.keyboard('{F5}')
    await waitFor(() => {
      const spoken = screen.getAllByRole('status').map((region) => region.textContent)
      expect(spoken).toContain('qttask.exe started')
    })
  })

  test('Pause becomes Resume and says so', async () => {
    const { user, bridge } = await openWindow()
    await screen.findByRole('button', { name: 'Running 1' })
    await choosePause(user)
    expect(screen.getByText(/^Paused/)).toBeTruthy()
    expect(bridge.rememberWindow).toHaveBeenLastCalledWith({ isPaused: true })
    await choosePause(user, 'Resume')
    expect(screen.queryByText(/^Paused/)).toBeNull()
  })

  test('findings are told as sentences', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(
      success(
        inspectionOf(
          {},
          {
            findings: [{ code: 'list-incomplete', severity: 'attention', subject: '' }],
          },
        ),
      ),
    )
    await openWindow(bridge, 'overview')
    expect(
      await screen.findByText(/^Part of the process list could not be read\. Processes/),
    ).toBeTruthy()
  })

  test('where there is no Windows to look at, the headline says so, once, and what to do', async () => {
    const bridge = fakeBridge()
    const none = inspectionOf(
      {},
      { findings: [{ code: 'not-windows', severity: 'info', subject: 'linux' }] },
    )
    bridge.runInspection.mockResolvedValue(
      success({
        ...none,
        processes: none.processes.map((process) => ({
          ...process,
          status: 'not-running' as const,
          instances: [],
        })),
      }),
    )
    await openWindow(bridge, 'overview')
    expect(await screen.findByRole('region', { name: 'This is not a Windows PC' })).toHaveProperty(
      'textContent',
      expect.stringContaining('start this program on a Windows PC'),
    )
    expect(screen.queryByText(/not a Windows PC \(linux\)/)).toBeNull()
    expect(screen.queryByText(/Apple software on this PC/)).toBeNull()
  })
})

describe('the language switch', () => {
  test('changes every word at once and saves the choice', async () => {
    const { user, bridge } = await openWindow()
    await goTo(user, 'settings')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Language' }), 'Svenska')
    expect(await screen.findByRole('button', { name: 'Anslutningar' })).toBeTruthy()
    await goTo(user, 'processes')
    expect(screen.getByRole('button', { name: 'Körs 1' })).toBeTruthy()
    await waitFor(() => {
      expect(document.documentElement.lang).toBe('sv')
    })
    expect(bridge.chooseLanguage).toHaveBeenCalledExactlyOnceWith('sv')
  })

  test('starts in the language that the main process names', async () => {
    await openWindow(fakeBridge('sv'))
    expect(screen.getByRole('button', { name: 'Anslutningar' })).toBeTruthy()
  })

  test('still switches when the choice cannot be saved, and says so', async () => {
    const bridge = fakeBridge()
    bridge.chooseLanguage.mockResolvedValue(failure({ code: 'internal', detail: 'disk full' }))
    const { user } = await openWindow(bridge, 'settings')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Language' }), 'Svenska')
    expect(await screen.findByText(/kunde inte sparas|gick inte att spara/)).toBeTruthy()
  })
})

describe('when something fails', () => {
  test('a failed first look shows the reason and the next step; Try again works', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(blocked)
    const { user } = await openWindow(bridge, 'overview')
    const title = 'The helper program that lists processes was not allowed to start'
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
    expect(screen.getByText(/^Security software or a company policy blocks it/)).toBeTruthy()
    expect(screen.queryByText('Not running')).toBeNull()
    bridge.runInspection.mockResolvedValue(looked({ 'iTunesHelper.exe': 1 }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^Live/)).toBeTruthy()
    expect(screen.queryByRole('heading', { name: title })).toBeNull()
  })

  test('Copy details hands over the reason and what the system said', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(blocked)
    const { user } = await openWindow(bridge, 'overview')
    await user.click(await screen.findByRole('button', { name: 'Copy details' }))
    expect(bridge.copyText).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/not allowed to start\nhelper-blocked\nspawn EACCES$/),
    )
    expect(await screen.findByText('Details copied.')).toBeTruthy()
  })

  test('a failure after a success keeps the list and marks it as old', async () => {
    const bridge = fakeBridge()
    const { user } = await openWindow(bridge)
    await screen.findByRole('button', { name: 'Running 1' })
    bridge.runInspection.mockResolvedValue(blocked)
    await user.keyboard('{F5}')
    expect(await screen.findByText(/^Out of date/)).toBeTruthy()
    expect(screen.getByRole('row', { name: /^iTunesHelper\.exe/ })).toBeTruthy()
    await goTo(user, 'overview')
    expect(screen.getByRole('heading', { name: 'This list is out of date' })).toBeTruthy()
  })

  test('a rejected description shows the error state, and Try again asks anew', async () => {
    const bridge = fakeBridge()
    bridge.describeApp.mockRejectedValueOnce(new Error('no handler'))
    drawApp(bridge)
    const again = await screen.findByRole('button', { name: 'Try again' })
    expect(screen.getByText(/no handler/)).toBeTruthy()
    await userEvent.click(again)
    expect(await screen.findByRole('navigation')).toBeTruthy()
  })

  test('outside the app it says what is wrong instead of staying blank', () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    drawApp(undefined)
    silent.mockRestore()
    expect(screen.getByText(/works only inside the app/)).toBeTruthy()
  })
})
