/** Numbers, sizes and times of a process in the window's language. */
import type { Language } from '../../../shared/text/languages.ts'
import { clockTime, dayAndTime } from '../../text/times.ts'

export interface Formats {
  readonly count: (value: number) => string
  readonly size: (bytes: number) => string
  /** The time alone when it was today. */
  readonly moment: (utc: string) => string
}

const megabyte = 1_000_000

/** @param today as `Date.prototype.toDateString` writes it. */
export function makeFormats(language: Language, today: string): Formats {
  const counts = new Intl.NumberFormat(language)
  const sizes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  return {
    count: (value) => counts.format(value),
    size: (bytes) => sizes.format(bytes / megabyte),
    moment: (utc) =>
      new Date(utc).toDateString() === today ? clockTime(utc) : dayAndTime(language, utc),
  }
}
