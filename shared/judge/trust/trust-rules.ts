/**
 * The trust rules, each with its source. Reads `assets/catalogue/trust-rules.json`.
 *
 * The words of each rule are `evidence.rule.<id>`. What is deliberately no rule: a product name (many genuine files
 * have none), a certificate's issuer, serial number or thumbprint (they change), a service's display name (localised).
 */
import data from '../../../assets/catalogue/trust-rules.json' with { type: 'json' }
import type { CertificateSubject } from '../../model/signature.ts'
import type { TrustRules } from './trust-rules-schema.ts'

export const readTrustRules = (): TrustRules => data as TrustRules

/** File names whose signature must be read when this program is checked, for example `CoreFoundation.dll`. */
export function neighboursOf(imageName: string): readonly string[] {
  const { otherMakers } = readTrustRules()
  return [
    ...appleNeighboursOf(imageName),
    ...otherMakers.flatMap(({ imageName: name, library }) =>
      library !== undefined && isSameName(name, imageName) ? [library] : [],
    ),
  ]
}

/** Those that Apple's own program of that name loads from its folder. */
export function appleNeighboursOf(imageName: string): readonly string[] {
  return readTrustRules()
    .neighbours.filter(({ hosts }) => hosts.some((host) => isSameName(host, imageName)))
    .map(({ fileName }) => fileName)
}

/** The maker who is known to ship a program of this name with this signature. */
export function otherMakerOf(
  imageName: string,
  signer: CertificateSubject | null,
): TrustRules['otherMakers'][number] | undefined {
  return readTrustRules().otherMakers.find(
    (maker) =>
      isSameName(maker.imageName, imageName) &&
      maker.signer.commonName === signer?.commonName &&
      maker.signer.organization === signer.organization,
  )
}

/** Why others have programs of this name too; undefined for a name that is Apple's alone. */
export function whyShared(imageName: string): TrustRules['sharedNames'][number]['why'] | undefined {
  return readTrustRules().sharedNames.find((shared) => isSameName(shared.imageName, imageName))?.why
}

/**
 * Whether Microsoft Store signed it for Apple: its certificates bear a publisher's number alone, no organisation. Some
 * tools repeat the one name that there is.
 */
export function isStoreCertificateOfApple(subject: CertificateSubject | null): boolean {
  const { certificateName } = readTrustRules().storePublisher
  return (
    subject?.commonName.toUpperCase() === certificateName &&
    ['', certificateName].includes(subject.organization.toUpperCase())
  )
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
