/** What helps to read names in a text: the shape of `assets/catalogue/names.json`. */
import { z } from 'zod'

export const namesSchema = z.strictObject({
  /** Catalogue ids of the programs that a product of `other-programs.json` is about, the nearest first. */
  products: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  /** Image names that are words of every day: in a sentence they name nothing without their ending. */
  everyday: z.array(z.string().min(1)),
})

export type Names = z.infer<typeof namesSchema>
