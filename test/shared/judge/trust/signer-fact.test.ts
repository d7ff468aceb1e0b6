/** What a signature alone comes to: Apple’s, somebody else’s, nobody’s, or not known, and why. */
import { describe, expect, test } from 'vitest'
import {
  judgeNeighbours,
  judgeOtherMaker,
  judgeSigner,
  offersOnlineCheck,
} from '../../../../shared/judge/trust/signer-fact.ts'
import type { Neighbour } from '../../../../shared/model/file-evidence.ts'
import { denied, failed, known, type Probe } from '../../../../shared/model/probe.ts'
import type { Signature, SignatureVerdict } from '../../../../shared/model/signature.ts'
import { apple, other } from '../../../fixtures/judged-program.ts'

const signed = (
  signer: Signature['signer'],
  verdict: SignatureVerdict,
  more: Partial<Signature> = {},
) =>
  known<Signature>({
    ...{ verdict, where: 'embedded', code: 0, signer, issuer: 'Some CA', stampedAtUtc: null },
    ...more,
  })
const nobody = signed(null, 'none')
const named = (commonName: string, organization = commonName) => ({ commonName, organization })
const olderApple = named('Apple Computer, Inc.')
const ownRoot = { issuer: 'Apple Inc.' }
const incomplete = { code: 0x800b010a }
const outside = { state: 'unexpected' } as const

test.each<[string, Probe<Signature>, string, string?]>([
  ['Apple’s', signed(apple, 'trusted'), 'good ticked apple', 'Apple Inc.'],
  [
    // FRST of 2024: the program of iTunes from Microsoft Store. https://pastebin.com/8hv70EL7
    'Microsoft Store’s for Apple',
    signed(named('5BD5593D-A41B-4F89-884E-B4F3E0FBAA75', ''), 'trusted'),
    'good ticked apple',
    'Apple Inc. (Microsoft Store)',
  ],
  [
    'Microsoft Store’s for Apple, as osquery tells it',
    signed(named('5BD5593D-A41B-4F89-884E-B4F3E0FBAA75'), 'trusted'),
    'good ticked apple',
  ],
  [
    'Microsoft Store’s for another',
    signed(named('24803D75-212C-471A-BC57-9EF86AB91435', ''), 'trusted'),
    'other crossed other-maker',
  ],
  [
    'Apple’s number with somebody’s company',
    signed(named('5BD5593D-A41B-4F89-884E-B4F3E0FBAA75', 'Doe'), 'trusted'),
    'other crossed other-maker',
  ],
  [
    'Apple’s number, made by itself',
    signed(named('5BD5593D-A41B-4F89-884E-B4F3E0FBAA75', ''), 'untrusted-root', {
      issuer: '5BD5593D-A41B-4F89-884E-B4F3E0FBAA75',
    }),
    'other crossed untrusted-root',
  ],
  ['another company’s', signed(other, 'trusted'), 'other crossed other-maker', 'Other Maker'],
  [
    'a person’s at a company',
    signed(named('Jo Doe', 'Other Maker'), 'trusted'),
    ...(['other crossed other-maker', 'Jo Doe (Other Maker)'] as const),
  ],
  [
    'a name without a company',
    signed(named('Jo Doe', ''), 'trusted'),
    'other crossed other-maker',
    'Jo Doe',
  ],
  [
    'a company without a name',
    signed(named('', 'Doe'), 'trusted'),
    'other crossed other-maker',
    'Doe',
  ],
  [
    'half of Apple’s name',
    signed(named('Apple Inc.', 'Doe'), 'trusted'),
    'other crossed other-maker',
  ],
  ['the other half', signed(named('Doe', 'Apple Inc.'), 'trusted'), 'other crossed other-maker'],
  ['an older name of Apple’s', signed(olderApple, 'trusted'), 'unknown unknown unconfirmed-name'],
  ['sound without a name', signed(named('', ''), 'trusted'), 'unknown unknown nameless'],
  ['sound without a certificate', signed(null, 'trusted'), 'unknown unknown nameless'],
  ['changed', signed(apple, 'tampered'), 'tampered crossed tampered', 'Apple Inc.'],
  ['none', nobody, 'unsigned crossed unsigned'],
  [
    'Apple’s by a root that is not trusted',
    signed(apple, 'untrusted-root'),
    'unknown unknown root-distrusted',
  ],
  [
    'made by itself',
    signed(apple, 'untrusted-root', ownRoot),
    'other crossed untrusted-root',
    'Apple Inc.',
  ],
  [
    'made by itself, chain cut',
    signed(apple, 'untrusted-root', { ...ownRoot, ...incomplete }),
    'other crossed untrusted-root',
  ],
  [
    'Apple’s with a link missing',
    signed(apple, 'untrusted-root', incomplete),
    'unknown unknown chain-incomplete',
  ],
  [
    'another’s with a link missing',
    signed(other, 'untrusted-root', incomplete),
    'unknown unknown chain-incomplete',
  ],
  [
    'another’s by a root that is not trusted',
    signed(other, 'untrusted-root'),
    'other crossed untrusted-root',
  ],
  [
    'nobody’s by a root that is not trusted',
    signed(null, 'untrusted-root'),
    'other crossed untrusted-root-nameless',
  ],
  ['Apple’s, expired', signed(apple, 'expired'), 'unknown unknown expired'],
  ['an older Apple’s, expired', signed(olderApple, 'expired'), 'unknown unknown expired'],
  ['nameless, expired', signed(null, 'expired'), 'unknown unknown expired'],
  ['another’s, expired', signed(other, 'expired'), 'other crossed other-maker-expired'],
  ['Apple’s, distrusted', signed(apple, 'distrusted'), 'unknown unknown root-distrusted'],
  ['made by itself, distrusted', signed(apple, 'distrusted', ownRoot), 'other crossed distrusted'],
  ['another’s, distrusted', signed(other, 'distrusted'), 'other crossed distrusted'],
  ['Apple’s, revoked', signed(apple, 'revoked'), 'other crossed revoked', 'Apple Inc.'],
])('%s', (_what, signature, expected, signer) => {
  const { outcome, fact } = judgeSigner(signature, outside)
  expect(`${outcome} ${fact.state} ${fact.code}`).toBe(expected)
  if (signer !== undefined) expect(fact.values['signer']).toBe(signer)
})

