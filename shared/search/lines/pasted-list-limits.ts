/** How much of a pasted list is read: what is behind it is counted, and said. */
import type { TextLimits } from './split-text.ts'

export const pastedListLimits: TextLimits = { letters: 2_000_000, lines: 5_000 }
