/** Are the right names tried for the servers that somebody asks for? */
import { expect, test } from 'vitest'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { endpointIdOf, targetsOf } from '../../../shared/connections/targets.ts'

const endpoints = readEndpoints()

test('every target has an id of its own, which leads back to its server', () => {
  const targets = targetsOf(
    endpoints,
    endpoints.map(({ id }) => id),
  )
  expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length)
  expect(targets).toHaveLength(endpoints.flatMap(({ names }) => names).length)
  for (const { id, host, port, withTls } of targets) {
    const endpoint = endpoints.find((one) => one.id === endpointIdOf(id))!
    expect(endpoint.names).toContain(host)
    expect([port, withTls]).toEqual([endpoint.port, endpoint.tls])
  }
})

test('a server with one name keeps its id as it is', () => {
  expect(targetsOf(endpoints, ['albert', 'digicert']).map(({ id, host }) => [id, host])).toEqual([
    ['albert', 'albert.apple.com'],
    ['digicert', 'ocsp.digicert.com'],
    ['digicert#2', 'crl3.digicert.com'],
    ['digicert#3', 'crl4.digicert.com'],
  ])
})

test('all means all but those that Apple no longer lists: their silence would mean nothing', () => {
  const ids = new Set(targetsOf(endpoints, null).map(({ id }) => endpointIdOf(id)))
  for (const { id, fate } of endpoints) expect(ids.has(id), id).toBe(fate.state !== 'gone')
  expect(targetsOf(endpoints, ['deimos3'])).toHaveLength(1)
})

test('an id that nobody knows is no target', () => {
  expect(targetsOf(endpoints, ['albert#2', '', '__proto__'])).toEqual([])
})
