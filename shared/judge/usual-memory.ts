/** How much memory a process has been seen to use elsewhere, and what this PC's figure is beside it. */
import { z } from 'zod'
import data from '../../assets/catalogue/usual-memory.json' with { type: 'json' }
import { readerOf } from '../catalogue/read-data.ts'

const schema = z.array(
  z.strictObject({
    /** Catalogue ids. */
    processes: z.array(z.string()).min(1),
    fromMb: z.number().positive(),
    toMb: z.number().positive(),
    sources: z.array(z.string()).min(1),
    confidence: z.enum(['certain', '2+', '1', 'inferred']),
  }),
)

export type UsualMemory = z.infer<typeof schema>[number]

export const readUsualMemory = readerOf(() => schema, data)

export function usualMemoryOf(id: string): UsualMemory | undefined {
  return readUsualMemory().find(({ processes }) => processes.includes(id))
}

/** One figure of one PC is no limit: only what is far beyond it is worth a word. */
const farBeyond = 3

export function isFarBeyond(bytes: number, { toMb }: UsualMemory): boolean {
  return bytes > farBeyond * toMb * 1024 * 1024
}
