/** The shape of `assets/connections/issuers.json`, the certificate authorities, checked by the build. */
import { z } from 'zod'
import { evidenceSchema, sourceSchema } from './catalogue-schema.ts'

export const issuersSchema = z.strictObject({
  issuers: z.array(
    z.strictObject({
      /** O of the issuer, exactly. */
      organization: z.string().min(1),
      /** Some of its chains end in roots of its own that only its own programs know. */
      ownRoots: z.boolean(),
      ...evidenceSchema.shape,
    }),
  ),
  sources: z.record(z.string(), sourceSchema),
})

export type Issuers = z.infer<typeof issuersSchema>
export type KnownIssuer = Issuers['issuers'][number]
