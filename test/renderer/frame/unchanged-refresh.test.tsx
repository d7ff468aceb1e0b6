/** What does a refresh draw that brings the same answers? The time of the look, and nothing else, in every view. */
import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import { known } from '../../../shared/model/probe.ts'
import { viewIds } from '../../../shared/model/window-choices.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { connectionsBridge, emptyLook } from '../connections/made-up-check.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'
import { inProcess, running } from '../processes/rows.ts'
import { genuineHelpers, inspectionOfPc, installedProgram } from '../recorded-pc.ts'

cleanWindow()

const startMs = Date.UTC(2026, 10, 22, 10, 14, 5)

/** Of a PC that does nothing: each answer is made anew, as the bridge makes it, and its clock goes on. */
function quietPc() {
  const bridge = connectionsBridge()
  let look = 0
  const processes = () => [
    running(0, '', 0, 0, { cpuMs: known(look * 16_000) }),
    ...genuineHelpers.map(({ pid, name }) => running(pid, name, 4, 9, { cpuMs: known(80) })),
    ...Array.from({ length: 30 }, (_, at) =>
      running(9000 + at, `other-${at}.exe`, 4, 9, { cpuMs: known(90) }),
    ),
  ]
  const fresh = <T,>(value: T): T => JSON.parse(JSON.stringify(value)) as T
  const inspection = inspectionOfPc({ running: genuineHelpers, installed: installedProgram })
  bridge.runInspection.mockImplementation(() => {
    look += 1
    const takenAtUtc = new Date(startMs + look * 2_000).toISOString()
    return Promise.resolve(success(fresh({ ...inspection, takenAtUtc })))
  })
  bridge.lookAtConnections.mockImplementation(() => Promise.resolve(success(fresh(emptyLook))))
  bridge.readPcFacts.mockImplementation(() => Promise.resolve(success(fresh(pcFacts))))
  bridge.listProcesses.mockImplementation(() =>
    Promise.resolve(
      success(
        fresh(
          inProcess(processes(), {
            load: { atMs: look * 2_000, processors: 8, memoryBytes: 16e9, memoryInUseBytes: 9e9 },
          }),
        ),
      ),
    ),
  )
  return bridge
}

test.each([...viewIds, 'the whole PC'] as const)('in %s', async (place) => {
  const view = place === 'the whole PC' ? 'processes' : place
  const { bridge, user } = await openWindow(quietPc(), view)
  // Views are loaded when they are first asked for.
  await screen.findByRole('heading', { level: 1 })
  if (place !== view) await user.click(await screen.findByRole('button', { name: /^Whole PC/ }))
  const looks = () => bridge.runInspection.mock.calls.length
  const lookAgain = async () => {
    const before = looks()
    await user.keyboard('{F5}')
    await vi.waitFor(() => {
      expect(looks()).toBeGreaterThan(before)
    })
    const time = new Date(startMs + looks() * 2_000).toISOString().slice(17, 19)
    await screen.findByText(new RegExp(`Live · .*${time}`))
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
  }
  // The processors' share is known from the second look on, and a view asks for its own facts once.
  for (let time = 0; time < 3; time += 1) await lookAgain()
  const drawn: string[] = []
  const observer = new MutationObserver((records) => {
    for (const { type, target } of records) {
      const element = target instanceof Element ? target : target.parentElement
      const said = element?.textContent.slice(0, 80)
      drawn.push(`${type} ${element?.tagName} .${element?.className} ${said}`)
    }
  })
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  await lookAgain()
  const seen = looks()
  observer.disconnect()
  const others = drawn.filter((one) => !/Live · \d\d:\d\d:\d\d$/.test(one))
  expect(others).toEqual([])
  expect(drawn.length).toBeLessThanOrEqual(1)
  expect(seen).toBeGreaterThan(3)
})
