/** The view with 10,000 rows, and what is measured in the page itself. Opened by `scripts/bench/list.mjs`. */
import { Profiler } from 'react'
import { createRoot } from 'react-dom/client'
import { initialInspectionState } from '../../../renderer/inspection/inspection-state.ts'
import { ProcessTable } from '../../../renderer/processes/ProcessTable.tsx'
import { columnIds } from '../../../shared/model/list-options.ts'
import { themeCss } from '../../../renderer/theme/theme-css.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { unpacked } from '../../../renderer/bridge.ts'
import type { InspectorBridge, PreloadBridge } from '../../../shared/ipc/channels.ts'

const { listBench } = window as unknown as { readonly listBench: PreloadBridge }
const preloaded = unpacked(listBench)

const seen = { renders: 0, mutations: 0, answeredAt: 0 }
let answered = () => {}

const bridge: InspectorBridge = {
  ...preloaded,
  listProcesses: async () => {
    const answer = await preloaded.listProcesses()
    seen.answeredAt = performance.now()
    answered()
    return answer
  },
}

const nothing = () => {}
const noFindings: readonly never[] = []
const everyColumn = {
  columns: columnIds,
  order: { column: 'name', isDescending: false },
  isTree: false,
  list: 'all',
} as const
const catalogue = readCatalogue()

function Page() {
  return (
    <Profiler
      id="view"
      onRender={() => {
        seen.renders += 1
      }}
    >
      <ProcessTable
        bridge={bridge}
        catalogue={catalogue}
        state={initialInspectionState}
        findings={noFindings}
        isShown
        isLive
        initialOptions={everyColumn}
        // Paused: it looks when it is told to, and never in the middle of a measurement.
        isPaused
        onRetry={nothing}
        onOpenSource={nothing}
      />
    </Profiler>
  )
}

const grid = () => document.querySelector<HTMLElement>('[role="grid"]')
const askAgain = () =>
  grid()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5', bubbles: true }))
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
/** A frame's callbacks run before it is painted, a task that is started in them after it. */
const painted = async () => {
  await frame()
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage(null)
  })
}

/** It costs a record for each change: while the frames are timed it does not look. */
const observer = new MutationObserver((records) => {
  seen.mutations += records.length
})
const observe = () => {
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
}

const bench = {
  whenShown: async () => {
    while (document.querySelectorAll('[role="row"]').length < 10) await frame()
    await painted()
    observe()
  },
  rowsInPage: () => document.querySelectorAll('[role="row"]').length,
  /** One look: how long until the answer is here, and from there until it is on the screen. */
  look: async () => {
    const isAnswered = new Promise<void>((resolve) => {
      answered = resolve
    })
    const askedAt = performance.now()
    askAgain()
    await isAnswered
    const before = { ...seen }
    await painted()
    return {
      transportMs: seen.answeredAt - askedAt,
      paintMs: performance.now() - seen.answeredAt,
      renders: seen.renders - before.renders,
      mutations: seen.mutations - before.mutations,
    }
  },
  /** Scrolls by so many pixels with each frame, for 200 frames, and back at the end; tells how long each frame took. */
  frames: async (pixels: number, lookEvery = 0) => {
    const scroller = grid()
    if (scroller === null) throw new Error('There is no list.')
    observer.disconnect()
    scroller.scrollTop = 0
    await painted()
    const times: number[] = []
    let last = await frame()
    for (let count = 0; count < 200; count += 1) {
      scroller.scrollTop += pixels
      if (lookEvery > 0 && count % lookEvery === 0) askAgain()
      const now = await frame()
      times.push(now - last)
      last = now
    }
    scroller.scrollTop = 0
    await painted()
    observe()
    return times
  },
}
Object.assign(window, { bench })

const themes = document.createElement('style')
themes.textContent = themeCss()
document.head.append(themes)

const root = document.getElementById('root')
if (root === null) throw new Error('page.html has no element with the id root.')
createRoot(root).render(<Page />)
