/** The shape of `assets/doctor/actions.json`, checked by the build. */
import { z } from 'zod'
import { windowsTools } from '../../model/action.ts'

export const actionsSchema = z.strictObject({
  /** The service that a command names, by the image name of the service's program. */
  services: z.record(z.string(), z.string().regex(/^[A-Za-z ]+$/)),
  actions: z.record(
    z.string().regex(/^[a-z0-9-]+$/),
    z.strictObject({
      opens: z.enum(windowsTools).optional(),
      /** `{service}` stands for one of the services above. */
      command: z.string().min(1).optional(),
      needsAdmin: z.boolean().optional(),
    }),
  ),
})

export type ActionsData = z.infer<typeof actionsSchema>
