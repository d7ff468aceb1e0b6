/** Is Chromium asked for the proxy of the very server that will be tried, and its answer understood? */
import { beforeEach, expect, test, vi } from 'vitest'

const asked = vi.hoisted(() => ({ urls: [] as string[], answer: 'DIRECT', isReady: false }))
vi.mock('electron', () => ({
  app: {
    whenReady: () => {
      asked.isReady = true
      return Promise.resolve()
    },
  },
  session: {
    defaultSession: {
      resolveProxy: (url: string) => {
        if (!asked.isReady) throw new Error('there is no session before the app is ready')
        asked.urls.push(url)
        return Promise.resolve(asked.answer)
      },
    },
  },
}))
const { systemProxyFor } = await import('../../../electron/window/system-proxy.ts')

beforeEach(() => {
  asked.urls.length = 0
  asked.answer = 'DIRECT'
})

test('by the scheme of its port', async () => {
  await systemProxyFor('gs.apple.com', 443)
  await systemProxyFor('crl.apple.com', 80)
  await systemProxyFor('::1', 443)
  expect(asked.urls).toEqual([
    'https://gs.apple.com:443/',
    'http://crl.apple.com:80/',
    'https://[::1]:443/',
  ])
})

test('with several ways in their order', async () => {
  asked.answer = 'PROXY proxy.example:8080; SOCKS5 s.example:1080; DIRECT'
  expect(await systemProxyFor('gs.apple.com', 443)).toEqual([
    { host: 'proxy.example', port: 8080 },
    { notSupported: 'SOCKS5' },
    'direct',
  ])
})
