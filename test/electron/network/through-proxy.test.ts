/** Is a proxy asked for the server and nothing else, and each of its answers understood, in one piece or in many? */
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { openTunnel } from '../../../electron/network/through-proxy.ts'

/** A proxy that has been reached, made up: what it was sent, and what it says. */
function proxySaying(...chunks: readonly string[]) {
  let sent = ''
  const socket = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      sent += chunk.toString('latin1')
      for (const one of chunks) socket.push(Buffer.from(one, 'latin1'))
      done()
    },
  })
  return { socket: socket as unknown as Socket, sent: () => sent }
}
const limits = { signal: new AbortController().signal, timeoutMs: 60_000 }
const ask = (chunks: readonly string[], host = 'gs.apple.com') =>
  openTunnel(proxySaying(...chunks).socket, host, 443, limits)
const failed = (reason: string, schemes: readonly string[] = []) => ({ ok: false, reason, schemes })

test.each([
  ['gs.apple.com', 'gs.apple.com:443'],
  ['17.1.2.3', '17.1.2.3:443'],
  ['2620:149::1', '[2620:149::1]:443'],
])('%s is asked for by name and port alone', async (host, authority) => {
  const { socket, sent } = proxySaying('HTTP/1.1 200 OK\r\n\r\n')
  expect(await openTunnel(socket, host, 443, limits)).toEqual({ ok: true, status: 200 })
  expect(sent()).toBe(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`)
})

test('an answer may come letter by letter, and what follows it is the server’s', async () => {
  const { socket } = proxySaying(...Array.from('HTTP/1.0 200\r\nVia: x\r\n\r\n'), 'first', ' words')
  expect(await openTunnel(socket, 'a', 443, limits)).toEqual({ ok: true, status: 200 })
  const whole = proxySaying('HTTP/1.1 299 Fine\r\n\r\nfirst').socket
  expect(await openTunnel(whole, 'a', 443, limits)).toEqual({ ok: true, status: 299 })
  for (const [one, words] of [
    [socket, 'first words'],
    [whole, 'first'],
  ] as const) {
    expect(one.isPaused()).toBe(true)
    let read = ''
    const take = () => one.read() as Buffer | null
    for (let chunk = take(); chunk !== null; chunk = take()) read += chunk.toString('latin1')
    expect(read).toBe(words)
    expect(one.listenerCount('data') + one.listenerCount('close')).toBe(0)
  }
})

test.each([
  ['HTTP/1.1 300 Elsewhere\r\n\r\n', failed('proxy-refused-target')],
  ['HTTP/1.1 199 Wait\r\n\r\n', failed('proxy-refused-target')],
  ['HTTP/1.1 403 No\r\n\r\n', failed('proxy-refused-target')],
  ['HTTP/1.1 2000 OK\r\n\r\n', failed('proxy-not-http')],
  ['HTTP/1.9 200 OK\r\n\r\n', failed('proxy-not-http')],
  ['SSH-2.0-OpenSSH', failed('proxy-not-http')],
  ['HTTP/2.0', failed('proxy-not-http')],
  ['X', failed('proxy-not-http')],
  ['HTTP/1.1 407 Logon\r\n\r\n', failed('proxy-demands-password')],
  [
    'HTTP/1.1 407 Logon\r\nProxy-Authenticate: Negotiate\r\nproxy-authenticate:\tBasic realm="x"\r\n\r\n',
    failed('proxy-demands-password', ['Negotiate', 'Basic']),
  ],
])('%j', async (answer, outcome) => {
  expect(await ask([answer])).toEqual(outcome)
})

test('of many ways to log on eight are kept', async () => {
  const many = Array.from({ length: 9 }, (_, index) => `Proxy-Authenticate: S${index}\r\n`).join('')
  expect(await ask([`HTTP/1.1 407 No\r\n${many}\r\n`])).toMatchObject({
    schemes: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'],
  })
})

test('a head of 16 KB may go on, a longer one is no answer of a proxy', async () => {
  const long = (length: number) => `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(length - 20)}`
  expect(await ask([long(16_384), '\r\n\r\n'])).toEqual({ ok: true, status: 200 })
  expect(await ask([long(16_385), '\r\n\r\n'])).toEqual(failed('proxy-not-http'))
})

test('one that hangs up, breaks or keeps silent gave no answer; who cancels is told so', async () => {
  const closing = proxySaying().socket
  setImmediate(() => closing.destroy())
  expect(await openTunnel(closing, 'a', 443, limits)).toEqual(failed('proxy-no-answer'))
  const broken = proxySaying().socket
  setImmediate(() => broken.destroy(new Error('ECONNRESET')))
  expect(await openTunnel(broken, 'a', 443, limits)).toEqual(failed('proxy-no-answer'))
  const silent = proxySaying().socket
  expect(await openTunnel(silent, 'a', 443, { ...limits, timeoutMs: 5 })).toEqual(
    failed('proxy-no-answer'),
  )
  for (const why of ['cancelled', 'time-over']) {
    const signal = AbortSignal.abort(why)
    expect(await openTunnel(silent, 'a', 443, { ...limits, signal })).toEqual(failed(why))
  }
})
