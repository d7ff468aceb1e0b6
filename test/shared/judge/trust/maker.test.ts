import { expect, test } from 'vitest'
import { makerOf } from '../../../../shared/judge/trust/maker.ts'
import { denied, known } from '../../../../shared/model/probe.ts'
import type { Signature } from '../../../../shared/model/signature.ts'

const signed = (name: string, verdict: Signature['verdict'] = 'trusted', issuer = 'Some CA') =>
  known<Signature>({
    verdict,
    where: 'embedded',
    code: 0,
    signer: { commonName: name, organization: name },
    issuer,
    stampedAtUtc: null,
  })

test('a sound signature names the maker', () => {
  expect(makerOf(signed('Apple Inc.'))).toBe('apple')
  expect(makerOf(signed('Microsoft Corporation'))).toBe('windows')
  expect(makerOf(signed('Audinate Pty Ltd'))).toBe('other')
})

test('without one nobody is named, and nobody accused', () => {
  expect(makerOf(denied('needs-admin'))).toBe('unknown')
  expect(makerOf(signed('Apple Inc.', 'tampered'))).toBe('unknown')
  expect(makerOf(signed('Apple Inc.', 'expired'))).toBe('unknown')
  expect(makerOf(signed('Apple Inc.', 'untrusted-root', 'Apple Inc.'))).toBe('unknown')
  expect(makerOf(signed('Microsoft Corporation', 'untrusted-root'))).toBe('unknown')
  expect(makerOf(signed('Apple Computer, Inc.'))).toBe('unknown')
})
