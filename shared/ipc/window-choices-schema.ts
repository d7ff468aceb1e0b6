/** The shape of what the window remembers. The window sends it, and the settings file holds it. */
import { z } from 'zod'
import { stepAnswers } from '../model/diagnosis.ts'
import { symptoms } from '../model/symptom.ts'
import { viewIds, type WindowChoices } from '../model/window-choices.ts'

export const windowChoicesSchema: z.ZodType<WindowChoices> = z.object({
  view: z.enum(viewIds).optional(),
  selectedId: z.string().max(300).optional(),
  detailsWidth: z.int().min(200).max(2000).optional(),
  isPaused: z.boolean().optional(),
  walk: z
    .object({
      symptom: z.enum(symptoms),
      answers: z.partialRecord(z.string().max(40), z.enum(stepAnswers)),
    })
    .nullable()
    .optional()
    .catch(null),
})
