/** Names that differ by one slip of the hand. */

/** Damerau–Levenshtein distance of exactly one; nearly every pair is told apart by its first and last letters. */
export function isOneEditAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const more = long.length - short.length
  if (more > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1
  const left = short.length - start - end
  if (more === 1) return left === 0
  if (left <= 1) return left === 1
  return left === 2 && short[start] === long[start + 1] && short[start + 1] === long[start]
}
