/** The signer fact. */
import type { Fact } from '../../model/evidence.ts'
import type { Neighbour } from '../../model/file-evidence.ts'
import type { Instance } from '../../model/inspection.ts'
import type { Probe } from '../../model/probe.ts'
import type { CertificateSubject, Signature } from '../../model/signature.ts'
import type { FolderAnswer } from './expected-folders.ts'
import {
  appleNeighboursOf,
  isStoreCertificateOfApple,
  otherMakerOf,
  readTrustRules,
} from './trust-rules.ts'
import { pathKey } from '../windows-path.ts'

/** What the signature alone comes to, before the folder is looked at. */
export type SignerOutcome = 'good' | 'other' | 'unsigned' | 'tampered' | 'unknown'

export interface SignerAnswer {
  readonly outcome: SignerOutcome
  readonly fact: Fact
}

const fact = (
  state: Fact['state'],
  code: string,
  values: Fact['values'] = {},
  rule: Fact['rule'] = 'signer-name',
): Fact => ({ state, code, rule, values })

/** @param folder decides only whether a missing signature is normal, as in a Store package. */
export function judgeSigner(signature: Probe<Signature>, folder: FolderAnswer): SignerAnswer {
  if (signature.state !== 'known') return unknown('not-known', { reason: signature.reason })
  const { verdict, signer, code } = signature.value
  const values = { signer: nameOf(signer) }
  switch (verdict) {
    case 'trusted':
      if (isApple(signer)) {
        const rule = isStoreCertificateOfApple(signer) ? 'signer-of-store' : 'signer-name'
        return { outcome: 'good', fact: fact('ticked', 'apple', values, rule) }
      }
      if (signer === null || values.signer === '') return unknown('nameless')
      if (isUnconfirmed(signer)) return unknown('unconfirmed-name', values)
      return other('other-maker', values, 'signer-other-maker')
    case 'tampered':
      return { outcome: 'tampered', fact: fact('crossed', 'tampered', values) }
    case 'none':
      return unsigned(folder)
    case 'untrusted-root':
      if (isApple(signer) && !issuedItself(signature.value) && code !== chainIncomplete) {
        return rootDistrusted(values)
      }
      // Without the network a missing link in the chain says nothing; a certificate that issued itself does.
      return code === chainIncomplete && !issuedItself(signature.value)
        ? unknown('chain-incomplete', values)
        : other(values.signer === '' ? 'untrusted-root-nameless' : 'untrusted-root', values)
    case 'expired':
      // An old file of Apple's may have no time stamp: that is no sign of anything.
      return signer === null || isApple(signer) || isUnconfirmed(signer)
        ? unknown('expired', values)
        : other('other-maker-expired', values)
    case 'distrusted':
      if (isApple(signer) && !issuedItself(signature.value)) return rootDistrusted(values)
      return other(verdict, values)
    case 'revoked':
      return other(verdict, values)
    case 'cannot-tell':
      return unknown('undecided', { code: `0x${code.toString(16).padStart(8, '0')}` })
  }
}

/** Whether certificates that this PC does not have could decide, which Windows fetches when it may. */
export function offersOnlineCheck({ signature, facts }: Pick<Instance, 'signature' | 'facts'>) {
  return (
    facts.signer.state === 'unknown' &&
    signature.state === 'known' &&
    signature.value.verdict === 'untrusted-root'
  )
}

/** CERT_E_CHAINING */
const chainIncomplete = 0x800b010a

/** Anybody can make a certificate that names Apple, and nobody but its maker vouches for it. */
const issuedItself = ({ issuer, signer }: Signature): boolean => issuer === signer?.commonName

/** Microsoft has switched off roots that Apple's files rest on, for days: that is no fault of the file. */
const rootDistrusted = (values: Fact['values']): SignerAnswer => ({
  outcome: 'unknown',
  fact: fact('unknown', 'root-distrusted', values, 'signer-root'),
})

function unsigned(folder: FolderAnswer): SignerAnswer {
  if (folder.state === 'expected' && folder.way === 'store') {
    return folder.isProtected
      ? { outcome: 'good', fact: fact('ticked', 'store-package', {}, 'signer-of-store') }
      : unknown('store-package-elsewhere')
  }
  return { outcome: 'unsigned', fact: fact('crossed', 'unsigned') }
}

const unknown = (code: string, values: Fact['values'] = {}): SignerAnswer => ({
  outcome: 'unknown',
  fact: fact('unknown', code, values),
})

