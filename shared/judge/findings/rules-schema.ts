/** The shape of `assets/doctor/rules.json`, checked by the build. */
import { z } from 'zod'
import { confidenceSchema } from '../../catalogue/schemas/catalogue-schema.ts'
import { severities, type FindingCode } from '../../model/finding.ts'
import { symptoms } from '../../model/symptom.ts'
import { factNames } from '../named-facts.ts'

export const conditionSchema = z.strictObject({ fact: z.enum(factNames), is: z.boolean() })

const ruleSchema = z.strictObject({
  /** Several rules may lead to one code. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  code: z.custom<FindingCode>((code) => typeof code === 'string' && /^[a-z0-9-]+$/.test(code)),
  severity: z.enum(severities),
  /** A cause of these alone, no fault by itself. Left out: a finding wherever it is so. */
  symptoms: z.array(z.enum(symptoms)).min(1).optional(),
  /** False: it may be, and only a person can tell. */
  isCertain: z.literal(false).optional(),
  /** All of them have to hold. */
  when: z.array(conditionSchema).min(1),
  /** What the finding is about: a fixed name, or what a fact is about. */
  subject: z.union([
    z.strictObject({ text: z.string().min(1) }),
    z.strictObject({ fact: z.enum(factNames) }),
  ]),
  /** Another thing to do than the code's own. */
  action: z.string().optional(),
  /** Another sentence than the code's own: `doctor.says.<says>`. */
  says: z.string().optional(),
  /** The finding whose advice does not hold where this one is so. */
  replaces: z
    .strictObject({
      code: z.custom<FindingCode>((code) => typeof code === 'string'),
      subject: z.string().optional(),
    })
    .optional(),
  sources: z.array(z.string().min(1)).min(1),
  confidence: confidenceSchema,
})

export const rulesSchema = z.strictObject({ rules: z.array(ruleSchema) })

export type Rule = z.infer<typeof ruleSchema>
export type Condition = z.infer<typeof conditionSchema>
