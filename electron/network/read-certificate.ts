/** A certificate: names, dates, and whether its chain leads to a known root. */
import { X509Certificate } from 'node:crypto'
import {
  checkServerIdentity,
  createSecureContext,
  rootCertificates,
  type DetailedPeerCertificate,
  type SecureContext,
  type TLSSocket,
} from 'node:tls'
import type { CertificateFact, CertificateName } from '../../shared/model/connection-steps.ts'

/** Anybody can write anything into a certificate. */
const longestText = 256
const mostNames = 50
const longestChain = 10

export interface TrustRoots {
  readonly context: SecureContext
  /** Read on first use: about 150 certificates, needed only where dates are wrong. */
  readonly certificates: () => readonly X509Certificate[]
}

export function loadRoots(pems: readonly string[]): TrustRoots {
  let certificates: readonly X509Certificate[] | undefined
  return {
    context: createSecureContext({ ca: [...pems] }),
    certificates: () => (certificates ??= pems.map((pem) => new X509Certificate(pem))),
  }
}

let publicRoots: TrustRoots | undefined

/** The list that comes with Node, not the one of Windows: there, security software has put its own root. */
export function loadPublicRoots(): TrustRoots {
  publicRoots ??= loadRoots(rootCertificates)
  return publicRoots
}

export function readCertificate(
  secure: TLSSocket,
  host: string,
  roots: TrustRoots,
): CertificateFact | undefined {
  const leaf = secure.getPeerCertificate(true)
  // Without a certificate Node hands out an empty object.
  if ((leaf as Partial<DetailedPeerCertificate>).raw === undefined) return undefined
  const chain = walkChain(leaf)
  const error = secure.authorizationError as unknown
  const code = typeof error === 'string' ? error : ((error as { code?: string } | null)?.code ?? '')
  const dates = judgeDates(leaf, code)
  return {
    subject: readName(leaf.subject),
    issuer: readName(leaf.issuer),
    validFromUtc: readDate(leaf.valid_from),
    validToUtc: readDate(leaf.valid_to),
    names: readNames(leaf.subjectaltname),
    nameMatches: checkServerIdentity(host, leaf) === undefined,
    dates,
    // A wrong date hides every other complaint about the chain, so the signatures are then followed here.
    isTrusted: code === '' || (isDateError(code) && leadsToRoot(chain, roots.certificates())),
    isSelfSigned: isSelfSigned(leaf),
    chain: chain.map(({ subject, issuer }) => ({
      subject: readName(subject),
      issuer: readName(issuer),
    })),
  }
}

function walkChain(leaf: DetailedPeerCertificate): readonly DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = []
  let next = leaf as DetailedPeerCertificate | undefined
  // A root is its own issuer; of half a chain, the last one has none.
  while (next?.raw !== undefined && !chain.includes(next) && chain.length < longestChain) {
    chain.push(next)
    next = next.issuerCertificate
  }
  return chain
}

function isDateError(code: string): boolean {
  return code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID'
}

function judgeDates(
  { valid_from: from, valid_to: to }: DetailedPeerCertificate,
  code: string,
): CertificateFact['dates'] {
  const now = Date.now()
  if (code === 'CERT_NOT_YET_VALID' || Date.parse(from) > now) return 'not-yet-valid'
  return code === 'CERT_HAS_EXPIRED' || Date.parse(to) < now ? 'expired' : 'valid'
}

function isSelfSigned({ raw }: DetailedPeerCertificate): boolean {
  const certificate = new X509Certificate(raw)
  return isIssuedBy(certificate, certificate)
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    // A key of a kind that this program does not know has signed nothing that counts.
    return false
  }
}

function leadsToRoot(
  chain: readonly DetailedPeerCertificate[],
  roots: readonly X509Certificate[],
): boolean {
  const sent = chain.map(({ raw }) => new X509Certificate(raw))
  return sent.some((certificate, index) => {
    const isLinked = sent
      .slice(0, index)
      .every((lower, at) => sent[at + 1]?.ca === true && isIssuedBy(lower, sent[at + 1] ?? lower))
    return isLinked && roots.some((root) => root.ca && isIssuedBy(certificate, root))
  })
}

function readName(name: unknown): CertificateName {
  const fields = (typeof name === 'object' ? name : null) as Record<string, unknown> | null
  return { commonName: readText(fields?.['CN']), organization: readText(fields?.['O']) }
}

/** A field that occurs several times comes as a list. */
function readText(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.slice(0, longestText) : ''
}

function readNames(subjectAltName: string | undefined): readonly string[] {
  if (subjectAltName === undefined) return []
  return subjectAltName
    .split(', ', mostNames)
    .map((name) => name.replace(/^(DNS|IP Address):/, '').slice(0, longestText))
}

function readDate(text: string): string | null {
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
