/** Is a chain believed only where every issuer has signed what is below it, up to a known root? Real certificates, a made-up connection. */
import { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { loadRoots, readCertificate } from '../../../electron/network/read-certificate.ts'
import { makeCertificate, type MadeCertificate } from '../../fixtures/network/certificates.ts'

const host = 'gs.apple.test'
const day = { from: -20, to: -10 }
const root = makeCertificate({ commonName: 'Root', organization: 'Apple Inc.', isAuthority: true })
const middle = makeCertificate({ commonName: 'Middle', issuer: root, isAuthority: true })
const leafOf = (issuer: MadeCertificate, more = {}) =>
  makeCertificate({ commonName: host, dnsNames: [host], issuer, ...more })
const roots = loadRoots([root.pem])

/** As Node hands out the chain that a server sent, the server's own first. */
function read(
  chain: readonly MadeCertificate[],
  error: unknown = null,
  asked = host,
  trusted = roots,
) {
  const sent = chain.map(({ pem }) => ({ ...new X509Certificate(pem).toLegacyObject() }))
  const linked = sent.map((one, index) =>
    Object.assign(one, { issuerCertificate: sent[index + 1] }),
  )
  const secure = { getPeerCertificate: () => linked[0] ?? {}, authorizationError: error }
  return readCertificate(secure as unknown as TLSSocket, asked, trusted)
}
const expired = 'CERT_HAS_EXPIRED'

test('a sound chain is told with its names, dates and issuers', () => {
  const found = read([leafOf(middle), middle, root])
  expect(found).toMatchObject({
    ...{ nameMatches: true, dates: 'valid', isTrusted: true, isSelfSigned: false, names: [host] },
    ...{ subject: { commonName: host, organization: '' }, issuer: { commonName: 'Middle' } },
  })
  expect(found?.chain.map(({ subject }) => subject.commonName)).toEqual([host, 'Middle', 'Root'])
  expect(found?.chain[2]?.issuer).toEqual({ commonName: 'Root', organization: 'Apple Inc.' })
  expect(found?.validFromUtc).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('without a certificate there is nothing to tell', () => {
  expect(read([])).toBeUndefined()
})

test('another name is no match, and an address is one only where it is named', () => {
  expect(read([leafOf(root)], null, 'other.test')?.nameMatches).toBe(false)
  const of = makeCertificate({ commonName: 'x', issuer: root, ipAddresses: ['10.1.2.3'] })
  expect(read([of], null, '10.1.2.3')).toMatchObject({ nameMatches: true, names: ['10.1.2.3'] })
})

test.each([
  ['SELF_SIGNED_CERT_IN_CHAIN'],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
  [new Error('odd')],
])('a chain of which Node complains is not believed', (error) => {
  const isTrusted = error instanceof Error
  expect(read([leafOf(middle), middle, root], error)?.isTrusted).toBe(isTrusted)
})

test('dates that are wrong hide no other fault: the signatures are followed up to the root', () => {
  const late = leafOf(middle, day)
  expect(read([late, middle], expired)).toMatchObject({ dates: 'expired', isTrusted: true })
  expect(read([late, middle, root], expired)?.isTrusted).toBe(true)
  expect(read([leafOf(root, day)], expired)?.isTrusted).toBe(true)
  const early = leafOf(middle, { from: 10, to: 20 })
  expect(read([early, middle], 'CERT_NOT_YET_VALID')).toMatchObject({
    ...{ dates: 'not-yet-valid', isTrusted: true },
  })
  expect(read([early, middle])?.dates).toBe('not-yet-valid')
  expect(read([late, middle])?.dates).toBe('expired')
})

test('a late chain is not believed where a link is missing, forged or no authority', () => {
  const late = leafOf(middle, day)
  const forged = makeCertificate({ commonName: 'Middle', issuer: root, isAuthority: true })
  const noAuthority = makeCertificate({ commonName: 'Middle', issuer: root })
  const stranger = makeCertificate({
    commonName: 'Root',
    organization: 'Apple Inc.',
    isAuthority: true,
  })
  expect(read([late], expired)?.isTrusted).toBe(false)
  expect(read([late, root], expired)?.isTrusted).toBe(false)
  expect(read([late, forged], expired)?.isTrusted).toBe(false)
  expect(read([leafOf(noAuthority, day), noAuthority], expired)?.isTrusted).toBe(false)
  expect(read([late, middle, root], expired, host, loadRoots([stranger.pem]))?.isTrusted).toBe(
    false,
  )
  expect(read([late, middle, root], expired, host, loadRoots([]))?.isTrusted).toBe(false)
  const plain = makeCertificate({ commonName: 'Plain' })
  expect(read([leafOf(plain, day)], expired, host, loadRoots([plain.pem]))?.isTrusted).toBe(false)
})

test('one that has signed itself says so', () => {
  const own = makeCertificate({ commonName: host, dnsNames: [host] })
  expect(read([own], 'DEPTH_ZERO_SELF_SIGNED_CERT')).toMatchObject({
    ...{ isSelfSigned: true, isTrusted: false },
  })
})

test('what anybody may write into one is cut: texts, names and the chain', () => {
  const dnsNames = Array.from({ length: 60 }, (_, index) => `n${index}.test`)
  const long = makeCertificate({ commonName: 'x'.repeat(300), dnsNames, issuer: root })
  const found = read([long])
  expect(found?.subject.commonName).toHaveLength(256)
  expect(found?.names).toHaveLength(50)
  const chain = Array.from({ length: 12 }, (_, index) =>
    makeCertificate({ commonName: `c${index}`, issuer: root, isAuthority: true }),
  )
  expect(read(chain)?.chain).toHaveLength(10)
})

test('a chain that leads back into itself has an end', () => {
  const one = { ...new X509Certificate(root.pem).toLegacyObject() } as Record<string, unknown>
  one['issuerCertificate'] = one
  one['subject'] = { CN: ['first', 'second'], O: 5 }
  one['valid_to'] = 'never'
  const secure = { getPeerCertificate: () => one, authorizationError: null }
  const found = readCertificate(secure as unknown as TLSSocket, host, roots)
  expect(found).toMatchObject({
    validToUtc: null,
    subject: { commonName: 'first', organization: '' },
  })
  expect(found?.chain).toHaveLength(1)
})
