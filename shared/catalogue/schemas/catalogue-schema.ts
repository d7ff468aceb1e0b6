/** The shape of `assets/catalogue/*.json`. */
import { z } from 'zod'
import { confidences } from '../../model/evidence.ts'
import { processGroups } from '../../model/inspection.ts'

/** `certain`: counted or read in Apple's own list. `2+`: independent sources agree. `1`: one source. `inferred`: follows from the sources. */
export const confidenceSchema = z.enum(confidences)

/** Where a fact comes from. Every fact that the app shows carries at least one source. A fact of several parts is as certain as its least certain part. */
export const evidenceSchema = z.strictObject({
  sources: z.array(z.string().min(1)).min(1),
  confidence: confidenceSchema,
})

const evident = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...shape, ...evidenceSchema.shape })

/** `sync`: runs only where syncing is set up for it. `related`: not in the article's two lists, but met beside them. */
export const processGroupSchema = z.enum(processGroups)

/**
 * When is the process expected to be there?
 * - `always`: from start-up or logon on.
 * - `with-itunes`: comes when iTunes is opened.
 * - `device-connected`: comes with an iPhone, iPad or iPod.
 * - `on-demand`: only while its one task runs (backup, sync, crash reports).
 * - `when-needed`: Windows starts it when a program asks for it (a manual service, a COM server); it may stay, or be there before iTunes.
 * - `with-feature`: starts at sign-in only where that feature is switched on, and may end by itself: its absence is never a fault.
 * - `when-opened`: an app that the user opens.
 * - `retired`: no longer part of what Apple ships.
 * - `unknown`: no source says.
 */
const runsSchema = z.enum([
  'always',
  'with-itunes',
  'device-connected',
  'on-demand',
  'when-needed',
  'with-feature',
  'when-opened',
  'retired',
  'unknown',
])

export const folderSchema = evident({
  /** With `%ProgramFiles%`, `%ProgramFiles(x86)%`, `%CommonProgramFiles%`, `%CommonProgramFiles(x86)%` or `%StorePackage:<family name>%` as root; no trailing backslash. */
  path: z.string().regex(/^%[^%]+%(\\[^\\]+)*$/),
  /** On which kind of installation the file lies there. */
  layout: z.enum(['any', 'windows-64', 'windows-32', 'older', 'store']),
})

export const serviceSchema = evident({
  /** Key names as the service manager knows them, newest first. Display names are localised and prove nothing. */
  keyNames: z.array(z.string().min(1)).min(1),
  startType: z.enum(['automatic', 'manual', 'unknown']),
  account: z.enum(['LocalSystem', 'unknown']),
})

const displayNamesSchema = evident({ names: z.array(z.string().min(1)).min(1) })

export const autostartSchema = evident({
  /** `HKLM` or `HKCU`, the Run key. */
  hive: z.enum(['HKLM', 'HKCU']),
  valueName: z.string().min(1),
  /** What the value holds, where known. */
  command: z.string().min(1).optional(),
})

const portSchema = evident({
  port: z.number().int().min(1).max(65535),
  protocol: z.enum(['TCP', 'UDP']),
  /** `listens-local`: on 127.0.0.1 only. `listens`: on the network. `connects`: as a client. */
  role: z.enum(['listens-local', 'listens', 'connects']),
})

const signerSchema = evident({
  /** Compared as CN and O alone: the whole subject differs between genuine files. */
  commonName: z.string().min(1),
  organization: z.string().min(1),
})

const versionInfoSchema = evident({
  fileDescription: z.string().min(1).optional(),
  companyName: z.string().min(1).optional(),
  productName: z.string().min(1).optional(),
  originalFileName: z.string().min(1).optional(),
  /** Versions that somebody has seen: history, not a rule. */
  seenVersions: z.array(z.string().min(1)).optional(),
})

const retiredSchema = evident({
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or null where only "no longer" is known. */
  since: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  /** `unsafe`: no security updates any more. `service-ended`: what it talked to is gone. `not-shipped`: newer iTunes has no such file. */
  why: z.enum(['unsafe', 'service-ended', 'not-shipped']),
})

const stackSchema = z.enum(['desktop', 'store', 'apple-devices', 'icloud', 'apple-music'])

const catalogueProcessSchema = z.strictObject({
  /** Kebab-case, stable: reports and texts refer to it. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Exactly as Apple writes it. */
  imageName: z.string().regex(/^[\x21-\x7e]+\.exe$/),
  group: processGroupSchema,
  runs: runsSchema,
  /** Present unless `runs` is `unknown`. */
  runsEvidence: evidenceSchema.optional(),
  /** Sources of the texts `process.<id>.what` and `process.<id>.ifDisabled`. */
  what: evidenceSchema,
  ifDisabled: evidenceSchema,
  /** Present when `process.<id>.note` exists. */
  note: evidenceSchema.optional(),
  /** Which installation brings it. Empty where no source says. */
  stacks: z.array(stackSchema),
  /** Installations that may bring it too: nobody has confirmed it, and nobody has ruled it out. */
  maybeStacks: z.array(stackSchema).optional(),
  retired: retiredSchema.optional(),
  folders: z.array(folderSchema),
  service: serviceSchema.optional(),
  /** Under which other names Windows shows it, some of them localised. They help to find it and prove nothing. */
  displayNames: displayNamesSchema.optional(),
  autostart: autostartSchema.optional(),
  ports: z.array(portSchema),
  signer: signerSchema.optional(),
  versionInfo: versionInfoSchema.optional(),
})

/** One dated edition of Apple's list, so that the app can say what Apple no longer lists. */
const editionSchema = z.strictObject({
  id: z.enum(['article', 'today']),
  /** Apple's document number. */
  document: z.string().min(1),
  /** `YYYY-MM` of the edition, or null where Apple printed no date. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/)
    .nullable(),
  source: z.string().min(1),
  /** Process ids, in the edition's order. */
  core: z.array(z.string()),
  sync: z.array(z.string()),
})

/** The article's general statements; the words are `statement.<id>` in the texts. */
const statementSchema = evident({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
})

export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  /** Absent for sources without one public address. */
  url: z.url({ protocol: /^https$/ }).optional(),
  /** `apple`: Apple's own words. `vendor`: another maker's. `community`: everybody else. */
  kind: z.enum(['apple', 'vendor', 'community']),
})

export const catalogueSchema = z.strictObject({
  processes: z.array(catalogueProcessSchema),
  editions: z.array(editionSchema),
  statements: z.array(statementSchema),
  sources: z.record(z.string(), sourceSchema),
})

export type Evidence = z.infer<typeof evidenceSchema>
export type CatalogueProcess = z.infer<typeof catalogueProcessSchema>
export type Edition = z.infer<typeof editionSchema>
export type Source = z.infer<typeof sourceSchema>
export type Catalogue = z.infer<typeof catalogueSchema>
