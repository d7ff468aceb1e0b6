/** Is the proxy of the environment variables understood as other programs understand it? */
import { expect, test } from 'vitest'
import { proxyFromEnvironment } from '../../../electron/network/environment-proxy.ts'

const ask = (environment: Record<string, string>, port = 443, host = 'gs.apple.com') =>
  proxyFromEnvironment(host, port, environment)

test.each([
  ['nothing', {}, 'direct'],
  ['an empty value', { HTTPS_PROXY: ' ' }, 'direct'],
  ['the other scheme only', { HTTP_PROXY: 'http://p:1' }, 'direct'],
  [
    'an address',
    { HTTPS_PROXY: 'http://proxy.example:8080' },
    { host: 'proxy.example', port: 8080 },
  ],
  ['small letters', { https_proxy: 'http://p.example:3128/' }, { host: 'p.example', port: 3128 }],
  ['no scheme', { HTTPS_PROXY: 'p.example:3128' }, { host: 'p.example', port: 3128 }],
  ['no port', { HTTPS_PROXY: 'http://p.example' }, { host: 'p.example', port: 80 }],
  ['IPv6', { HTTPS_PROXY: 'http://[::1]:8080' }, { host: '::1', port: 8080 }],
  ['a logon', { HTTPS_PROXY: 'http://me:secret@p.example:1' }, { host: 'p.example', port: 1 }],
  ['all', { ALL_PROXY: 'http://p.example:2' }, { host: 'p.example', port: 2 }],
  ['SOCKS', { ALL_PROXY: 'socks5://p.example:1080' }, { notSupported: 'socks5' }],
  ['TLS to the proxy', { HTTPS_PROXY: 'https://p.example' }, { notSupported: 'https' }],
  ['nonsense', { HTTPS_PROXY: 'http://[' }, { notSupported: 'unreadable' }],
  ['an exemption', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'x.example, .apple.com' }, 'direct'],
  ['an exact exemption', { HTTPS_PROXY: 'http://p:1', no_proxy: 'GS.apple.com' }, 'direct'],
  ['an exemption of all', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, 'direct'],
  [
    'another exemption',
    { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'apple.co,pple.com' },
    { host: 'p', port: 1 },
  ],
])('%s', (_what, environment, expected) => {
  expect(ask(environment)).toEqual(expected)
})

test.each(['HTTPS_PROXY', 'https_proxy'])('without a host in %s there is no proxy', (name) => {
  expect(ask({ [name]: 'http://' })).toEqual({ notSupported: 'unreadable' })
  expect(ask({ [name]: 'http://:80' })).toEqual({ notSupported: 'unreadable' })
})

test('a list that ends in a comma exempts nobody else', () => {
  const settings = { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'x.example, ,' }
  expect(ask(settings, 443, 'gs.apple.com.')).toEqual({ host: 'p', port: 1 })
})

test('port 80 goes by the setting for HTTP', () => {
  expect(ask({ HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://q:2' }, 80)).toEqual({
    ...{ host: 'p', port: 1 },
  })
})
