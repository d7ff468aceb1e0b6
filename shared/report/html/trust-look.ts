/** The look of a verdict on the page. Three looks only: genuine, look closer, and cannot tell, which is never red. */
import type { Trust } from '../../model/inspection.ts'
import type { Words } from '../../text/texts.ts'
import { icon, type IconName } from './icons.ts'
import { markup, type Markup } from './markup.ts'

export type TrustLook = 'genuine' | 'closer' | 'unknown'

const trustIcons: Readonly<Record<TrustLook, IconName>> = {
  genuine: 'tick',
  closer: 'look',
  unknown: 'question',
}

export function lookOf(trust: Trust): TrustLook {
  return trust === 'genuine' ? 'genuine' : trust === 'cannot-tell' ? 'unknown' : 'closer'
}

/** Of several processes of one name, the one that most needs eyes speaks for all. */
export function worstLook(instances: readonly { readonly trust: Trust }[]): TrustLook | undefined {
  const found = new Set(instances.map(({ trust }) => lookOf(trust)))
  return (['closer', 'unknown', 'genuine'] as const).find((look) => found.has(look))
}

export function trustChip(look: TrustLook, { t }: Words): Markup {
  return chip(look, trustIcons[look], t(`report.html.trust.${look}`))
}

/** The verdict in full, with its sign. */
export function trustLine(trust: Trust, text: string): Markup {
  const look = lookOf(trust)
  return markup`<p class="verdict ${look}">${icon(trustIcons[look])} ${text}</p>`
}

export function chip(look: TrustLook | 'plain' | 'quiet', sign: IconName, text: string): Markup {
  return markup`<span class="chip ${look}">${icon(sign)} ${text}</span>`
}
