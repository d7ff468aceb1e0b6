/**
 * Certificate authorities of the servers that iTunes talks to. The shape of `assets/connections/issuers.json`.
 *
 * An organisation that is missing here proves nothing: it matters only together with a chain that no public root vouches for.
 */
import data from '../../assets/connections/issuers.json' with { type: 'json' }
import { issuersSchema, type Issuers, type KnownIssuer } from './issuers-schema.ts'

export type { Issuers, KnownIssuer } from './issuers-schema.ts'

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: Issuers | undefined

/** @throws when the shipped data is broken: a bug in the data, found by the first test that runs. */
export function readIssuers(): Issuers {
  parsed ??=
    typeof CATALOGUE_IS_CHECKED === 'undefined'
      ? issuersSchema.parse(data)
      : (data as unknown as Issuers)
  return parsed
}

export function findIssuer(organization: string): KnownIssuer | undefined {
  return readIssuers().issuers.find((issuer) => issuer.organization === organization)
}
