/**
 * Certificate authorities of the servers that iTunes talks to. The shape of `assets/connections/issuers.json`.
 *
 * An organisation that is missing here proves nothing: it matters only together with a chain that no public root vouches for.
 */
import data from '../../assets/connections/issuers.json' with { type: 'json' }
import type { Issuers, KnownIssuer } from './schemas/issuers-schema.ts'

export type { Issuers, KnownIssuer } from './schemas/issuers-schema.ts'

export const readIssuers = (): Issuers => data as Issuers

export function findIssuer(organization: string): KnownIssuer | undefined {
  return readIssuers().issuers.find((issuer) => issuer.organization === organization)
}
