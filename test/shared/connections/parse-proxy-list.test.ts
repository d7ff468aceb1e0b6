/** Is the answer of a proxy script read as Chromium reads it, whatever it holds? */
import { expect, test } from 'vitest'
import { parseProxyList } from '../../../shared/connections/parse-proxy-list.ts'

const proxy = (host: string, port: number) => ({ host, port })

test.each([
  ['DIRECT', ['direct']],
  ['', ['direct']],
  [' ; ;', ['direct']],
  ['PROXY a:8080', [proxy('a', 8080)]],
  ['proxy a.example:1; http b:65535; Direct', [proxy('a.example', 1), proxy('b', 65535), 'direct']],
  ['PROXY a', [proxy('a', 80)]],
  ['PROXY\t\ta:1', [proxy('a', 1)]],
  ['PROXY [::1]:3128', [proxy('::1', 3128)]],
  ['HTTPS a:1; QUIC a:1', [{ notSupported: 'HTTPS' }, { notSupported: 'QUIC' }]],
  ['SOCKS a:1; socks4 a:1', [{ notSupported: 'SOCKS' }, { notSupported: 'SOCKS4' }]],
  ['SOCKS5 a:1', [{ notSupported: 'SOCKS5' }]],
])('%j is %j', (answer, choices) => {
  expect(parseProxyList(answer)).toEqual(choices)
})

test.each([
  'DIRECT a:1',
  'PROXY',
  'SOCKS',
  'PROXY a:1 b:2',
  'SOCKS a:1 more',
  'PROXY a:0',
  'PROXY a:65536',
  'PROXY a:123456',
  'PROXY a:b',
  'PROXY me@a:1',
  'PROXY [::1',
  'PROXY [g]:1',
  'PROXY a/b:1',
  'SOCKS6 a:1',
  'XHTTPS a:1',
  `PROXY ${'a'.repeat(254)}:1`,
])('what cannot be read is left out: %s', (entry) => {
  expect(parseProxyList(`${entry}; PROXY good:1`)).toEqual([proxy('good', 1)])
})

test('of a long list ten are kept, and of a long text 4,096 letters', () => {
  const many = Array.from({ length: 11 }, (_, index) => `PROXY p${index}:1`)
  expect(parseProxyList(many.join(';'))).toHaveLength(10)
  expect(parseProxyList(`${' '.repeat(4_090)};PROXY a:1`)).toEqual(['direct'])
  expect(parseProxyList(`${' '.repeat(4_089)}PROXY a:1`)).toEqual([proxy('a', 80)])
})
