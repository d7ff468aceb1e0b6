// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { choosePause, cleanWindow, openWindow, setWindowWidth, shownRows } from '../open-window.tsx'

cleanWindow()

const search = () => screen.getByRole('searchbox')

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

  test('F5 looks again', async () => {
    const { user, bridge } = await openWindow()
    await screen.findByRole('button', { name: 'Running 1' })
    // No look of its own comes in between.
    await choosePause(user)
    const before = bridge.runInspection.mock.calls.length
    await user.keyboard('{F5}')
    expect(bridge.runInspection).toHaveBeenCalledTimes(before + 1)
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
    const row = await screen.findByRole('row', { name: /^iTunesHelper\.exe/ })
    expect(screen.queryByRole('article')).toBeNull()
    await user.click(row)
    const article = screen.getByRole('article', { name: 'About iTunesHelper.exe' })
    expect(shownRows()).toHaveLength(0)
    await user.click(within(article).getByRole('button', { name: 'Back to the list' }))
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('role')).toBe('grid')
    })
    expect(screen.queryByRole('article')).toBeNull()
  })
})
