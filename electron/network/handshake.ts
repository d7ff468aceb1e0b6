/** A TLS handshake, and the certificate that it shows. The handshake is all: nothing is sent after it. */
import { isIP, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import type { CertificateFact, TlsFact } from '../../shared/model/connection-steps.ts'
import { withinLimits, type Limits, type StopReason } from '../async/limit.ts'
import { readCertificate, type TrustRoots } from './read-certificate.ts'

type TlsFailure = StopReason | 'closed-early' | 'not-tls' | 'tls-refused'

export type Handshake =
  | { readonly ok: true; readonly tls: TlsFact; readonly certificate: CertificateFact | undefined }
  | { readonly ok: false; readonly reason: TlsFailure }

/** Ends with the socket destroyed, whatever happens. */
export async function shakeHands(
  socket: Socket,
  host: string,
  roots: TrustRoots,
  limits: Limits,
): Promise<Handshake> {
  const shaken = await withinLimits<Handshake>(limits, (settle) => {
    const secure = connect({
      socket,
      // Names only: addresses are not allowed there.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      // The certificate is to be looked at, not to be believed: nothing is sent to whoever shows it.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      secureContext: roots.context,
    })
    secure.on('error', (error: NodeJS.ErrnoException) => {
      settle({ ok: false, reason: explain(error.code ?? '') })
    })
    secure.once('close', () => settle({ ok: false, reason: 'closed-early' }))
    secure.once('secureConnect', () => settle(describe(secure, host, roots)))
    return () => {
      secure.destroy()
    }
  })
  socket.destroy()
  return shaken.ended ? shaken.value : { ok: false, reason: shaken.why }
}

function describe(secure: TLSSocket, host: string, roots: TrustRoots): Handshake {
  return {
    ok: true,
    tls: { protocol: secure.getProtocol() ?? 'unknown' },
    certificate: readCertificate(secure, host, roots),
  }
}

function explain(code: string): TlsFailure {
  if (code === 'ETIMEDOUT') return 'timed-out'
  // Both ends speak TLS, but not with each other.
  if (/ALERT|UNSUPPORTED_PROTOCOL|LEGACY|NO_SHARED|HANDSHAKE_FAILURE|KEY_TOO_SMALL/.test(code)) {
    return 'tls-refused'
  }
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return 'not-tls'
  return 'closed-early'
}
