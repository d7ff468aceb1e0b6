/** The schema of `assets/catalogue/usual-memory.json`. */
import { z } from 'zod'

export const usualMemorySchema = z.array(
  z.strictObject({
    /** Catalogue ids. */
    processes: z.array(z.string()).min(1),
    fromMb: z.number().positive(),
    toMb: z.number().positive(),
    sources: z.array(z.string()).min(1),
    confidence: z.enum(['certain', '2+', '1', 'inferred']),
  }),
)

export type UsualMemory = z.infer<typeof usualMemorySchema>[number]