test('what Windows could not decide is told by its number, and what was not read by its reason', () => {
  const undecided = judgeSigner(signed(null, 'cannot-tell', { code: 0x57 }), outside)
  expect(undecided).toMatchObject({
    outcome: 'unknown',
    fact: { code: 'undecided', values: { code: '0x00000057' } },
  })
  expect(judgeSigner(denied('needs-admin'), outside)).toMatchObject({
    outcome: 'unknown',
    fact: { code: 'not-known', values: { reason: 'needs-admin' } },
  })
})

test('a file of a Store package needs no signature of its own, where only Windows can write', () => {
  const store = (isProtected: boolean) =>
    judgeSigner(nobody, { state: 'expected', way: 'store', isProtected })
  expect(store(true)).toMatchObject({ outcome: 'good', fact: { code: 'store-package' } })
  expect(store(false)).toMatchObject({
    outcome: 'unknown',
    fact: { code: 'store-package-elsewhere' },
  })
  expect(judgeSigner(nobody, { state: 'expected', way: 'listed' }).outcome).toBe('unsigned')
})

test('a check with the network is offered only where certificates could decide', () => {
  const offers = (signature: Probe<Signature>) =>
    offersOnlineCheck({
      signature,
      facts: { signer: judgeSigner(signature, outside).fact } as never,
    })
  expect(offers(signed(apple, 'untrusted-root'))).toBe(true)
  expect(offers(signed(other, 'untrusted-root', incomplete))).toBe(true)
  expect(offers(signed(other, 'untrusted-root'))).toBe(false)
  expect(offers(signed(apple, 'expired'))).toBe(false)
  expect(offers(denied('needs-admin'))).toBe(false)
})