const other = (
  code: string,
  values: Fact['values'],
  rule: Fact['rule'] = 'signer-name',
): SignerAnswer => ({ outcome: 'other', fact: fact('crossed', code, values, rule) })

/**
 * Some of Apple's programs load a library from their own folder: a real one may be copied beside a planted library.
 * @param folder of them all: in a Store package no file needs a signature of its own
 * @returns null when nothing speaks against the program.
 */
export function judgeNeighbours(
  imageName: string,
  neighbours: readonly Neighbour[],
  folder: FolderAnswer,
): SignerAnswer | null {
  let doubt: SignerAnswer | null = null
  for (const fileName of appleNeighboursOf(imageName)) {
    const answer = judgeNeighbour(fileName, findNeighbour(neighbours, fileName), folder)
    if (answer?.outcome === 'other') return answer
    doubt ??= answer
  }
  return doubt
}

const findNeighbour = (neighbours: readonly Neighbour[], fileName: string) =>
  neighbours.find((file) => pathKey(file.fileName) === pathKey(fileName))

/**
 * Another maker's genuine program, carried away from its folder together with a library that is not that maker's: how
 * some attacks get started. In its own folder only an administrator could have put one there.
 * @returns null when nothing speaks for that.
 */
export function judgeOtherMaker(
  imageName: string,
  signature: Probe<Signature>,
  neighbours: readonly Neighbour[],
): SignerAnswer | null {
  if (signature.state !== 'known' || signature.value.verdict !== 'trusted') return null
  const { signer } = signature.value
  const { library } = otherMakerOf(imageName, signer) ?? {}
  if (library === undefined) return null
  const found = findNeighbour(neighbours, library)
  if (found?.isPresent.state !== 'known' || !found.isPresent.value) return null
  if (found.signature.state !== 'known') return null
  const { verdict, signer: own } = found.signature.value
  const namesThem =
    own?.commonName === signer?.commonName && own?.organization === signer?.organization
  if (verdict === 'cannot-tell' || (namesThem && verdict !== 'tampered')) return null
  const values = { signer: nameOf(signer), file: library }
  return other('other-maker-planted', values, 'library-of-other-maker')
}

function judgeNeighbour(
  fileName: string,
  neighbour: Neighbour | undefined,
  folder: FolderAnswer,
): SignerAnswer | null {
  const rule = 'signer-of-neighbour' as const
  const doubtful = (reason: string): SignerAnswer => ({
    outcome: 'unknown',
    fact: fact('unknown', 'neighbour-not-known', { file: fileName, reason }, rule),
  })
  if (neighbour === undefined) return doubtful('not-checked')
  if (neighbour.isPresent.state !== 'known') return doubtful(neighbour.isPresent.reason)
  if (!neighbour.isPresent.value) return null
  const { outcome, fact: own } = judgeSigner(neighbour.signature, folder)
  const { signer = '', reason = 'signature-undecided' } = own.values
  switch (outcome) {
    case 'good':
      return null
    case 'unknown':
      return doubtful(reason)
    case 'unsigned':
    case 'tampered':
      return other(`neighbour-${outcome}`, { file: fileName }, rule)
    case 'other':
      return signer === ''
        ? other('neighbour-nameless', { file: fileName }, rule)
        : other('neighbour-other', { file: fileName, signer }, rule)
  }
}

function isApple(signer: CertificateSubject | null): boolean {
  return isOneOf(signer, readTrustRules().signers.accepted) || isStoreCertificateOfApple(signer)
}

function isUnconfirmed(signer: CertificateSubject | null): boolean {
  return isOneOf(signer, readTrustRules().signers.unconfirmed)
}

function isOneOf(
  signer: CertificateSubject | null,
  subjects: readonly CertificateSubject[],
): boolean {
  return subjects.some(
    ({ commonName, organization }) =>
      signer?.commonName === commonName && signer.organization === organization,
  )
}

/** CN and O, once where they are the same. */
function nameOf(signer: CertificateSubject | null): string {
  if (signer === null) return ''
  // Its number says nothing to anybody.
  if (isStoreCertificateOfApple(signer)) return 'Apple Inc. (Microsoft Store)'
  const { commonName, organization } = signer
  if (commonName === '' || commonName === organization) return organization
  return organization === '' ? commonName : `${commonName} (${organization})`
}
