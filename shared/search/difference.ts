/** The difference between two names that look the same. */

/** One name in three parts; what differs is in the middle, and may be nothing. */
export interface NameParts {
  readonly start: string
  readonly middle: string
  readonly end: string
}

/** Capital and small letters are the same to Windows, and so they are here: a to z alone, as it compares names. */
export function differenceBetween(
  first: string,
  second: string,
): { readonly first: NameParts; readonly second: NameParts } {
  const [a, b] = [Array.from(first), Array.from(second)]
  const same = (x: string | undefined, y: string | undefined) =>
    x !== undefined && y !== undefined && small(x) === small(y)
  let start = 0
  while (same(a[start], b[start])) start += 1
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && same(a.at(-1 - end), b.at(-1 - end))) end += 1
  const parts = (signs: readonly string[]): NameParts => ({
    start: signs.slice(0, start).join(''),
    middle: signs.slice(start, signs.length - end).join(''),
    end: signs.slice(signs.length - end).join(''),
  })
  return { first: parts(a), second: parts(b) }
}

const small = (sign: string): string => (/[A-Z]/.test(sign) ? sign.toLowerCase() : sign)
