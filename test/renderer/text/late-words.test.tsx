// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { loadedWords } from '../../../renderer/text/load-words.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { drawApp } from '../open-window.tsx'

afterEach(() => {
  cleanup()
  Object.assign(window, { inspector: undefined })
})

test('the window takes up a language whose words come after the first picture', async () => {
  expect(loadedWords('de')).toBeUndefined()
  drawApp(fakeBridge('de'))
  expect(await screen.findByRole('button', { name: 'Aktualisieren' })).toBeTruthy()
  await waitFor(() => {
    expect(document.documentElement.lang).toBe('de')
  })
})

test('the switch offers all five languages under their own names, and loads the one chosen', async () => {
  expect(loadedWords('es')).toBeUndefined()
  const bridge = fakeBridge()
  drawApp(bridge)
  const choice = await screen.findByRole('combobox', { name: 'Language' })
  expect([...choice.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    'English',
    'Svenska',
    'Deutsch',
    'Français',
    'Español',
  ])
  await userEvent.setup().selectOptions(choice, 'Español')
  expect(await screen.findByRole('button', { name: 'Actualizar' })).toBeTruthy()
  await waitFor(() => {
    expect(document.documentElement.lang).toBe('es')
  })
  expect(bridge.chooseLanguage).toHaveBeenCalledExactlyOnceWith('es')
})
