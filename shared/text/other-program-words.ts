/** Words of Apple's programs beside the processes of the catalogue, for the window and the reports alike. */
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import { mergeEvidence, type ShownEvidence } from '../catalogue/confidence.ts'
import { readNames } from '../catalogue/names.ts'
import { findOtherProgram, type OtherProgram } from '../catalogue/other-programs.ts'
import type { TextKey, Words } from './texts.ts'

export interface OtherProgramWords {
  readonly kind: string
  readonly what: string
  /** The processes of the catalogue that belong to the same product. */
  readonly goesWith: string | undefined
  readonly missing: string
  readonly evidence: readonly ShownEvidence[]
}

/** What it is, what it goes with, what its absence means, and how sure that is. */
export function otherProgramWords(
  { t }: Words,
  other: OtherProgram,
  { processes, sources }: Catalogue,
): OtherProgramWords {
  const ids = readNames().products[other.product] ?? []
  const names = ids.flatMap((id) => processes.find((entry) => entry.id === id)?.imageName ?? [])
  const kind = t(`otherProgram.kind.${other.kind}`)
  const product = t(`otherProgram.product.${other.product}`)
  return {
    kind: `${kind} · ${product}`,
    what: t(`otherProgram.item.${other.id}` as TextKey),
    goesWith:
      names.length === 0 ? undefined : t('whatIs.other.goesWith', { names: names.join(', ') }),
    missing: t(`otherProgram.missing.${other.missing}`),
    evidence: mergeEvidence([other.what], sources),
  }
}

/** How sure it is, and whose word it is: a line for each confidence. */
export function evidenceLines(
  { t }: Words,
  evidence: readonly ShownEvidence[],
  { sources }: Pick<Catalogue, 'sources'>,
): readonly string[] {
  return evidence.map(({ shown, sources: keys }) => {
    const titles = keys.map((key) => sources[key]?.title ?? key)
    return `${t(`confidence.${shown}`)}. ${titles.join(' · ')}`
  })
}

/** The same of one that runs; undefined where the catalogue does not know its name. */
export function runningOtherWords(
  words: Words,
  name: string,
  catalogue: Catalogue,
): OtherProgramWords | undefined {
  const other = findOtherProgram(name)
  return other && otherProgramWords(words, other, catalogue)
}
