/** Other programs, libraries, drivers and packages of Apple's: the shape of `assets/catalogue/other-programs.json`. */
import { z } from 'zod'
import { autostartSchema, evidenceSchema, folderSchema, serviceSchema } from './catalogue-schema.ts'

export const otherProgramKindSchema = z.enum(['process', 'service', 'library', 'driver', 'package'])

/** What it is a part of; the words are `otherProgram.product.<code>`. `windows-update`: what Windows Update brings by itself. */
export const otherProductSchema = z.enum([
  'mobile-device-support',
  'application-support',
  'bonjour',
  'bonjour-print-services',
  'software-update',
  'itunes',
  'apple-devices',
  'apple-music',
  'apple-tv',
  'icloud',
  'quicktime',
  'safari',
  'mobileme',
  'boot-camp',
  'windows-update',
])

export const otherProgramSchema = z.strictObject({
  /** Kebab-case, stable: texts refer to it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** File names with their extension, or the package's name in Windows' list of apps; the first is shown. */
  names: z.array(z.string().min(1)).min(1),
  /** Other names that Windows or an installer shows for it. */
  alsoCalled: z.array(z.string().min(1)).optional(),
  kind: otherProgramKindSchema,
  product: otherProductSchema,
  folders: z.array(folderSchema),
  service: serviceSchema.optional(),
  autostart: autostartSchema.optional(),
  /** What its absence means. `harmless`: nothing is wrong with iTunes. `needed`: its product does not fully work. */
  missing: z.enum(['harmless', 'needed', 'unknown']),
  /** Evidence of the text `otherProgram.item.<id>`. */
  what: evidenceSchema,
})

/** The whole of the file. */
export const otherProgramsSchema = z.array(otherProgramSchema)

export type OtherProgram = z.infer<typeof otherProgramSchema>
