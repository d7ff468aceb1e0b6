/** What a program file says about itself, and who vouches for it. */
import { z } from 'zod'
import type { Probe } from './probe.ts'
import { named, probeSchema, type TypeOf } from './schema.ts'
import { signatureSchema, type Signature } from './signature.ts'

/** A version resource. */
export const versionSchema = named(
  'Version',
  z
    .object({
      companyName: z.string().nullable(),
      fileDescription: z.string().nullable(),
      productName: z.string().nullable(),
      fileVersion: z.string().nullable(),
      productVersion: z.string().nullable(),
      originalFilename: z.string().nullable(),
      /** The number that Windows itself compares, `a.b.c.d`. Null when the resource has no fixed part. */
      fixedFileVersion: z.string().nullable(),
    })
    .describe('What the file says about itself: claims, not proof.'),
)
export type VersionInfo = TypeOf<typeof versionSchema>

/** Which ones are asked for: `neighboursOf`. */
export const neighbourSchema = named(
  'Neighbour',
  z
    .object({
      fileName: z.string(),
      isPresent: probeSchema(z.boolean()),
      signature: probeSchema(signatureSchema),
    })
    .describe('A library in the same folder that the program would load.'),
)
export type Neighbour = TypeOf<typeof neighbourSchema>

export interface FileEvidence {
  readonly signature: Probe<Signature>
  readonly version: Probe<VersionInfo>
}
