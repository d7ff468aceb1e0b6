/** Is Chromium asked for the proxy of the very server that will be tried, and its answer understood? */
import { beforeEach, expect, test, vi } from 'vitest'
import { systemProxyFor } from '../../../electron/window/system-proxy.ts'
import { forgetSeen, seen } from '../../fixtures/fake-electron.ts'

vi.mock('electron', async () => (await import('../../fixtures/fake-electron.ts')).fakeElectron)

beforeEach(forgetSeen)

test('by the scheme of its port', async () => {
  await systemProxyFor('gs.apple.com', 443)
  await systemProxyFor('crl.apple.com', 80)
  await systemProxyFor('::1', 443)
  expect(seen.proxiesAsked).toEqual([
    'https://gs.apple.com:443/',
    'http://crl.apple.com:80/',
    'https://[::1]:443/',
  ])
})

test('with several ways in their order', async () => {
  seen.proxies = 'PROXY proxy.example:8080; SOCKS5 s.example:1080; DIRECT'
  expect(await systemProxyFor('gs.apple.com', 443)).toEqual([
    { host: 'proxy.example', port: 8080 },
    { notSupported: 'SOCKS5' },
    'direct',
  ])
})
