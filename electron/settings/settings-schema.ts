/** The shape of the settings file. */
import { z } from 'zod'
import { listOptionsSchema } from '../../shared/ipc/list-options-schema.ts'
import { windowChoicesSchema } from '../../shared/ipc/window-choices-schema.ts'
import { supportedLanguages } from '../../shared/text/languages.ts'

export const settingsSchema = z.object({
  language: z.enum(supportedLanguages).optional(),
  /** How the list of all processes looks. Not worth losing the rest for: what makes no sense is left out. */
  list: listOptionsSchema.optional().catch(undefined),
  /** What was open and chosen last: the same holds. */
  window: windowChoicesSchema.optional().catch(undefined),
  /** Reports that were opened, the newest first. */
  recentReports: z
    .array(
      z.object({
        file: z.string().max(40_000),
        name: z.string().max(1_000),
        takenAtUtc: z.string().max(40),
      }),
    )
    .max(20)
    .optional()
    .catch(undefined),
})

export type Settings = z.infer<typeof settingsSchema>
