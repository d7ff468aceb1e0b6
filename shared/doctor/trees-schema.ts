/** The shape of `assets/doctor/trees.json`, checked by the build. */
import { z } from 'zod'
import { confidenceSchema } from '../catalogue/schemas/catalogue-schema.ts'
import { conditionSchema } from '../judge/findings/rules-schema.ts'
import { factNames } from '../judge/named-facts.ts'
import type { FindingCode } from '../model/finding.ts'
import { symptoms, type Symptom } from '../model/symptom.ts'

const id = z.string().regex(/^[a-z0-9-]+$/)

/** Parts of this program that do a step. */
export const stepTools = ['recorder', 'connections', 'errors'] as const

const stepSchema = z.strictObject({
  /** Where the PC can see the step: the findings that say it is not in order. */
  codes: z.array(z.custom<FindingCode>((code) => id.safeParse(code).success)).optional(),
  /** Only findings about this program, of the codes that any program can have. */
  subject: z.string().optional(),
  /** Only findings about this port, of the codes about ports. */
  port: z.string().regex(/^\d+$/).optional(),
  /** Elsewhere the step is not for this PC. */
  where: z.array(conditionSchema).optional(),
  /** Without these nobody can say that the step is in order. */
  needs: z.array(z.enum(factNames)).optional(),
  /** Without it nothing is out of order, and nothing in order either: the step waits for another one. */
  wants: z.enum(factNames).optional(),
  /** Without it nobody says that the PC is in order. */
  isKey: z.literal(true).optional(),
  /** What the step rests on is what this fact is about. */
  shows: z.enum(factNames).optional(),
  /** What to try, where only a person can see the step. */
  action: id.optional(),
  /** Unanswered, the walk ends here and not with "nothing found". */
  decides: z.literal(true).optional(),
  tool: z.enum(stepTools).optional(),
  /** What the step rests on beside the rules that it asks. */
  sources: z.array(z.string().min(1)).min(1).optional(),
  confidence: confidenceSchema.optional(),
})

const treeSchema = z.strictObject({
  steps: z.array(id).min(1),
  /** What is left when nothing was found: the first whose conditions hold. */
  left: z.array(z.strictObject({ where: z.array(conditionSchema).optional(), action: id })).min(1),
})

export const treesSchema = z.strictObject({
  steps: z.record(id, stepSchema),
  trees: z.record(z.enum(symptoms), treeSchema),
})

export type Step = z.infer<typeof stepSchema>
export type Tree = z.infer<typeof treeSchema>
export interface Trees {
  readonly steps: Readonly<Record<string, Step>>
  readonly trees: Readonly<Record<Symptom, Tree>>
}
