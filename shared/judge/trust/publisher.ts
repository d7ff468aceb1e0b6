/** The publisher of a program, as a table shows it: whoever signed the file, and how sure that is. */
import type { Probe } from '../../model/probe.ts'
import type { Signature } from '../../model/signature.ts'
import { isStoreCertificateOfApple } from './trust-rules.ts'

export type Publisher =
  /** Soundly signed. */
  | { readonly kind: 'signed'; readonly name: string; readonly isMicrosoft: boolean }
  /** A name in a signature that does not prove it. */
  | { readonly kind: 'claimed'; readonly name: string }
  | { readonly kind: 'tampered'; readonly name: string }
  | { readonly kind: 'unsigned' }
  /** In a Store package, which is signed as a whole: without a signature of its own, or with the Store's. */
  | { readonly kind: 'store' }
  /** A process of Windows itself, without a program file. */
  | { readonly kind: 'system' }
  | { readonly kind: 'unknown'; readonly reason: string }

const microsoft = 'Microsoft Corporation'

export function publisherOf(path: Probe<string>, signature: Probe<Signature>): Publisher {
  if (path.state !== 'known') {
    return path.reason === 'no-program-file'
      ? { kind: 'system' }
      : { kind: 'unknown', reason: path.reason }
  }
  if (signature.state !== 'known') return { kind: 'unknown', reason: signature.reason }
  const { verdict, signer } = signature.value
  if (verdict === 'trusted' && isNumberOfStore(signer?.commonName ?? '')) {
    return isStoreCertificateOfApple(signer)
      ? { kind: 'signed', name: 'Apple Inc.', isMicrosoft: false }
      : { kind: 'store' }
  }
  const name = signer === null ? '' : signer.organization || signer.commonName
  switch (verdict) {
    case 'none':
      return isInStorePackage(path.value) ? { kind: 'store' } : { kind: 'unsigned' }
    case 'trusted':
    case 'expired':
      return name === ''
        ? { kind: 'unknown', reason: 'signer-nameless' }
        : { kind: 'signed', name, isMicrosoft: verdict === 'trusted' && name === microsoft }
    case 'tampered':
      return { kind: 'tampered', name }
    case 'cannot-tell':
      return { kind: 'unknown', reason: 'signature-undecided' }
    case 'untrusted-root':
    case 'revoked':
    case 'distrusted':
      return { kind: 'claimed', name }
  }
}

/** The Store's certificates bear a publisher's number. */
const isNumberOfStore = (name: string): boolean =>
  /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i.test(name)

/** Only Windows itself may write there. */
function isInStorePackage(path: string): boolean {
  return /^[A-Z]:\\Program Files\\WindowsApps\\/i.test(path)
}

/** Whether Windows comes with it, as far as signer and folder tell. */
export function isPartOfWindows(publisher: Publisher, path: Probe<string>): boolean {
  if (publisher.kind === 'system') return true
  return (
    publisher.kind === 'signed' &&
    publisher.isMicrosoft &&
    path.state === 'known' &&
    /^(?:\\\\\?\\)?[A-Z]:\\Windows\\/i.test(path.value)
  )
}
