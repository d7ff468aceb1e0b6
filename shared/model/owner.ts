/** The account of a process, and its rights. */
import { z } from 'zod'
import { named, wordOf, type TypeOf } from './schema.ts'

export const ownerSchema = named(
  'Owner',
  z.object({
    /** `S-1-5-18` and the like. */
    securityId: z.string(),
    /** `DOMAIN\name`; null when Windows knows no name for it. Localised for Windows' own accounts. */
    account: z.string().nullable(),
    /** Windows' own steps, from nothing to everything. Null where the process has no label that can be read. */
    integrity: wordOf(['untrusted', 'low', 'medium', 'high', 'system', 'protected']).nullable(),
  }),
)
export type ProcessOwner = TypeOf<typeof ownerSchema>
export type IntegrityLevel = NonNullable<ProcessOwner['integrity']>
