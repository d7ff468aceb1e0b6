/** Does the page stay shut in, also where no request and no navigation event tells of it: WebRTC, about:blank, printing? */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenedApp } from './open-app.ts'

let opened: OpenedApp
beforeAll(async () => {
  opened = await openApp()
  await opened.page.getByRole('main').waitFor()
})
afterAll(() => opened.close())

/** Chromium asks nobody over the loopback alone. */
const ownAddress =
  Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'

async function listeners() {
  const heard: string[] = []
  const datagrams = createSocket('udp4').on('message', () => heard.push('udp'))
  datagrams.bind(0, ownAddress)
  await once(datagrams, 'listening')
  const connections = createServer((socket) => {
    heard.push('tcp')
    socket.destroy()
  }).listen(0, ownAddress)
  await once(connections, 'listening')
  const tcp = connections.address() as { readonly port: number }
  return {
    heard,
    servers: [
      { urls: `stun:${ownAddress}:${datagrams.address().port}` },
      { urls: `turn:${ownAddress}:${datagrams.address().port}`, username: 'x', credential: 'x' },
      { urls: `turn:${ownAddress}:${tcp.port}?transport=tcp`, username: 'x', credential: 'x' },
    ],
    close: () => {
      datagrams.close()
      connections.close()
    },
  }
}

test('WebRTC sends no datagram', async () => {
  const { heard, servers, close } = await listeners()
  try {
    await opened.page.evaluate(async (iceServers) => {
      const connection = new RTCPeerConnection({ iceServers })
      connection.createDataChannel('x')
      await connection.setLocalDescription(await connection.createOffer())
      for (let tries = 0; tries < 50 && connection.iceGatheringState !== 'complete'; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }, servers)
    // By TCP it does, as SECURITY.md says.
    expect(heard).not.toContain('udp')
  } finally {
    close()
  }
})

test('about:blank is no way out: the page comes back', async () => {
  for (const address of ['about:blank', 'about:blank#x', 'about:srcdoc']) {
    await opened.page.evaluate((to) => {
      Object.assign(globalThis, { isOld: true })
      setTimeout(() => {
        location.href = to
      })
    }, address)
    await opened.page.waitForFunction(
      () => !('isOld' in globalThis) && document.querySelector('main') !== null,
    )
    expect(opened.page.url()).toBe('app://bundle/index.html')
  }
})

test('a drop that a script makes up tells the main process nothing, though the file in it is a real one', async () => {
  const { app, page } = opened
  await app.evaluate(({ ipcMain }) => {
    const told: unknown[] = []
    Object.assign(globalThis, { told })
    ipcMain.removeHandler('noteDropped')
    ipcMain.handle('noteDropped', (_event, paths) => {
      told.push(paths)
      return null
    })
  })
  const told = () => app.evaluate(() => (globalThis as unknown as { told: unknown[] }).told)
  await page.evaluate(() => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', id: 'made-up' })
    document.body.append(input)
  })
  await page.locator('#made-up').setInputFiles(import.meta.filename)
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#made-up')
    const dataTransfer = new DataTransfer()
    for (const file of input?.files ?? []) dataTransfer.items.add(file)
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    input?.remove()
  })
  // A real one is told, and is told after whatever came before it.
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [import.meta.filename], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  }
  await expect.poll(told).toEqual([[import.meta.filename]])
})

test('printing from the page neither prints nor ends anything', async () => {
  await opened.page.evaluate(() => {
    setTimeout(() => {
      window.print()
    })
  })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await opened.page.getByRole('main').waitFor()
  expect(opened.app.windows()).toHaveLength(1)
})
