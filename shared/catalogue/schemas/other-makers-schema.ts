/** Programs of other makers that may stand in the way of Apple's: the shape of `assets/catalogue/other-makers.json`. */
import { z } from 'zod'
import { symptoms } from '../../model/symptom.ts'
import { evidenceSchema } from './catalogue-schema.ts'

/**
 * What a program may do to Apple's, as somebody reported it. Never a verdict: most PCs with it work.
 * - `filters-traffic`: filters the connections of other programs, those inside the PC among them.
 * - `tunnel`: its network adapter takes the traffic of the whole PC, as a VPN does.
 * - `usb-driver`: puts its own driver in the place of Apple's, or hands the device to a virtual machine.
 * - `starts-itunes`: speaks to iTunes through COM, for which Windows starts iTunes.
 * - `heavy`: keeps the processor busy because of Apple's programs.
 * - `uses-27015`: waits on the TCP port on which Apple's programs find the device.
 * - `needs-bonjour`: does not find its devices without Bonjour.
 */
export const otherMakerKinds = [
  'filters-traffic',
  'tunnel',
  'usb-driver',
  'starts-itunes',
  'heavy',
  'uses-27015',
  'needs-bonjour',
] as const
const otherMakerKindSchema = z.enum(otherMakerKinds)

export const otherMakerSchema = z.strictObject({
  /** Kebab-case, stable: reports hold it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Its maker's name for it; the same in every language. */
  name: z.string().min(1),
  may: z.array(otherMakerKindSchema).min(1),
  /** Key names of its services and drivers. */
  services: z.array(z.string().min(1)),
  /** Image names of its programs. */
  processes: z.array(z.string().regex(/\.exe$/i)),
  /** Parts of Windows's description of its network adapter. */
  adapters: z.array(z.string().min(4)),
  /** For these somebody traced the fault to it; elsewhere it only may be in the way. */
  reportedFor: z.array(z.enum(symptoms)).min(1).optional(),
  /** Whether pausing or ending it takes an administrator. */
  pauseNeedsAdmin: z.literal(true).optional(),
  /** Evidence of what it may do. */
  what: evidenceSchema,
  /** Evidence of its services, programs and adapters. */
  names: evidenceSchema,
})

/** The whole of the file. */
export const otherMakersSchema = z.array(otherMakerSchema)

export type OtherMaker = z.infer<typeof otherMakerSchema>
export type OtherMakerKind = z.infer<typeof otherMakerKindSchema>
