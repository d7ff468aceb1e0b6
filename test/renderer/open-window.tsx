/** How does a test open the window? With a fake bridge, at a size, as `main.tsx` would. */
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, vi } from 'vitest'
import { App } from '../../renderer/App.tsx'
import { ErrorBoundary } from '../../renderer/parts/ErrorBoundary.tsx'
import { ThemeProvider } from '../../renderer/theme/ThemeProvider.tsx'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'

// Looking things up by role is slow without a browser, and the machine may be busy.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

const lastName = readCatalogue().processes.at(-1)?.imageName ?? 'none'

interface SizedWindow {
  readonly happyDOM: { readonly setViewport: (size: { width: number; height: number }) => void }
}

export function setWindowWidth(width: number): void {
  const { happyDOM } = window as unknown as SizedWindow
  happyDOM.setViewport({ width, height: 820 })
}

export function cleanWindow(): void {
  beforeEach(() => {
    setWindowWidth(1240)
  })
  afterEach(() => {
    cleanup()
    Object.assign(window, { inspector: undefined })
  })
}

export function drawApp(bridge: FakeBridge | undefined): void {
  Object.assign(window, { inspector: bridge })
  render(
    <ThemeProvider>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </ThemeProvider>,
  )
}

/** Opens the window and waits until the whole catalogue is on the screen. */
export async function openWindow(bridge: FakeBridge = fakeBridge()) {
  drawApp(bridge)
  // The last row comes one frame after the first ones.
  await screen.findByRole('row', { name: new RegExp(`^${lastName}, `) })
  return { bridge, user: userEvent.setup() }
}

/** The names of the rows on the screen, from top to bottom. */
export function shownRows(): readonly string[] {
  return screen
    .queryAllByRole('row')
    .map((row) => row.getAttribute('aria-label'))
    .filter((name) => name !== null)
}
