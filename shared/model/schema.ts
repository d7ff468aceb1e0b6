/**
 * What the shapes of facts are made of. A shape stands once: reports are checked against it, `report.schema.json` is
 * made from it, and its type is taken from it. Import only types of a file with shapes where the start counts: what it
 * loads (zod) is slow to load.
 */
import { z } from 'zod'

type Immutable<T> = T extends readonly (infer U)[]
  ? readonly Immutable<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T

/** The type of a shape: as it is written, and as it is read. */
export type TypeOf<T extends z.ZodType> = Immutable<z.output<T>>

/** A schema under its own name in `report.schema.json`. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  return schema.meta({ ...schema.meta(), id })
}

/**
 * One word of a list. Reports of other versions may hold others: they are judged as the list's word for not knowing,
 * where it has one, and are shown and written back as they are. The type tells what this version knows.
 */
export function wordOf<const T extends readonly string[]>(
  list: T,
  otherwise: T[number] | undefined = notKnowing.find((word) => list.includes(word)),
): z.ZodType<T[number]> {
  const words = z.union([z.enum(list), z.string()])
  const told = otherwise === undefined ? words : words.meta({ [otherwiseKey]: otherwise })
  return told
}

/** A keyword of our own in `report.schema.json`. */
const otherwiseKey = 'x-otherwise'

const notKnowing = ['cannot-tell', 'unknown', 'attention']

const reason = z.string().describe('A stable code.')
const notKnownSchema = named(
  'NotKnown',
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('denied'), reason }),
    z.object({ state: z.literal('failed'), reason }),
    z.object({ state: z.literal('skipped'), reason }),
  ]),
)

/** Wherever a detail may be missing, the reason stands in its place. */
export function probeSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value }),
    notKnownSchema,
  ])
}

/** A part that an older version of the program did not write reads as "not checked". */
export function laterProbe<T extends z.ZodType>(value: T) {
  return probeSchema(value).default({ state: 'skipped', reason: 'not-checked' } as never)
}

export const pidSchema = named('Pid', z.int().min(0).max(0xffffffff))
/** ISO 8601, UTC. */
export const utcSchema = named('Utc', z.iso.datetime())
/** `2026-11-27` */
export const daySchema = z.iso.date()
export const countSchema = z.int().min(0)
export const bytesSchema = z.number().min(0)
