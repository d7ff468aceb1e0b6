/** FILETIME as ISO 8601. Counts of 100 ns since 1601-01-01 UTC, turned into ISO 8601 with milliseconds. */

const unixEpochMs = 11_644_473_600_000n
const lastDateMs = 8_640_000_000_000_000n

/** Null for 0 (Windows' "no time") and for counts that no date can hold. */
export function isoFromFiletime(ticks: bigint): string | null {
  if (ticks <= 0n) return null
  const ms = ticks / 10_000n - unixEpochMs
  return ms > lastDateMs ? null : new Date(Number(ms)).toISOString()
}
