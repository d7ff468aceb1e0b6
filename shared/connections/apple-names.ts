/** Host names that are Apple's. Decided for a million names at a time, so without a copy of the name. */
import { readEndpoints } from '../catalogue/endpoints.ts'
import { readHostsLines } from '../catalogue/hosts-lines.ts'

interface Suffix {
  readonly text: string
  /** A name below it belongs to it too: `gs.apple.com` to `apple.com`. */
  readonly takesNamesBelow: boolean
}

/** By their fifth letter from the end: `.com` alone tells nothing, the letter before it rules out most names at once. */
let suffixes: ReadonlyMap<number, readonly Suffix[]> | undefined

const tellingPlace = 5

/** Apple's domains, and those servers of others that Apple's present list still names. */
function readSuffixes(): ReadonlyMap<number, readonly Suffix[]> {
  if (suffixes !== undefined) return suffixes
  const all: readonly Suffix[] = [
    ...readHostsLines().domains.map(({ domain }) => ({ text: domain, takesNamesBelow: true })),
    ...readEndpoints()
      .filter(({ group, fate }) => group === 'other' && fate.state !== 'gone')
      .flatMap(({ names, fate }) => [...new Set([...names, ...fate.narrowedTo])])
      .map((name) => ({ text: name, takesNamesBelow: false })),
  ]
  const byLetter = new Map<number, Suffix[]>()
  for (const suffix of all) {
    const letter = suffix.text.charCodeAt(suffix.text.length - tellingPlace)
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), suffix])
  }
  return (suffixes = byLetter)
}

/** Longer ones are no host names. */
const longestName = 255

/** Whether the name is Apple's: any case, with or without the dot at the end. */
export function touchesApple(name: string): boolean {
  return appleNameAt(name, 0, name.length) !== undefined
}

/** The Apple name between two places of a text, in lower case and without the dot at the end, or undefined. */
export function appleNameAt(text: string, start: number, end: number): string | undefined {
  let last = end
  if (last - start > 1 && text.charCodeAt(last - 1) === dot) last--
  if (last - start > longestName) return undefined
  const possible = readSuffixes().get(folded(text.charCodeAt(last - tellingPlace)))
  if (possible === undefined) return undefined
  for (const { text: suffix, takesNamesBelow } of possible) {
    const at = last - suffix.length
    if (at < start || !isSame(text, at, suffix)) continue
    if (at === start || (takesNamesBelow && text.charCodeAt(at - 1) === dot)) {
      const name = text.slice(start, last).toLowerCase()
      return hostName.test(name) ? name : undefined
    }
  }
  return undefined
}

const dot = 0x2e
const hostName = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/

/** Compared from the end, where names differ soonest. @param suffix lower case. */
function isSame(text: string, at: number, suffix: string): boolean {
  for (let i = suffix.length - 1; i >= 0; i--) {
    if (folded(text.charCodeAt(at + i)) !== suffix.charCodeAt(i)) return false
  }
  return true
}

function folded(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code
}
