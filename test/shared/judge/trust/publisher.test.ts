import { expect, test } from 'vitest'
import { isPartOfWindows, publisherOf } from '../../../../shared/judge/trust/publisher.ts'
import { denied, failed, known } from '../../../../shared/model/probe.ts'
import { signatureVerdicts, type Signature } from '../../../../shared/model/signature.ts'
import { noSignature, signedBy } from '../../../renderer/recorded-pc.ts'

const path = known('C:\\Windows\\System32\\svchost.exe')
const of = (signature: Signature, at = path) => publisherOf(at, known(signature))

test('a sound signature names the publisher, and only Microsoft’s own is Microsoft', () => {
  expect(of(signedBy('Mozilla Corporation'))).toEqual({
    kind: 'signed',
    name: 'Mozilla Corporation',
    isMicrosoft: false,
  })
  expect(of(signedBy('Microsoft Corporation'))).toMatchObject({ isMicrosoft: true })
  for (const name of ['Microsoft', 'Microsoft Corporation ', 'Micrоsoft Corporation']) {
    expect(of(signedBy(name))).toMatchObject({ isMicrosoft: false })
  }
})

test('a name that a signature does not prove is a claim, whatever it says', () => {
  for (const verdict of ['untrusted-root', 'revoked', 'distrusted'] as const) {
    expect(of({ ...signedBy('Microsoft Corporation'), verdict })).toEqual({
      kind: 'claimed',
      name: 'Microsoft Corporation',
    })
  }
  expect(of({ ...signedBy('Microsoft Corporation'), verdict: 'tampered' }).kind).toBe('tampered')
})

test('an expired certificate of Microsoft names it, and does not hide it', () => {
  expect(of({ ...signedBy('Microsoft Corporation'), verdict: 'expired' })).toMatchObject({
    kind: 'signed',
    isMicrosoft: false,
  })
})

test('no signature is "not signed", but not in a Store package, which is signed as a whole', () => {
  expect(of(noSignature, known('C:\\Tools\\a.exe'))).toEqual({ kind: 'unsigned' })
  expect(of(noSignature, known('C:\\Program Files\\WindowsApps\\A_1_x64__b\\a.exe'))).toEqual({
    kind: 'store',
  })
  expect(of(noSignature, known('D:\\Program Files\\WindowsApps.exe'))).toEqual({ kind: 'unsigned' })
})

test('the Store’s certificates bear a number: Apple’s is Apple’s, another’s is the Store’s', () => {
  const inStore = (number: string) =>
    of(
      { ...signedBy(''), signer: { commonName: number, organization: '' } },
      known('C:\\Program Files\\WindowsApps\\A_1_x64__b\\a.exe'),
    )
  expect(inStore('5BD5593D-A41B-4F89-884E-B4F3E0FBAA75')).toMatchObject({ name: 'Apple Inc.' })
  expect(inStore('24803D75-212C-471A-BC57-9EF86AB91435')).toEqual({ kind: 'store' })
})

test('what has no program file is part of Windows; what could not be looked at is not known', () => {
  const none = failed('no-program-file')
  expect(publisherOf(none, none)).toEqual({ kind: 'system' })
  const hidden = denied('needs-admin')
  expect(publisherOf(hidden, hidden)).toEqual({ kind: 'unknown', reason: 'needs-admin' })
})

test('part of Windows needs Microsoft’s signature and Windows’s folder', () => {
  const microsoft = of(signedBy('Microsoft Corporation'))
  expect(isPartOfWindows(microsoft, path)).toBe(true)
  expect(isPartOfWindows(microsoft, known('C:\\Users\\a\\AppData\\Teams.exe'))).toBe(false)
  expect(isPartOfWindows(of(noSignature), path)).toBe(false)
})

test('every verdict of a signature has an answer', () => {
  for (const verdict of signatureVerdicts) {
    expect(of({ ...signedBy('A'), verdict }).kind).toBeTruthy()
    expect(of({ ...signedBy('A'), verdict, signer: null }).kind).toBeTruthy()
  }
})
