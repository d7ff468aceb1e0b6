// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadLaterParts } from '../../../renderer/parts/later.tsx'
import { fakeBridge } from '../fake-bridge.ts'
import { drawApp } from '../open-window.tsx'

// `main.tsx` loads them after the first picture.
beforeEach(loadLaterParts)
// Files share this process: one before may have loaded every language. That each comes late, load-words.test.ts holds.
afterEach(() => {
  cleanup()
  Object.assign(window, { inspector: undefined })
})

test('the window takes up a language whose words come after the first picture', async () => {
  drawApp(fakeBridge('de'))
  expect(await screen.findByRole('button', { name: 'Verbindungen' })).toBeTruthy()
  await waitFor(() => {
    expect(document.documentElement.lang).toBe('de')
  })
})

test('the switch offers all five languages under their own names, and loads the one chosen', async () => {
  const bridge = fakeBridge()
  drawApp(bridge)
  const user = userEvent.setup()
  await screen.findByRole('navigation')
  await user.keyboard('{Control>}8{/Control}')
  const choice = await screen.findByRole('combobox', { name: 'Language' })
  expect([...choice.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    'English',
    'Svenska',
    'Deutsch',
    'Français',
    'Español',
  ])
  await user.selectOptions(choice, 'Español')
  expect(await screen.findByRole('button', { name: 'Conexiones' })).toBeTruthy()
  await waitFor(() => {
    expect(document.documentElement.lang).toBe('es')
  })
  expect(bridge.chooseLanguage).toHaveBeenCalledExactlyOnceWith('es')
})
