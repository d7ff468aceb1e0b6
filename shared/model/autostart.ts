/** What starts at logon. */
import { z } from 'zod'
import { folderAccesses } from './places.ts'
import type { Probe } from './probe.ts'
import { laterProbe, named, probeSchema, utcSchema, wordOf, type TypeOf } from './schema.ts'
import { signatureSchema } from './signature.ts'

export const hiveSchema = wordOf(['HKCU', 'HKLM'])
export type Hive = TypeOf<typeof hiveSchema>

export const registryViewSchema = wordOf(['64-bit', '32-bit'])
export type RegistryView = TypeOf<typeof registryViewSchema>

const keyShape = {
  hive: hiveSchema,
  /** The user's own key is the same for both. */
  view: registryViewSchema.describe('The part of the registry that such programs see.'),
}

/** What somebody chose for the entry in Task Manager or in Settings. */
export const startupSwitchSchema = z.object({
  isOn: z.boolean(),
  /** When it was switched off. Null while it is on, or where no time is noted. */
  offSinceUtc: utcSchema.nullable(),
})
export type StartupSwitch = TypeOf<typeof startupSwitchSchema>

/** One value of a Run key. */
const entrySchema = z.object({
  ...keyShape,
  valueName: z.string(),
  /** The command line: perhaps quoted, perhaps with arguments and `%variables%`. */
  command: probeSchema(z.string()).describe('As it is stored.'),
  startupSwitch: probeSchema(startupSwitchSchema),
})
export type RunEntry = TypeOf<typeof entrySchema>
export type RunKey = Pick<RunEntry, 'hive' | 'view'>

/**
 * Where does the program of an entry lie?
 * - `expected`: where the catalogue's process of that entry belongs.
 * - `elsewhere`: in another folder. Some people move their programs: it is for information.
 * - `unknown`: the folder, or where it should be, is not known.
 */
const placeSchema = wordOf(['expected', 'elsewhere', 'unknown'])
export type AutostartPlace = TypeOf<typeof placeSchema>

/** An entry that concerns a process of the catalogue. */
const autostartEntrySchema = named(
  'AutostartEntry',
  entrySchema.extend({
    /** Whether it starts a program of that image name. Null when the command is not known. */
    startsIt: z.boolean().nullable().describe('False for an entry of that name alone.'),
    /** What its command line starts, with those variables replaced that are known; a script or library where Windows's own program runs it. */
    program: z.string().nullable(),
    place: placeSchema,
    access: wordOf(folderAccesses)
      .default('unknown')
      .describe("Who may write to the program's folder, by its path."),
    signature: laterProbe(signatureSchema).describe('Of a program that lies elsewhere.'),
  }),
)
export type AutostartEntry = TypeOf<typeof autostartEntrySchema>

/** Does one process of the catalogue start with Windows? */
export const autostartShape = z.object({
  processId: z.string(),
  /** `on`: starts at logon. `off`: switched off in Task Manager. `none`: no entry in any of the Run keys. */
  state: wordOf(['on', 'off', 'none', 'cannot-tell']),
  /** Null unless it is off and the time is noted. */
  offSinceUtc: utcSchema.nullable(),
  /** A code of `autostart.reason` or `reason`. */
  reason: z.string().nullable().describe('Why nobody can tell, if so.'),
  entries: z.array(autostartEntrySchema),
})
export type ProcessAutostart = TypeOf<typeof autostartShape>

/** A Run key that was looked at. */
export const runKeySchema = named(
  'RunKey',
  z.object({
    ...keyShape,
    read: probeSchema(z.literal(true)).describe('Why it could not be read, if it could not.'),
  }),
)

/** What one look at the Run keys came to. */
export interface Autostart {
  readonly keys: readonly (RunKey & { readonly read: Probe<true> })[]
  /** For each process that Apple starts at logon, and for each that an entry starts, in catalogue order. */
  readonly processes: readonly ProcessAutostart[]
}
