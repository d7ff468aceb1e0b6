// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { loadedWords } from '../../renderer/text/load-words.ts'
import { fakeBridge } from './fake-bridge.ts'
import { drawApp } from './open-window.tsx'

afterEach(() => {
  cleanup()
  Object.assign(window, { inspector: undefined })
})

test('the window takes up a language whose words come after the first picture', async () => {
  expect(loadedWords('sv')).toBeUndefined()
  drawApp(fakeBridge('sv'))
  expect(await screen.findByRole('button', { name: 'Uppdatera' })).toBeTruthy()
  await waitFor(() => {
    expect(document.documentElement.lang).toBe('sv')
  })
})

test('the switch offers the languages under their own names', async () => {
  drawApp(fakeBridge())
  const choice = await screen.findByRole('combobox', { name: 'Language' })
  expect([...choice.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    'English',
    'Svenska',
  ])
})
