// @vitest-environment happy-dom
// What can wait is asked for by what has been drawn: a frame that was asked for before is not the first picture.
import { cleanup, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { fakeBridge } from '../fake-bridge.ts'

test('nothing that can wait is begun before the window is drawn', async () => {
  // The first picture comes once in a program's life, and other tests have had theirs.
  vi.resetModules()
  const { drawApp } = await import('../open-window.tsx')
  const wasDrawn: boolean[] = []
  const asked = vi
    .spyOn(window, 'requestAnimationFrame')
    .mockImplementation(() => wasDrawn.push(document.querySelector('nav, .start-view') !== null))
  drawApp(fakeBridge())
  await screen.findByRole('navigation')
  await waitFor(() => {
    expect(wasDrawn).not.toEqual([])
  })
  asked.mockRestore()
  cleanup()
  Object.assign(window, { inspector: undefined })
  expect(wasDrawn).not.toContain(false)
})
