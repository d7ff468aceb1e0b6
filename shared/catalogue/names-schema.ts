/** Other names of Apple's programs, and names of what is no program: the shape of `assets/catalogue/names.json`. */
import { z } from 'zod'
import { confidenceSchema } from './schema.ts'

const entryIdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A name only helps to find an entry, and claims nothing. Where none was seen, it is a translation: `inferred`, without a source. */
const origin = { sources: z.array(z.string().min(1)), confidence: confidenceSchema }
const hasOrigin = ({ sources, confidence }: { sources: string[]; confidence: string }) =>
  sources.length > 0 || confidence === 'inferred'

/** Names that Windows or a tool shows for a program of the catalogue: localised, shortened, or spoilt. */
export const alsoNamedSchema = z
  .strictObject({ entryId: entryIdSchema, names: z.array(z.string().min(1)).min(1), ...origin })
  .refine(hasOrigin)

export const partKindSchema = z.enum(['library', 'driver', 'package'])

/** What people meet beside the programs, and what never shows in a list of processes by itself. */
export const partSchema = z
  .strictObject({
    /** Texts that are this part's own are `whatIs.partNote.<id>`. */
    id: entryIdSchema,
    kind: partKindSchema,
    names: z.array(z.string().min(1)).min(1),
    /** Programs of the catalogue that it belongs to or brings, the nearest first. */
    ofEntries: z.array(entryIdSchema).min(1),
    /** What installs it, as it stands among the installed apps. */
    package: z.string().min(1).optional(),
    ...origin,
  })
  .refine(hasOrigin)

export const namesSchema = z.strictObject({
  also: z.array(alsoNamedSchema),
  parts: z.array(partSchema),
  /** Image names that are words of every day: in a sentence they name nothing without their ending. */
  everyday: z.array(z.string().min(1)),
})

export type PartKind = z.infer<typeof partKindSchema>
export type Part = z.infer<typeof partSchema>
export type Names = z.infer<typeof namesSchema>
