/** The rows of `assets/connections/errors.json` and the word lists beside it, checked by the build. */
import { z } from 'zod'
import { confidenceSchema, evidenceSchema } from './catalogue-schema.ts'

/** As people meet it: `3194`, `-50`, or `0xE8000065`. */
const codeSchema = z.string().regex(/^(-?[1-9]\d{0,8}|0x[0-9A-F]{8})$/)

/** In what somebody met it. A number with two meanings has two rows. */
export const errorWhenSchema = z.enum([
  'restore',
  'connect',
  'sync',
  'store',
  'start',
  'install',
  'service',
])

/** `low`: no source with an address says it, or none at all. */
const errorConfidenceSchema = z.enum([...confidenceSchema.options, 'low'])

export const errorRowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    when: errorWhenSchema,
    codes: z.array(codeSchema),
    /** Numbers of a family that no row names. Both ends belong to it. */
    ranges: z
      .array(z.strictObject({ from: codeSchema, to: codeSchema }))
      .min(1)
      .optional(),
    /** The ranges count only where the text speaks of this: of Windows, of an installer. */
    needsWords: z.literal(true).optional(),
    /**
     * Messages without a number: all parts of one list must stand in the text. A part is in lower case and without
     * accents; `|` stands between ways to say the same, in whatever language.
     */
    phrases: z
      .array(z.array(z.string().regex(/^[^A-Z]+$/)).min(1))
      .min(1)
      .optional(),
    /** `errors.step.<step>`, the first to be done first. */
    steps: z.array(z.string()).min(1),
    sources: z.array(z.string().min(1)),
    confidence: errorConfidenceSchema,
    /** Present when `errors.note.<id>` exists. */
    note: evidenceSchema.optional(),
  })
  .refine(({ sources, confidence }) => sources.length > 0 || confidence === 'low')

/** The whole of the file. */
export const errorsSchema = z.array(errorRowSchema)

const wordsSchema = z.array(z.string().regex(/^[^A-Z]+$/)).min(1)

/** All in lower case and without accents, five languages and more in one list. */
export const errorWordsSchema = z.strictObject({
  /** Before the number of an error, and after it. */
  error: wordsSchema,
  /** The same where words are not kept apart. */
  errorSigns: wordsSchema,
  /** After a small number they count: "3 Fehler". */
  countedErrors: wordsSchema,
  /** May stand between such a word and its number. */
  between: wordsSchema,
  /** Before a version or a model. */
  products: wordsSchema,
  /** Products that people type before an error's number too: "iTunes 3194". */
  productsWithErrors: wordsSchema,
  /** Before a number that is no error's. */
  ports: wordsSchema,
  /** After a number that counts or measures. */
  units: wordsSchema,
  /** Beginnings of words that say in what the error was met. */
  about: z.record(errorWhenSchema, wordsSchema),
  /** What programmers call Apple's numbers for devices, and developers' tools print. */
  names: z.record(z.string().regex(/^kamd[a-z]+$/), codeSchema),
})

export type ErrorRow = z.infer<typeof errorRowSchema>
export type ErrorWhen = z.infer<typeof errorWhenSchema>
export type ErrorWordLists = z.infer<typeof errorWordsSchema>
