/** The shape of the error table. The shape of `assets/connections/errors.json`, checked when it is read. */
import { z } from 'zod'
import { confidenceSchema, evidenceSchema } from '../catalogue/schema.ts'

/** As people meet it: `3194`, `-50`, or `0xE8000065`. */
const codeSchema = z.string().regex(/^(-?[1-9]\d{0,8}|0x[0-9A-F]{8})$/)

export const errorCauseSchema = z.enum([
  'hosts-file',
  'dns',
  'vpn',
  'firewall',
  'ports-blocked',
  'security-software',
  'slow-connection',
  'server-busy',
  'server-unreachable',
  'firmware-not-signed',
  'download-interrupted',
  'usb-link',
  'device-hardware',
  'device-locked',
  'trust-missing',
  'windows-too-old',
  'unknown',
])

const rowShape = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Where the trouble usually is: on the way to Apple, or between this PC and the device. */
  area: z.enum(['network', 'device', 'unknown']),
  codes: z.array(codeSchema),
  /** Both ends belong to the range. */
  ranges: z.array(z.strictObject({ from: codeSchema, to: codeSchema })),
  causes: z.array(errorCauseSchema).min(1),
  /** Present when `connections.error.<id>.note` exists. */
  note: evidenceSchema.optional(),
}

export const errorRowSchema = z.discriminatedUnion('isKnown', [
  z.strictObject({
    ...rowShape,
    isKnown: z.literal(true),
    sources: evidenceSchema.shape.sources,
    confidence: confidenceSchema,
  }),
  /** People ask for it, but no source says what it means: better said than left out. */
  z.strictObject({ ...rowShape, isKnown: z.literal(false) }),
])

/** The whole of the file. */
export const errorsSchema = z.array(errorRowSchema)

export type ErrorRow = z.infer<typeof errorRowSchema>
export type ErrorCause = z.infer<typeof errorCauseSchema>
