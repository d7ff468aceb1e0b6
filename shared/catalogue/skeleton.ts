/**
 * The skeleton of a name: what it looks like. Names that the eye takes for one another have one skeleton.
 *
 * Follows Unicode's report on security mechanisms: https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
import { isAscii, isPrintableAscii } from './ascii.ts'
import { drawnLike } from './confusables.ts'

/** Not in Unicode's table, yet hard to tell apart in the letters of Windows' own lists. */
const ownPairs: readonly (readonly [shown: string, read: string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
]

/**
 * Signs that take no room: zero-width, direction and other format marks, variation selectors, control characters,
 * fillers, and halves of a character.
 */
const invisible = /[\p{Cf}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu

export function withoutInvisible(name: string): string {
  return isPrintableAscii(name) ? name : name.replace(invisible, '')
}

/** Longer runs than any name has would only cost time. */
const longestName = 512

/**
 * As a window draws it where right-to-left overrides turn a part around: `iTunesHelper<U+202E>exe.` shows as
 * `iTunesHelper.exe`.
 */
export function asDrawn(name: string): string {
  if (!name.includes('\u202e') || name.length > longestName) return name
  return name.replace(/\u202e([^\u202c]*)\u202c?/g, (_, turned: string) =>
    Array.from(turned).reverse().join(''),
  )
}

const asciiSkeleton = new Map<string, string>([
  ...Array.from({ length: 128 }, (_, code): [string, string] => {
    const sign = String.fromCharCode(code)
    return [sign, sign.toLowerCase()]
  }),
  // Windows treats I and i as one letter, and the capital looks like l and 1: so all four are one.
  ...['i', 'I', 'l', 'L', '1', '|'].map((sign): [string, string] => [sign, 'l']),
  ['0', 'o'],
])

const kept = new Map<string, string>()
const mostKept = 10_000

/** Each sign is looked up once: the table's own search is slow, and a PC's names share their letters. */
function skeletonOfSign(sign: string): string {
  const ascii = asciiSkeleton.get(sign)
  if (ascii !== undefined) return ascii
  let found = kept.get(sign)
  if (found === undefined) {
    if (kept.size >= mostKept) kept.clear()
    found = lookUp(sign)
    kept.set(sign, found)
  }
  return found
}

function lookUp(sign: string): string {
  // The other case is tried too: Cyrillic small т is drawn like a small capital T, its capital like T itself.
  for (const form of new Set([sign, sign.toUpperCase(), sign.toLowerCase()])) {
    // Full-width and styled letters are not all in the table; taking them apart makes them plain.
    for (const part of new Set([form, form.normalize('NFKD')])) {
      const plain = drawnLike(part).replace(/\p{M}/gu, '')
      if (plain !== '' && isAscii(plain)) {
        return Array.from(plain, (letter) => asciiSkeleton.get(letter) ?? letter).join('')
      }
    }
  }
  return sign
}

/** @param name without invisible signs. The same for names that look alike, and for names that differ in case alone. */
export function skeletonOf(name: string): string {
  if (name.length > longestName) return name
  let skeleton = ''
  for (const sign of isAscii(name) ? name : name.normalize('NFD').replace(/\p{M}/gu, '')) {
    skeleton += skeletonOfSign(sign)
  }
  return mergePairs(skeleton)
}

function mergePairs(skeleton: string): string {
  let merged = skeleton
  for (const [shown, read] of ownPairs) {
    if (merged.includes(shown)) merged = merged.replaceAll(shown, read)
  }
  return merged
}

/**
 * The first two letters of a name's skeleton, found without reading the rest; invisible signs, blanks and dots are
 * passed over. Most names are told from all others by these.
 */
export function firstLettersOf(name: string): string {
  let letters = ''
  let seen = 0
  for (const sign of name) {
    const code = sign.codePointAt(0) ?? 0
    letters += code < 128 ? (asciiLetters[code] ?? '') : letterOf(sign)
    seen += 1
    // Four, because two signs may stand for one; and as many more as somebody may have put before them.
    if (letters.length >= 4 || seen >= longestName) break
  }
  return mergePairs(letters).slice(0, 2)
}

/** The last three letters before `.exe`, or nothing. */
export function lastLettersOf(name: string): string {
  const end = name.length - 4
  if (end < 3 || name.charCodeAt(end) !== 46 || name.slice(end).toLowerCase() !== '.exe') return ''
  return letterAt(name, end - 3) + letterAt(name, end - 2) + letterAt(name, end - 1)
}

function letterAt(name: string, at: number): string {
  const code = name.charCodeAt(at)
  return code < 128 ? (asciiLetters[code] ?? '') : letterOf(name.charAt(at))
}

const asciiLetters: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  return /[\s.]/.test(sign) || !isPrintableAscii(sign) ? '' : (asciiSkeleton.get(sign) ?? sign)
})

const letters = new Map<string, string>()

function letterOf(sign: string): string {
  let found = letters.get(sign)
  if (found === undefined) {
    if (letters.size >= mostKept) letters.clear()
    const visible = withoutInvisible(sign)
    found = visible === '' ? '' : skeletonOfSign(visible).replace(/[\s.\u00b7\p{M}]+/gu, '')
    letters.set(sign, found)
  }
  return found
}
