/** A way through an HTTP proxy. It is asked by CONNECT, with the server's name and nothing else. */
import { isIP, type Socket } from 'node:net'
import { withinLimits, type Limits, type StopReason } from '../async/limit.ts'

type TunnelFailure =
  | StopReason
  | 'proxy-no-answer'
  | 'proxy-not-http'
  | 'proxy-demands-password'
  | 'proxy-refused-target'

export type Tunnel =
  | { readonly ok: true; readonly status: number }
  | {
      readonly ok: false
      readonly reason: TunnelFailure
      /** From `Proxy-Authenticate`, for example `Negotiate` or `Basic`. */
      readonly schemes: readonly string[]
    }

const longestHead = 16_384
const mostSchemes = 8

/** On success the socket leads to the server; on failure the caller destroys it. */
export async function openTunnel(
  socket: Socket,
  host: string,
  port: number,
  limits: Limits,
): Promise<Tunnel> {
  const outcome = await withinLimits<Tunnel>(limits, (settle) => {
    let head = Buffer.alloc(0)
    const read = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) {
        if (head.length > longestHead || !mayBeHttp(head)) settle(failed('proxy-not-http'))
        return
      }
      socket.off('data', read)
      socket.pause()
      // What came after the head is the server's already.
      if (head.length > end + 4) socket.unshift(head.subarray(end + 4))
      settle(judgeHead(head.subarray(0, end).toString('latin1')))
    }
    const close = () => settle(failed('proxy-no-answer'))
    socket.on('data', read)
    socket.once('error', close)
    socket.once('close', close)
    const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`)
    return () => {
      socket.off('data', read)
      socket.off('error', close)
      socket.off('close', close)
    }
  })
  if (outcome.ended) return outcome.value
  return failed(outcome.why === 'timed-out' ? 'proxy-no-answer' : outcome.why)
}

function mayBeHttp(head: Buffer): boolean {
  const start = 'HTTP/1.'
  return start.startsWith(head.subarray(0, start.length).toString('latin1'))
}

function judgeHead(head: string): Tunnel {
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |\r|$)/.exec(head)?.[1])
  if (Number.isNaN(status)) return failed('proxy-not-http')
  if (status >= 200 && status < 300) return { ok: true, status }
  if (status !== 407) return failed('proxy-refused-target')
  const schemes = [...head.matchAll(/^proxy-authenticate:[ \t]*([A-Za-z0-9-]{1,32})/gim)]
  return failed(
    'proxy-demands-password',
    schemes.slice(0, mostSchemes).map(([, scheme = '']) => scheme),
  )
}

function failed(reason: TunnelFailure, schemes: readonly string[] = []): Tunnel {
  return { ok: false, reason, schemes }
}
