/** What every part of the page needs to write itself. The words, the catalogue, and ready formats. */
import type { Catalogue } from '../../catalogue/schemas/catalogue-schema.ts'
import type { Words } from '../../text/texts.ts'
import { markup, type Markup } from './markup.ts'

export interface Writer {
  readonly words: Words
  readonly catalogue: Catalogue
  /** With the time zone: the page may be read far from where it was made. */
  readonly time: (utc: string) => Markup
  readonly plainTime: (utc: string) => string
  readonly size: (bytes: number) => string
}

/** Formats are made once: a page may hold many hundred times and sizes. */
export function createWriter(words: Words, catalogue: Catalogue): Writer {
  const times = new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeStyle: 'long' })
  const sizes = new Intl.NumberFormat(words.language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  const plainTime = (utc: string) => times.format(new Date(utc))
  return {
    words,
    catalogue,
    plainTime,
    time: (utc) => markup`<time datetime="${new Date(utc).toISOString()}">${plainTime(utc)}</time>`,
    size: (bytes) => sizes.format(bytes / 1_000_000),
  }
}
