/**
 * Names and paths from a system, made harmless for the page. Harmless, bounded, and without turning the writing around
 * it.
 */
import { shortText } from '../../text/visible-text.ts'
import { markup, type Markup } from './markup.ts'

/** Isolated: letters of a right-to-left script in a name must not reorder what stands beside it. */
export function dataText(raw: string, longest?: number): Markup {
  return markup`<bdi>${shortText(raw, longest)}</bdi>`
}

/** The same for what somebody may want to copy letter by letter. */
export function pathText(raw: string): Markup {
  return markup`<code><bdi>${shortText(raw)}</bdi></code>`
}
