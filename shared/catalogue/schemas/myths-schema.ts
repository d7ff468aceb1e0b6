/** The shape of `myths.json` and `better-ways.json`. */
import { z } from 'zod'
import { evidenceSchema } from './catalogue-schema.ts'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/**
 * What kind of place hands the tip on; the words are `myths.saidBy.<code>`.
 * - `tuning-guide`: guides that promise a faster PC. `removal-guide`: guides that remove a program.
 * - `repair-guide`: guides for a device that does not connect. `cleaner`: makers of programs that "clean".
 * - `process-site`: encyclopedias of processes. `forum`: people who wonder.
 */
export const saidBySchema = z.enum([
  'tuning-guide',
  'removal-guide',
  'repair-guide',
  'cleaner',
  'process-site',
  'forum',
])

/**
 * How much of the tip is so; the words are `myths.verdict.<code>`.
 * - `breaks`: it switches something off that iTunes needs. `half-true`: it holds for some PCs only.
 * - `not-so`: nothing that was found speaks for it.
 */
export const mythVerdictSchema = z.enum(['breaks', 'half-true', 'not-so'])

/** One step of an undo; the words are `myths.item.<id>.undo.<step>`. */
const undoStepSchema = z.strictObject({
  step: idSchema,
  /** To be typed by the reader; this program runs none of them. */
  command: z.string().min(1).max(200).optional(),
  /** The command needs a prompt with admin rights. */
  needsAdmin: z.boolean().optional(),
})

const mythSchema = z.strictObject({
  id: idSchema,
  verdict: mythVerdictSchema,
  saidBy: z.strictObject({ kinds: z.array(saidBySchema).min(1), ...evidenceSchema.shape }),
  /** Process ids. Empty when the tip itself breaks nothing. */
  breaks: z.array(idSchema),
  /** Process ids that the tip is about. */
  about: z.array(idSchema),
  /** Empty when there is nothing to undo. */
  undo: z.array(undoStepSchema),
  /** Present when there are steps. */
  undoEvidence: evidenceSchema.optional(),
  /** Evidence of what is true instead: `myths.item.<id>.truth` and `.breaks`. */
  ...evidenceSchema.shape,
})

/** What somebody wants who is about to end a process, and what gets them there; the words are `betterWay.<id>`. */
const betterWaySchema = z.strictObject({
  id: idSchema,
  /** Process ids in whose details it is shown. */
  processes: z.array(idSchema).min(1),
  /** Whether `betterWay.<id>.undo` says how to go back. */
  hasUndo: z.literal(true).optional(),
  ...evidenceSchema.shape,
})

export const mythsSchema = z.strictObject({
  myths: z.array(mythSchema),
  betterWays: z.array(betterWaySchema),
})

export type Myth = z.infer<typeof mythSchema>
export type BetterWay = z.infer<typeof betterWaySchema>
