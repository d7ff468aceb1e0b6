/** How much memory a process has been seen to use elsewhere, and what this PC's figure is beside it. */
import data from '../../assets/catalogue/usual-memory.json' with { type: 'json' }
import type { UsualMemory } from './usual-memory-schema.ts'

export const readUsualMemory = (): readonly UsualMemory[] => data as readonly UsualMemory[]

export function usualMemoryOf(id: string): UsualMemory | undefined {
  return readUsualMemory().find(({ processes }) => processes.includes(id))
}

/** One figure of one PC is no limit: only what is far beyond it is worth a word. */
const farBeyond = 3

export function isFarBeyond(bytes: number, { toMb }: UsualMemory): boolean {
  return bytes > farBeyond * toMb * 1024 * 1024
}
