/** Which of two versions is older. */

/** By its numbers, piece by piece; what is no version is older than nothing. */
export function isOlderVersion(version: string, than: string): boolean {
  const numbers = (text: string) => text.split('.').map((part) => Number.parseInt(part, 10))
  const [own, other] = [numbers(version), numbers(than)]
  if (own.some((number) => Number.isNaN(number))) return false
  for (let at = 0; at < Math.max(own.length, other.length); at += 1) {
    const difference = (own[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
