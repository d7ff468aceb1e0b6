/** Does the window tell what the command line's exit code and reports tell about connections, by itself, from the first picture on? */
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { openConnectionTasks } from '../../../electron/tasks/connections.ts'
import type { ConnectionSources } from '../../../electron/sources/connection-sources.ts'
import { renewLocalConnectionsMs } from '../../../renderer/inspection/use-local-connections.ts'
import { success } from '../../../shared/model/result.ts'
import { known } from '../../../shared/model/probe.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readPorts } from '../../../shared/catalogue/ports.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { connectionFacts, hostsFileOf, hostsText, listenerOf } from '../../fixtures/connections.ts'
import { inspectionsOf } from '../../fixtures/inspections.ts'
import { itunesPc } from '../../fixtures/itunes-pc.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { wholeCheck } from '../connections/made-up-check.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, goTo, openWindow } from '../open-window.tsx'

cleanWindow()

/** A PC whose programs are all Apple's own, with these facts about its connections. */
function pcWith(more: Partial<ConnectionSources>) {
  return { ...itunesPc(), connections: connectionFacts(more) }
}

/** Apple's own listens at each port that it needs. */
async function inOrder(): Promise<Partial<ConnectionSources>> {
  const list = await itunesPc().list({ signal: new AbortController().signal })
  const at = (name: string, port: number) => {
    const found = list.ok ? list.value.processes.find((one) => one.name === name) : undefined
    if (found?.startedAtUtc.state !== 'known') return []
    return [listenerOf(found.pid, found.startedAtUtc.value, { port })]
  }
  const listeners = known([
    ...at('AppleMobileDeviceService.exe', 27015),
    ...at('mDNSResponder.exe', 5354),
  ])
  return { listeners: () => Promise.resolve(listeners) }
}

async function bridgeTo(sources: ReturnType<typeof pcWith>) {
  const bridge = fakeBridge()
  const inspected = await inspect(sources, { catalogue: readCatalogue() })
  if (!inspected.ok) throw new Error(inspected.failure.code)
  const { inspection } = inspected.value
  bridge.runInspection.mockResolvedValue(success(inspection))
  const tasks = openConnectionTasks(sources, inspectionsOf(sources))
  bridge.lookAtConnections.mockImplementation(() => tasks.look())
  bridge.describeConnections.mockResolvedValue(
    success({ endpoints: readEndpoints(), ports: readPorts() }),
  )
  return { bridge, inspection }
}

const told = async (sources: ReturnType<typeof pcWith>) => {
  const { exitCode, stdout } = await runCli(['--format', 'json'], sources)
  const { findings } = reportSchema.parse(JSON.parse(stdout))
  return { exitCode, texts: findings.map(({ text }) => text) }
}

describe.each([
  ['hosts lines', { hostsFile: hostsFileOf(hostsText) }],
  ['a service without its port', { listeners: () => Promise.resolve(known([])) }],
])('with %s', (_what, more) => {
  test('the window tells what the report tells, and is not green where the exit code is 1', async () => {
    const sources = pcWith({ ...(await inOrder()), ...more })
    const { exitCode, texts } = await told(sources)
    expect(exitCode).toBe(1)
    const { bridge } = await bridgeTo(sources)
    await openWindow(bridge, 'overview')
    await waitFor(() => expect(document.querySelector('.verdict.attention')).not.toBeNull())
    if (texts.length > 1) await screen.findByRole('heading', { name: /^Also found/ })
    for (const text of texts) {
      expect(document.body.textContent.replace(/\s+/g, ' ')).toContain(text.replace(/\s+/g, ' '))
    }
    const shown = 1 + document.querySelectorAll('.also').length
    expect(shown).toBe(texts.length)
  })
})

test('with all in order the window stays as it was, and the exit code is 0', async () => {
  const sources = pcWith(await inOrder())
  expect(await told(sources)).toMatchObject({ exitCode: 0 })
  const { bridge } = await bridgeTo(sources)
  await openWindow(bridge, 'overview')
  await waitFor(() => expect(bridge.lookAtConnections).toHaveBeenCalledTimes(1))
  expect(document.querySelector('.verdict.good')).not.toBeNull()
})

test('a check that somebody made is part of the answer, also in the other views', async () => {
  const { bridge } = await bridgeTo(pcWith(await inOrder()))
  bridge.checkConnections.mockResolvedValue(success(wholeCheck({ gs: 'refused' })))
  const { user } = await openWindow(bridge, 'overview')
  await goTo(user, 'connections')
  await user.click(await screen.findByRole('button', { name: 'Check connections' }))
  await screen.findByText(/servers reached/)
  await goTo(user, 'overview')
  const heading = await screen.findByRole('heading', { name: 'Some servers were not reached' })
  expect(within(heading.closest('section')!).getByText(/check of Apple's servers/i)).toBeTruthy()
})

describe('the look', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('comes by itself, not with each inspection, and again after a minute of them', async () => {
    const { bridge, inspection } = await bridgeTo(pcWith(await inOrder()))
    let passed = 0
    bridge.runInspection.mockImplementation(() => {
      const at = Date.parse(inspection.takenAtUtc) + passed
      passed += 10_000
      return Promise.resolve(success({ ...inspection, takenAtUtc: new Date(at).toISOString() }))
    })
    await openWindow(bridge, 'overview')
    await waitFor(() => expect(bridge.lookAtConnections).toHaveBeenCalledTimes(1))
    while (passed < renewLocalConnectionsMs) await vi.advanceTimersByTimeAsync(1_000)
    expect(bridge.lookAtConnections).toHaveBeenCalledTimes(1)
    while (passed < renewLocalConnectionsMs + 20_000) await vi.advanceTimersByTimeAsync(1_000)
    await waitFor(() => expect(bridge.lookAtConnections).toHaveBeenCalledTimes(2))
  })
})