describe('the library beside a program of Apple’s', () => {
  const beside = (signature: Probe<Signature>, more: Partial<Neighbour> = {}) => {
    const file = { fileName: 'corefoundation.DLL', isPresent: known(true), signature, ...more }
    return judgeNeighbours('ituneshelper.exe', [file], outside)
  }

  test('needs no signature in a Store package either, where only Windows can write', () => {
    const file = { fileName: 'CoreFoundation.dll', isPresent: known(true), signature: nobody }
    const store = { state: 'expected', way: 'store' } as const
    const judge = (isProtected: boolean) =>
      judgeNeighbours('iTunesHelper.exe', [file], { ...store, isProtected })
    expect(judge(true)).toBeNull()
    expect(judge(false)?.outcome).toBe('unknown')
  })

  test.each<[string, Probe<Signature>, string | null]>([
    ['Apple’s', signed(apple, 'trusted'), null],
    ['none', nobody, 'neighbour-unsigned'],
    ['changed', signed(apple, 'tampered'), 'neighbour-tampered'],
    ['another’s', signed(other, 'trusted'), 'neighbour-other'],
    ['nobody’s root', signed(null, 'untrusted-root'), 'neighbour-nameless'],
    ['not decided', signed(null, 'cannot-tell'), 'neighbour-not-known'],
    ['not read', failed('timeout'), 'neighbour-not-known'],
  ])('%s', (_what, signature, code) => {
    const answer = beside(signature)
    expect(answer?.fact.code ?? null).toBe(code)
    if (answer === null) return
    expect(answer.outcome).toBe(code === 'neighbour-not-known' ? 'unknown' : 'other')
    expect(answer.fact).toMatchObject({
      rule: 'signer-of-neighbour',
      values: { file: 'CoreFoundation.dll' },
    })
  })

  test('says why it is not known, and nothing where it is not there', () => {
    const reason = (answer: ReturnType<typeof beside>) => answer?.fact.values['reason']
    expect(reason(beside(failed('timeout')))).toBe('timeout')
    expect(reason(beside(signed(null, 'cannot-tell')))).toBe('signature-undecided')
    expect(reason(beside(nobody, { isPresent: denied('needs-admin') }))).toBe('needs-admin')
    expect(reason(judgeNeighbours('iTunesHelper.exe', [], outside))).toBe('not-checked')
    expect(beside(nobody, { isPresent: known(false) })).toBeNull()
    expect(judgeNeighbours('AppleMobileDeviceService.exe', [], outside)).toBeNull()
    expect(beside(signed(other, 'trusted'))?.fact.values['signer']).toBe('Other Maker')
  })
})

describe('Dante’s program and its library', () => {
  const audinate = named('Audinate Pty Ltd')
  const carried = (
    library: Probe<Signature>,
    {
      isPresent = known(true),
      own = signed(audinate, 'trusted'),
    }: Partial<{ isPresent: Neighbour['isPresent']; own: Probe<Signature> }> = {},
  ) => {
    const file = { fileName: 'DAL_keepalives.dll', isPresent, signature: library }
    return judgeOtherMaker('MDNSResponder.exe', own, [file])?.fact.code ?? null
  }

  test.each<[string, Probe<Signature>, string | null]>([
    ['theirs', signed(audinate, 'trusted'), null],
    ['theirs, expired', signed(audinate, 'expired'), null],
    ['theirs, changed', signed(audinate, 'tampered'), 'other-maker-planted'],
    ['nobody’s', nobody, 'other-maker-planted'],
    ['another’s', signed(other, 'trusted'), 'other-maker-planted'],
    [
      'half of their name',
      signed(named('Audinate Pty Ltd', 'x'), 'trusted'),
      'other-maker-planted',
    ],
    ['the other half', signed(named('x', 'Audinate Pty Ltd'), 'trusted'), 'other-maker-planted'],
    ['not decided', signed(null, 'cannot-tell'), null],
    ['not read', denied('needs-admin'), null],
  ])('%s', (_what, library, code) => {
    expect(carried(library)).toBe(code)
  })

  test('nothing speaks for planting where the library or the signature is not there', () => {
    expect(carried(nobody, { isPresent: known(false) })).toBeNull()
    expect(carried(nobody, { isPresent: denied('needs-admin') })).toBeNull()
    expect(carried(nobody, { own: signed(audinate, 'expired') })).toBeNull()
    expect(carried(nobody, { own: signed(other, 'trusted') })).toBeNull()
    expect(carried(nobody, { own: denied('needs-admin') })).toBeNull()
    expect(judgeOtherMaker('mDNSResponder.exe', signed(audinate, 'trusted'), [])).toBeNull()
    expect(judgeOtherMaker('secd.exe', signed(audinate, 'trusted'), [])).toBeNull()
  })
})
