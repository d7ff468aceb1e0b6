/** The account of a process, and its rights. */

/** Windows' own steps, from nothing to everything. */
export const integrityLevels = [
  'untrusted',
  'low',
  'medium',
  'high',
  'system',
  'protected',
] as const
export type IntegrityLevel = (typeof integrityLevels)[number]

export interface ProcessOwner {
  /** `S-1-5-18` and the like. */
  readonly securityId: string
  /** `DOMAIN\name`; null when Windows knows no name for it. Localised for Windows' own accounts. */
  readonly account: string | null
  /** Null where the process has no label that can be read. */
  readonly integrity: IntegrityLevel | null
}
