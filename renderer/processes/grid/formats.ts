/** Numbers, sizes and times of a process in the window's language. */
import type { Language } from '../../../shared/text/languages.ts'
import { clockTime, dayAndTime } from '../../text/times.ts'

export interface Formats {
  readonly count: (value: number) => string
  readonly size: (bytes: number) => string
  /** Of the whole PC: `9.2 GB`. */
  readonly gigabytes: (bytes: number) => string
  /** @param share in tenths of a percent */
  readonly share: (share: number) => string
  /** The time alone when it was today. */
  readonly moment: (utc: string) => string
}

/** As Windows counts in Task Manager. */
const megabyte = 1024 * 1024

/** @param today as `Date.prototype.toDateString` writes it. */
export function makeFormats(language: Language, today: string): Formats {
  const counts = new Intl.NumberFormat(language)
  const unit = (unit: string, maximumFractionDigits: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits })
  const [small, large, whole] = [unit('megabyte', 1), unit('megabyte', 0), unit('gigabyte', 1)]
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return {
    count: (value) => counts.format(value),
    size: (bytes) => (bytes < 10 * megabyte ? small : large).format(bytes / megabyte),
    gigabytes: (bytes) => whole.format(bytes / megabyte / 1024),
    share: (share) => shares.format(share / 1000),
    moment: (utc) =>
      new Date(utc).toDateString() === today ? clockTime(utc) : dayAndTime(language, utc),
  }
}
