// @vitest-environment happy-dom
// What can wait is asked for by what has been drawn: a frame that was asked for before is not the first picture.
import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, drawApp } from '../open-window.tsx'

cleanWindow()

test('nothing that can wait is begun before the window is drawn', async () => {
  const wasDrawn: boolean[] = []
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation(() =>
    wasDrawn.push(document.querySelector('nav, .start-view') !== null),
  )
  drawApp(fakeBridge())
  await screen.findByRole('navigation')
  await waitFor(() => {
    expect(wasDrawn).not.toEqual([])
  })
  expect(wasDrawn).not.toContain(false)
})
