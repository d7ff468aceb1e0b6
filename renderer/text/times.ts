/** Points in time. By the window's language, on the 24-hour clock, in this PC's time zone. */
import type { Language } from '../../shared/text/languages.ts'

const locales = {
  en: 'en-GB',
  sv: 'sv-SE',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es',
} satisfies Record<Language, string>

const made = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const kept = made.get(key)
  if (kept !== undefined) return kept
  const fresh = new Intl.DateTimeFormat(locales[language], options)
  made.set(key, fresh)
  return fresh
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** `08:14:05`, the same in all our languages; what is no time comes back as it came. */
export function clockTime(utc: string): string {
  const date = new Date(utc)
  if (Number.isNaN(date.getTime())) return utc
  // Not Intl: making its first formatter takes longer than drawing all the rows, and the first picture needs this one.
  return date.toTimeString().slice(0, 8)
}

/** `21 Nov 2026, 08:14`; what is no time comes back as it came. */
export function dayAndTime(language: Language, utc: string): string {
  const date = new Date(utc)
  if (Number.isNaN(date.getTime())) return utc
  const options = { ...clock, year: 'numeric', month: 'short', day: 'numeric' } as const
  return formatter(language, options).format(date)
}

/** `21 Nov 2026, 08:14` in UTC, where PCs of many places stand in one list. */
export function dayAndTimeUtc(language: Language, utc: string): string {
  const date = new Date(utc)
  if (Number.isNaN(date.getTime())) return utc
  const options = { ...clock, year: 'numeric', month: 'short', day: 'numeric' } as const
  return formatter(language, { ...options, timeZone: 'UTC' }).format(date)
}

/** `3 May 2026`; what is no time comes back as it came. */
export function dayOf(language: Language, utc: string): string {
  const date = new Date(utc)
  if (Number.isNaN(date.getTime())) return utc
  return formatter(language, { year: 'numeric', month: 'long', day: 'numeric' }).format(date)
}

/** `2016`, `May 2016` or `3 May 2016` from the catalogue's `2016`, `2016-05` or `2016-05-03`. */
export function catalogueDate(language: Language, date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined) return date
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
  return formatter(language, day === undefined ? options : { ...options, day: 'numeric' }).format(
    new Date(Date.UTC(year, month - 1, day ?? 1)),
  )
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** `3 hours ago`; undefined for what is no time, or lies ahead: a clock that was set back is no riddle for the reader. */
export function howLongAgo(language: Language, utc: string, nowMs: number): string | undefined {
  const passedMs = nowMs - Date.parse(utc)
  if (!(passedMs >= 0)) return undefined
  const [unit, unitMs] =
    passedMs < hourMs
      ? (['minute', minuteMs] as const)
      : passedMs < dayMs
        ? (['hour', hourMs] as const)
        : (['day', dayMs] as const)
  // "This minute" instead of "0 minutes ago"; but a day that has passed need not be yesterday.
  const numeric = unit === 'minute' ? 'auto' : 'always'
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric })
  // Whole units that have passed: "1 hour ago" until the second hour is full.
  return format.format(-Math.floor(passedMs / unitMs), unit)
}
