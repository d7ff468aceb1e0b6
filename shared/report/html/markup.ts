/** The template that keeps foreign text out of the markup. Everything passes this one template. */
import { shortText } from '../../text/visible-text.ts'

/** Longer than any sentence of ours; names and paths are cut earlier, where they are put in. */
const longestText = 2_000

/** A class, not a shape: no value out of a JSON file can pass for markup. */
class Markup {
  readonly #source: string
  constructor(source: string) {
    this.#source = source
  }
  toString(): string {
    return this.#source
  }
}
export type { Markup }

/** An element that was made elsewhere and holds no text of others. */
export function raw(element: string): Markup {
  return new Markup(element)
}

/** `undefined` is left out; a list is put in one after the other. */
export type Piece = Markup | string | number | undefined | readonly Piece[]

/**
 * What stands in the source code is markup; whatever is put in is text, unless this template made it. Safe between tags
 * and in attributes in double quotes.
 */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(
    parts.map((part, index) => (index === 0 ? part : written(pieces[index - 1]) + part)).join(''),
  )
}

function written(piece: Piece): string {
  if (piece === undefined) return ''
  if (piece instanceof Markup) return piece.toString()
  if (typeof piece === 'object') return piece.map(written).join('')
  return escaped(shortText(String(piece), longestText))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}
