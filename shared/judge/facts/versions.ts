/** Versions of programs: `12.10.11.2`, compared number by number. */

/** @returns null where the text is no version. */
export function readVersion(text: string | null): readonly number[] | null {
  const numbers = /^\s*(\d{1,6}(?:[.,]\s?\d{1,6}){0,5})\s*$/.exec(text ?? '')?.[1]
  return numbers === undefined ? null : numbers.split(/[.,]\s?/).map(Number)
}

export function isBefore(version: readonly number[], other: readonly number[]): boolean {
  for (let at = 0; at < Math.max(version.length, other.length); at += 1) {
    const difference = (version[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
