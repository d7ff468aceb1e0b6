/** One row stands for several instances: which of their verdicts does it show? The one that most needs eyes. */
import type { Instance, Trust } from '../../shared/model/inspection.ts'

const worstFirst = [
  'tampered',
  'wrong-signer',
  'unsigned',
  'wrong-folder',
  'cannot-tell',
  'genuine',
] as const satisfies readonly Trust[]

export function worstTrust(instances: readonly Instance[]): Trust {
  const found = new Set(instances.map((instance) => instance.trust))
  return worstFirst.find((trust) => found.has(trust)) ?? 'cannot-tell'
}
