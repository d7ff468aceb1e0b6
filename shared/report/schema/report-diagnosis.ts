/** The doctor's answer, as `--doctor SYMPTOM --format json` writes it and as a report may hold it. */
import { z } from 'zod'
import { shownConfidences } from '../../catalogue/confidence.ts'
import { windowsTools } from '../../model/action.ts'
import { outcomes, stepStates } from '../../model/diagnosis.ts'
import { symptoms } from '../../model/symptom.ts'

export const diagnosisSchema = z
  .object({
    symptom: z.enum(symptoms),
    outcome: z
      .enum(outcomes)
      .describe(
        'cause: the PC shows what is wrong. needs-you: something may be in the way. nothing-found: this PC is in order.',
      ),
    cause: z
      .object({ code: z.string().describe("A finding's code."), subject: z.string() })
      .nullable(),
    next: z
      .object({
        text: z.string(),
        opens: z.enum(windowsTools).nullable().describe("Windows's own tool for it."),
        command: z.string().nullable().describe('For a Command Prompt.'),
        undo: z.string().nullable(),
        needsAdmin: z.boolean(),
      })
      .nullable()
      .describe('The one thing to do.'),
    steps: z.array(
      z.object({
        id: z.string(),
        state: z.enum(stepStates),
        text: z.string(),
        evidence: z.string(),
        sources: z
          .array(
            z.object({
              confidence: z.enum(shownConfidences),
              pages: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
            }),
          )
          .optional()
          .describe('Where the step is known from.'),
      }),
    ),
  })
  .describe('Written by --doctor SYMPTOM --format json.')
