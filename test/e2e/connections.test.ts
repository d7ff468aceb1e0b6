/** Does the window learn about connections, through a proxy script as well, while nothing leaves this PC but the check? */
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromText } from '../../shared/ipc/as-text.ts'
import type { PreloadBridge } from '../../shared/ipc/channels.ts'
import { openApp, type OpenedApp } from './open-app.ts'

let opened: OpenedApp
let proxy: Server
const received: string[] = []

beforeAll(async () => {
  // Takes every connection, hears what is asked of it, and lets nobody through.
  proxy = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (chunk) => {
      received.push(chunk.toString('latin1'))
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\n\r\n',
      )
    })
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  opened = await openApp()
})
afterAll(async () => {
  await opened.close()
  proxy.close()
})

test('a look, the catalogue and the error table answer over the bridge', async () => {
  const answers = await opened.page.evaluate(async () => {
    const { inspector } = window as unknown as { inspector: PreloadBridge }
    return {
      look: await inspector.lookAtConnections(),
      described: await inspector.describeConnections(),
      found: await inspector.findErrors('iTunes error 3194'),
    }
  })
  const look = fromText(answers.look)
  const described = fromText(answers.described)
  expect(look).toMatchObject({ ok: true, value: { hostsFile: { state: 'known' } } })
  expect(look.ok && look.value.ports).toHaveLength(7)
  expect(described.ok && described.value.endpoints.length).toBeGreaterThan(40)
  expect(fromText(answers.found)).toMatchObject({
    ok: true,
    value: { matches: [{ codes: ['3194'] }] },
  })
  expect(received).toEqual([])
})

test('the check goes the way that a proxy script names, although the page itself may reach nothing', async () => {
  const { port } = proxy.address() as AddressInfo
  await opened.app.evaluate(async ({ session }, address) => {
    const script = `function FindProxyForURL() { return 'SOCKS5 127.0.0.1:9; PROXY ${address}' }`
    const pacScript = `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`
    await session.defaultSession.setProxy({ mode: 'pac_script', pacScript })
  }, `127.0.0.1:${port}`)
  const { answer, steps } = await opened.page.evaluate(async () => {
    const { inspector } = window as unknown as { inspector: PreloadBridge }
    const told: string[] = []
    const stop = inspector.onConnectionsProgress(({ targetId, step }) => {
      told.push(`${targetId} ${step}`)
    })
    const checked = await inspector.checkConnections(['albert'])
    // Messages go another way than answers, and may come after them.
    for (let tries = 0; tries < 200 && !told.includes('albert done'); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    stop()
    return { answer: checked, steps: told }
  })
  expect(fromText(answer)).toMatchObject({
    ok: true,
    value: {
      overall: 'proxy-demands-password',
      targets: [{ symptom: 'proxy-demands-password', notes: ['proxy-kind-not-supported'] }],
    },
  })
  // The name, the port, and nothing about the user.
  expect(received).toEqual([
    'CONNECT albert.apple.com:443 HTTP/1.1\r\nHost: albert.apple.com:443\r\n\r\n',
  ])
  expect(steps).toContain('albert proxy')
  expect(steps.at(-1)).toBe('albert done')
})
