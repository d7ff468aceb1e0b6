/** Numbers and sizes. By the window's language. */
import type { Language } from '../../shared/text/languages.ts'

/** As Windows counts in Task Manager. */
const megabyteBytes = 1024 * 1024

/** `13 MB`; below ten with one decimal, `0.4 MB`. */
export function megabytes(language: Language, bytes: number): string {
  const size = bytes / megabyteBytes
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: size < 10 ? 1 : 0,
  }).format(size)
}
