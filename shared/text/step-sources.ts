/** Where a step of a walk is known from, with the page's address: for terminal, text and page. */
import { mergeEvidence, type ShownConfidence } from '../catalogue/confidence.ts'
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { DiagnosedStep } from '../model/diagnosis.ts'
import { label } from './label.ts'
import type { Words } from './words.ts'

/** The sources of one degree of confidence. */
export interface StepSources {
  readonly confidence: ShownConfidence
  readonly pages: readonly { readonly title: string; readonly url: string | null }[]
}

export function stepSources(
  { from }: Pick<DiagnosedStep, 'from'>,
  sources: Catalogue['sources'],
): readonly StepSources[] {
  return mergeEvidence(from, sources).map(({ shown, sources: keys }) => ({
    confidence: shown,
    pages: keys.map((key) => ({
      title: sources[key]?.title ?? key,
      url: sources[key]?.url ?? null,
    })),
  }))
}

/** A line for each step that is for this PC: `The device has Apple's driver: One source says so. Title (address)`. */
export function sourceLines(
  words: Words,
  steps: readonly {
    readonly name: string
    readonly sources: readonly StepSources[]
  }[],
): readonly string[] {
  return steps.flatMap(({ name, sources }) =>
    sources.length === 0
      ? []
      : [`${label(words, name)} ${sources.map((one) => toldOf(words, one)).join(' ')}`],
  )
}

function toldOf({ t }: Words, { confidence, pages }: StepSources): string {
  const titles = pages.map(({ title, url }) => (url === null ? title : `${title} (${url})`))
  return `${t(`confidence.${confidence}`)}. ${titles.join(' · ')}.`
}
