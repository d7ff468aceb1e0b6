/** The shape of `assets/connections/endpoints.json`, checked by the build. */
import { z } from 'zod'
import { evidenceSchema } from './catalogue-schema.ts'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const hostNameSchema = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)+$/)

/**
 * What became of the server, the article's list held against Apple's present one.
 * - `kept`: in both. `narrowed`: only `narrowedTo` is left of a wildcard. `gone`: no longer listed.
 * - `named`: a row of the article covers it, and it is listed by itself now.
 * - `new`: listed only now. `unknown`: in neither list, known from elsewhere.
 */
export const fateStateSchema = z.enum(['kept', 'narrowed', 'named', 'gone', 'new', 'unknown'])

const fateSchema = z.strictObject({
  state: fateStateSchema,
  /** The day of Apple's list that the article was held against. */
  asOf: z.iso.date(),
  /** When it happened, where a source says. */
  since: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  narrowedTo: z.array(hostNameSchema),
  ...evidenceSchema.shape,
})

export const endpointSchema = z.strictObject({
  id: idSchema,
  /** As the article writes it: `gg*.apple.com`. */
  pattern: z.string().regex(/^(\*\.)?[a-z0-9-]+\*?(\.[a-z0-9-]+)+$/),
  /** Whose server, in the article's two columns. */
  group: z.enum(['apple', 'other']),
  /** What it is mostly for: its evidence is that of `purpose`. `other`: none of these, or not known. */
  use: z.enum(['restore', 'set-up', 'store', 'software', 'certificates', 'other']),
  inArticle: z.boolean(),
  /** The article's pattern that covers a server which the article does not name by itself. */
  coveredBy: z.string().optional(),
  /** Real names to try. */
  names: z.array(hostNameSchema).min(1),
  /** The names are examples: one that answers says little about all that the pattern stands for. */
  standsFor: z.boolean(),
  port: z.union([z.literal(80), z.literal(443)]),
  tls: z.boolean(),
  fate: fateSchema,
  /** Evidence of the text that says what it is for. */
  purpose: evidenceSchema,
  /** Evidence of pattern and port. */
  ...evidenceSchema.shape,
})

/** The whole of the file. */
export const endpointsSchema = z.array(endpointSchema)

export type Endpoint = z.infer<typeof endpointSchema>
