/** How does a test open the window? With a fake bridge, at a size, as `main.tsx` would. */
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, vi } from 'vitest'
import { App } from '../../renderer/frame/App.tsx'
import { ErrorBoundary } from '../../renderer/frame/ErrorBoundary.tsx'
import { loadLaterParts } from '../../renderer/parts/later.tsx'
import { loadWords } from '../../renderer/text/load-words.ts'
import { asText } from '../../shared/ipc/as-text.ts'
import type { PreloadBridge } from '../../shared/ipc/channels.ts'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import { success } from '../../shared/model/result.ts'
import { supportedLanguages } from '../../shared/text/languages.ts'
import { viewIds, type ViewId } from '../../shared/model/window-choices.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'

interface SizedWindow {
  readonly happyDOM: { readonly setViewport: (size: { width: number; height: number }) => void }
}

export function setWindowWidth(width: number): void {
  const { happyDOM } = window as unknown as SizedWindow
  happyDOM.setViewport({ width, height: 820 })
}

export function cleanWindow(): void {
  beforeEach(async () => {
    setWindowWidth(1240)
    // happy-dom lays nothing out: a table that is told no size draws no row.
    for (const [name, px] of [
      ['offsetWidth', 1000],
      ['offsetHeight', 2000],
      ['clientHeight', 2000],
    ] as const) {
      vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(px)
    }
    // `main.tsx` draws nothing before the words of its language are there; the later parts come right after the first picture.
    await Promise.all([...supportedLanguages.map(loadWords), loadLaterParts()])
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
    Object.assign(window, { inspector: undefined })
  })
}

/** As the preload hands it out: answers as text, the process list packed. */
export function preloaded(bridge: FakeBridge): PreloadBridge {
  const list = async () => {
    const answer = await bridge.listProcesses()
    return answer.ok ? success(packListing(answer.value)) : answer
  }
  const calls = Object.entries({ ...bridge, listProcesses: list }).map(([name, call]) => [
    name,
    name.startsWith('on')
      ? call
      : async (...given: readonly unknown[]) =>
          asText(await (call as (...given: readonly unknown[]) => unknown)(...given)),
  ])
  return Object.fromEntries(calls) as PreloadBridge
}

export function drawApp(bridge: FakeBridge | undefined): void {
  Object.assign(window, { inspector: bridge && preloaded(bridge) })
  render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  )
}

/** Opens the window at this entry; in Processes, waits until the whole catalogue is on the screen. */
export async function openWindow(bridge: FakeBridge = fakeBridge(), view: ViewId = 'processes') {
  drawApp(bridge)
  const user = userEvent.setup()
  await screen.findByRole('navigation')
  if (view !== 'overview') await goTo(user, view)
  if (view === 'processes') await screen.findByRole('button', { name: /^Running|^Körs/ })
  return { bridge, user }
}

type User = ReturnType<typeof userEvent.setup>

/** By its key. */
export async function goTo(user: User, view: ViewId): Promise<void> {
  await user.keyboard(`{Control>}${viewIds.indexOf(view) + 1}{/Control}`)
}

/** In the menu of the source switcher. */
export async function choosePause(user: User, item: 'Pause' | 'Resume' = 'Pause'): Promise<void> {
  await user.click(screen.getByRole('button', { name: /^This PC/ }))
  await user.click(screen.getByRole('menuitem', { name: item }))
}

/** The names of the rows on the screen, from top to bottom. */
export function shownRows(): readonly string[] {
  return screen
    .queryAllByRole('row')
    .map((row) => row.getAttribute('aria-label'))
    .filter((name) => name !== null)
}
