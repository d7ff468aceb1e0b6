/** Is a call that never comes back told as late, and as cancelled only where somebody cancelled? */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Probe } from '../../../shared/model/probe.ts'
import * as windows from './failing-windows.ts'

type Read = (signal?: AbortSignal) => Promise<Probe<unknown>>
let readers: Readonly<Record<string, Read>>
beforeAll(async () => {
  // Loaded anew: the other tests have them with the Windows that is there.
  vi.resetModules()
  vi.doMock('../../../electron/win32/bridge/load-koffi.ts', () => windows)
  const [devices, network, services, listeners] = await Promise.all([
    import('../../../electron/win32/devices/device-presence.ts'),
    import('../../../electron/win32/network/network-adapters.ts'),
    import('../../../electron/win32/processes/services.ts'),
    import('../../../electron/win32/network/listeners.ts'),
  ])
  readers = {
    devices: devices.readDevicePresence,
    network: network.readNetwork,
    services: services.listServices,
    listeners: listeners.listListeners,
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterAll(() => {
  vi.useRealTimers()
  vi.doUnmock('../../../electron/win32/bridge/load-koffi.ts')
  vi.resetModules()
})

test('is late for whoever asked it, and for whoever waits behind it', async () => {
  windows.failWith(0, {
    CM_Get_Device_ID_List_SizeW: () => windows.never,
    GetAdaptersAddresses: () => windows.never,
  })
  const asked = Object.entries(readers).map(async ([name, read]) => [name, await read()] as const)
  await new Promise((resolve) => setImmediate(resolve))
  vi.advanceTimersByTime(60_000)
  for (const [name, answer] of await Promise.all(asked)) {
    expect([name, answer]).toEqual([name, { state: 'failed', reason: 'timeout' }])
  }
  const controller = new AbortController()
  controller.abort()
  for (const read of Object.values(readers)) {
    expect(await read(controller.signal)).toEqual({ state: 'skipped', reason: 'cancelled' })
  }
})
