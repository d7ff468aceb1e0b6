// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import { catalogue, fakeBridge, type FakeBridge } from '../fake-bridge.ts'
import { choosePause, cleanWindow, openWindow, setWindowWidth, shownRows } from '../open-window.tsx'
import { genuineHelpers, inspectionOfPc, installedProgram } from '../recorded-pc.ts'

cleanWindow()

const search = () => screen.getByRole('searchbox')
const focusedRow = () => document.activeElement?.getAttribute('aria-label')
const total = catalogue.processes.length

describe('the filter of the list', () => {
  test('a pasted path leaves the one process of that name and explains it', async () => {
    const { user } = await openWindow()
    await user.click(search())
    await user.paste('C:\\Program Files\\iTunes\\iTunesHelper.exe')
    expect(shownRows()).toHaveLength(1)
    expect(screen.getByText(`1 of ${total} shown`, { exact: false })).toBeTruthy()
    expect(await screen.findByRole('article', { name: 'About iTunesHelper.exe' })).toBeTruthy()
  })

  test('hidden rows do not change the count of their group', async () => {
    const { user } = await openWindow()
    await user.type(search(), 'iTunesHelper')
    expect(await screen.findByText('1 of 12 running')).toBeTruthy()
  })

  test('Clear brings all rows back and returns to the search', async () => {
    const { user } = await openWindow()
    await user.type(search(), 'iTunesHelper')
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(shownRows()).toHaveLength(total)
    expect(document.activeElement).toBe(search())
  })

  test('a name that is not one of them gets a clear answer', async () => {
    const { user } = await openWindow()
    await user.type(search(), 'svchost.exe')
    const title = '“svchost.exe” is not in our catalogue'
    expect(screen.getByRole('heading', { name: title })).toBeTruthy()
    expect(shownRows()).toHaveLength(0)
    expect(screen.queryByRole('article')).toBeNull()
  })

  test('the searched words follow the language', async () => {
    const { user } = await openWindow(fakeBridge('sv'))
    await user.type(search(), 'sakerhetskopierar')
    expect(shownRows()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^AppleMobileBackup\.exe/)]),
    )
  })
})

describe('the keyboard', () => {
  test('Ctrl+F goes to the search of the window, Esc closes its answers and then empties it', async () => {
    const { user } = await openWindow()
    const field = screen.getByRole('combobox', { name: 'Search' })
    await user.keyboard('{Control>}f{/Control}')
    expect(document.activeElement).toBe(field)
    await user.keyboard('bonjour')
    expect(field.getAttribute('aria-expanded')).toBe('true')
    await user.keyboard('{Escape}')
    expect(field.getAttribute('aria-expanded')).toBe('false')
    await user.keyboard('{Escape}')
    expect(field).toHaveProperty('value', '')
  })

  test('Esc empties the filter of the list', async () => {
    const { user } = await openWindow()
    await user.type(search(), 'bonjour')
    expect(shownRows().length).toBeLessThan(total)
    await user.keyboard('{Escape}')
    expect(shownRows()).toHaveLength(total)
  })

  test('F5 looks again', async () => {
    const { user, bridge } = await openWindow()
    await screen.findByText('1 of 12 running')
    // No look of its own comes in between.
    await choosePause(user)
    const before = bridge.runInspection.mock.calls.length
    await user.keyboard('{F5}')
    expect(bridge.runInspection).toHaveBeenCalledTimes(before + 1)
  })

  test('the list is one tab stop; arrows, Home and End move through all groups', async () => {
    const { user } = await openWindow()
    const rows = screen.getAllByRole('row').filter((row) => row.hasAttribute('aria-selected'))
    expect(rows.filter((row) => row.tabIndex === 0)).toHaveLength(1)
    rows[0]?.focus()
    await user.keyboard('{ArrowDown}')
    expect(focusedRow()).toBe(shownRows()[1])
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{End}')
    expect(focusedRow()).toBe(shownRows().at(-1))
    await user.keyboard('{ArrowDown}')
    expect(focusedRow()).toBe(shownRows().at(-1))
    await user.keyboard('{Home}{ArrowUp}')
    expect(focusedRow()).toBe(shownRows()[0])
    await user.keyboard('{ArrowDown>12/}')
    expect(focusedRow()).toBe(shownRows()[12])
  })

  test('Enter goes to the details, Esc comes back to the row', async () => {
    const { user } = await openWindow()
    screen.getAllByRole('row', { name: /, / })[0]!.focus()
    await user.keyboard('{Home}{ArrowDown}{Enter}')
    const article = screen.getByRole('article')
    await waitFor(() => {
      expect(article.contains(document.activeElement)).toBe(true)
    })
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(focusedRow()).toBe(shownRows()[1])
    })
  })
})

describe('Ctrl+C on a row', () => {
  const copiedAfter = async (bridge: FakeBridge) => {
    const { user } = await openWindow(bridge)
    await user.type(search(), 'iTunesHelper{ArrowDown}')
    await waitFor(() => {
      expect(focusedRow()).toMatch(/^iTunesHelper\.exe/)
    })
    await user.keyboard('{Control>}c{/Control}')
    return bridge.copyText.mock.calls[0]?.[0] ?? ''
  }

  test('copies its verdict, with number and file of what runs, and says so', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(
      success(inspectionOfPc({ running: genuineHelpers, installed: installedProgram })),
    )
    const text = await copiedAfter(bridge)
    expect(await screen.findByText('Copied: iTunesHelper.exe')).toBeTruthy()
    expect(text.split('\n')).toEqual([
      'iTunesHelper.exe, running, genuine',
      expect.stringMatching(
        /^Process 9120: Apple's own file, in the right folder\. C:\\.*iTunesHelper\.exe$/,
      ),
    ])
  })

  test('says what is not known, and when it cannot be copied', async () => {
    const bridge = fakeBridge()
    bridge.copyText.mockRejectedValue(new Error('no clipboard'))
    const text = await copiedAfter(bridge)
    expect(await screen.findByText('The verdict could not be copied.')).toBeTruthy()
    expect(text).toMatch(/\nProcess 4312: Too little is known to say\. Not known: /)
  })
})

test('F1 lists the keys, and Esc leads back to where the focus was', async () => {
  const { user } = await openWindow()
  await user.click(search())
  await user.keyboard('{F1}')
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(within(dialog).getByText('Ctrl+1 … Ctrl+8')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect(document.activeElement).toBe(search())
})

describe('a narrow window', () => {
  test('shows the details over the list, and Back returns to the row', async () => {
    setWindowWidth(400)
    const { user } = await openWindow()
    const row = screen.getByRole('row', { name: /^mDNSResponder\.exe/ })
    expect(screen.queryByRole('article')).toBeNull()
    await user.click(row)
    const article = screen.getByRole('article', { name: 'About mDNSResponder.exe' })
    expect(shownRows()).toHaveLength(0)
    await user.click(within(article).getByRole('button', { name: 'Back to the list' }))
    await waitFor(() => {
      expect(document.activeElement).toBe(row)
    })
    expect(screen.queryByRole('article')).toBeNull()
  })
})
