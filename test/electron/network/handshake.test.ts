/** Is a server asked for by its name, which many at one address need, and one at an address by none? */
import { createServer } from 'node:tls'
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shakeHands } from '../../../electron/network/handshake.ts'
import { loadRoots } from '../../../electron/network/read-certificate.ts'
import { makeCertificate } from '../../fixtures/network/certificates.ts'

const made = makeCertificate({ commonName: 'gs.apple.test', dnsNames: ['gs.apple.test'] })
const asked: string[] = []
const server = createServer({
  cert: made.pem,
  key: made.keyPem,
  SNICallback: (name, done) => {
    asked.push(name)
    done(null)
  },
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

test('by its name, and at an address by none', async () => {
  const limits = { signal: new AbortController().signal, timeoutMs: 3_600_000 }
  for (const host of ['gs.apple.test', '127.0.0.1']) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    await once(socket, 'connect')
    expect(await shakeHands(socket, host, loadRoots([made.pem]), limits)).toMatchObject({
      ok: true,
    })
  }
  expect(asked).toEqual(['gs.apple.test'])
})
