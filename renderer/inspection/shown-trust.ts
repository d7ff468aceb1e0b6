/** The verdict that is shown for a program or a row of several. The one that most needs eyes. */
import type { Instance, Trust } from '../../shared/model/inspection.ts'

/** `planted-library`: the program itself is Apple's, but loads a library from its own folder that is not. */
export type ShownTrust = Trust | 'planted-library'

/** `from-apple`: not held against the catalogue, but soundly signed by Apple. */
export type RowTrust = ShownTrust | 'from-apple'

const worstFirst = [
  'tampered',
  'planted-library',
  'wrong-signer',
  'unsigned',
  'wrong-folder',
  'cannot-tell',
  'genuine',
] as const satisfies readonly ShownTrust[]

type Judged = Pick<Instance, 'trust' | 'facts'>

/** "Not Apple's" would be false of a program that is Apple's and has something beside it. */
export function shownTrust({ trust, facts }: Judged): ShownTrust {
  return trust === 'wrong-signer' && facts.signer.rule === 'signer-of-neighbour'
    ? 'planted-library'
    : trust
}

/** Somebody else's, as far as can be told: what Apple's program does says nothing about it. */
export const isForeign = (trust: RowTrust): boolean =>
  trust === 'tampered' || trust === 'wrong-signer' || trust === 'unsigned'

/** Apple's file, but not as Apple delivers it: no advice to leave it alone. */
export const isOdd = (trust: RowTrust): boolean =>
  trust === 'planted-library' || trust === 'wrong-folder'

export function worstTrust(instances: readonly Judged[]): ShownTrust {
  const found = new Set(instances.map(shownTrust))
  return worstFirst.find((trust) => found.has(trust)) ?? 'cannot-tell'
}
