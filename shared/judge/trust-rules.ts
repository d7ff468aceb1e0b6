/**
 * What does a genuineness check demand, and who says so? Reads `assets/catalogue/trust-rules.json`.
 *
 * The words of each rule are `evidence.rule.<id>`. What is deliberately no rule: a product name (many genuine files
 * have none), a certificate's issuer, serial number or thumbprint (they change), a service's display name (localised).
 */
import data from '../../assets/catalogue/trust-rules.json' with { type: 'json' }
import { trustRulesSchema, type TrustRules } from './trust-rules-schema.ts'

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: TrustRules | undefined

/** @throws when the shipped data is broken: a bug in the data, found by the first test that runs. */
export function readTrustRules(): TrustRules {
  parsed ??=
    typeof CATALOGUE_IS_CHECKED === 'undefined'
      ? trustRulesSchema.parse(data)
      : (data as unknown as TrustRules)
  return parsed
}

/** File names whose signature must be read when this program is checked, for example `CoreFoundation.dll`. */
export function neighboursOf(imageName: string): readonly string[] {
  const name = imageName.toLowerCase()
  return readTrustRules()
    .neighbours.filter(({ hosts }) => hosts.some((host) => host.toLowerCase() === name))
    .map(({ fileName }) => fileName)
}
