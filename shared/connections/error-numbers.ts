/** The numbers of a text that stand where an error's number stands: not counts, sizes, versions, dates or ports. */
import { errorNumber, readErrorWords } from '../catalogue/errors.ts'

export interface NumberInText {
  /** `3194`, `-50`, `0xE8000065`. */
  readonly code: string
  /** One digit too many or too few was mended: `0xE80000A`. */
  readonly isMended: boolean
  /**
   * `error`: beside a word such as "error", or hexadecimal. `brackets`: as iTunes shows it. `alone`: hardly anything else
   * was typed. `in-text`: somewhere in a longer text.
   */
  readonly place: 'error' | 'brackets' | 'alone' | 'in-text'
  /** "Windows error 126", "System error 1067". */
  readonly isOfWindows: boolean
}

const mostNumbers = 64
/** More words than these around a number are a text. */
const fewWords = 5

interface Token {
  readonly start: number
  readonly end: number
  readonly raw: string
}

/** Letters of scripts that keep words apart: a number beside them is a part of a name. */
const gluing = /[\p{L}\p{N}_]/u
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u
const tokens = /[0o]x ?[0-9a-fo]{1,16}|e8[0o][0-9a-fo]{3,8}|\b80(?:07|24)[0-9a-f]{4}\b|-?\d{1,20}/g
/** Names of Apple's numbers for devices. */
const named = /\bkamd[a-z]{3,40}\b/g
const between = /^\s?(?:,|;|\/|\||&|\+|-|and|or|och|eller|und|oder|et|ou|y|o)\s?$/

type Sets = Readonly<Record<'error' | 'counted' | 'between' | 'products' | 'typed' | 'ports' | 'units', ReadonlySet<string>>> // prettier-ignore
let sets: Sets | undefined

function wordSets(): Sets {
  const lists = readErrorWords()
  sets ??= {
    error: new Set(lists.error),
    counted: new Set(lists.countedErrors),
    between: new Set(lists.between),
    products: new Set(lists.products),
    typed: new Set(lists.productsWithErrors),
    ports: new Set(lists.ports),
    units: new Set(lists.units),
  }
  return sets
}

/**
 * @param text made plain by `plainText`.
 * @param isKnown whether a row speaks of the number: decides between `4,013` as one number and as two.
 */
export function numbersIn(
  text: string,
  isKnown: (code: string) => boolean,
): readonly NumberInText[] {
  const groups: Token[][] = []
  for (const match of text.matchAll(tokens)) {
    if (groups.length === mostNumbers) break
    const token = { start: match.index, end: match.index + match[0].length, raw: match[0] }
    const last = groups.at(-1)?.at(-1)
    const gap = last === undefined ? undefined : text.slice(last.end, token.start)
    const isNext =
      gap !== undefined && (between.test(gap) || (gap === '' && token.raw.startsWith('-')))
    if (isNext) groups.at(-1)?.push(token)
    else groups.push([token])
  }
  const isShort = wordsOf(text, fewWords + 1).length <= fewWords
  return [
    ...namesIn(text),
    ...groups.flatMap((group) => readGroup(text, group, isShort, isKnown)),
  ].slice(0, mostNumbers)
}

/** `kAMDPermissionError` */
function namesIn(text: string): readonly NumberInText[] {
  if (!text.includes('kamd')) return []
  const { names } = readErrorWords()
  return Array.from(text.matchAll(named), ([name]) => names[name]).flatMap((code) =>
    code === undefined ? [] : [{ code, isMended: false, place: 'error', isOfWindows: false }],
  )
}

/** A number, or a list of them: `3194,3004`, `1602 or 1603`. */
function readGroup(
  text: string,
  group: readonly Token[],
  isShort: boolean,
  isKnown: (code: string) => boolean,
): NumberInText[] {
  const first = group[0]
  const last = group.at(-1)
  if (first === undefined || last === undefined) return []
  const before = text.slice(Math.max(0, first.start - 60), first.start)
  const after = text.slice(last.end, last.end + 24)
  const errorBefore = errorWordsBefore(before)
  const isOfWindows = errorBefore?.some((word) => windowsWords.has(word)) === true
  const whole = errorBefore === undefined ? undefined : thousands(text, group)
  if (whole !== undefined && isKnown(whole)) {
    return [{ code: whole, isMended: false, place: 'error', isOfWindows }]
  }
  const place = placeOf({ text, before, after, group, isShort, isBehindError: errorBefore !== undefined }) // prettier-ignore
  if (place === undefined) return []
  return group.flatMap((token, index) => {
    // `1600-1604`, `error-3194`: a dash, no sign.
    const isDash = index > 0 ? group[index - 1]?.end === token.start : gluing.test(before.slice(-1))
    const read = canonical(isDash ? token.raw.replace(/^-/, '') : token.raw)
    return read === undefined ? [] : [{ ...read, place, isOfWindows }]
  })
}

interface Surrounded {
  readonly text: string
  readonly before: string
  readonly after: string
  readonly group: readonly Token[]
  readonly isShort: boolean
  readonly isBehindError: boolean
}

function placeOf(surrounded: Surrounded): NumberInText['place'] | undefined {
  const { text, before, after, group, isShort, isBehindError } = surrounded
  const raw = group[0]?.raw ?? ''
  const value = Math.abs(Number(raw))
  const { error, typed, products, ports } = wordSets()
  const isHex = /^(?:[0o]x|e8)|^80.{0,5}[a-f]/.test(raw)
  const word = lastWord(before)
  const beforeSign = before.slice(-1)
  // `Fehler3194` and `error-3194`, and nothing else that is glued.
  if (gluing.test(beforeSign) && !unspaced.test(beforeSign) && !error.has(word)) return undefined
  const afterSign = after.slice(0, 1)
  if (gluing.test(afterSign) && !unspaced.test(afterSign)) return undefined
  if (isHex) return 'error'
  // Versions and times: 17.1, 12:30. A full stop at the end of a sentence is none.
  if (/^[.:]\d/.test(after) || /\d[.:]$/.test(before)) return undefined
  if (isDate(group)) return undefined
  if (isCounted(after, value)) return undefined
  if (isBehindError || hasErrorAfter(after)) return 'error'
  if (/[€$£]\s?$/.test(before)) return undefined
  const isYear = value >= 1990 && value <= 2099
  if (/[([{]\s?$/.test(before) && /^\s?[)\]}]/.test(after) && !(isYear && !isShort)) {
    return 'brackets'
  }
  if (ports.has(word) || /[\p{L}\d.]:$/u.test(before)) return undefined
  if (products.has(word) && (!typed.has(word) || value < 100)) return undefined
  if (isYear && !isAboutErrors(text)) return undefined
  return isShort ? 'alone' : 'in-text'
}

/** "error", perhaps with "code", "number" and the like between it and the number. */
function errorWordsBefore(before: string): readonly string[] | undefined {
  const { error, between: mayStand } = wordSets()
  const tail = before.replace(/[\s:#=.,"'([{<>-]{1,12}$/u, '')
  if (readErrorWords().errorSigns.some((sign) => tail.endsWith(sign))) return []
  // A sentence ends, a line ends: what stood before is another matter.
  const sentence = tail.split(/[.!?;\n\r]\s/).at(-1) ?? ''
  const words = wordsOf(sentence, 20).reverse().slice(0, 7)
  const at = words.findIndex((word) => error.has(word) || !mayStand.has(word))
  return at < 0 || !error.has(words[at] ?? '') ? undefined : words.slice(0, at + 2)
}

const windowsWords: ReadonlySet<string> = new Set(
  'windows system systemfehler systemfel systeme sistema exit helpmsg'.split(' '),
)

/** Only a few words of products and of what one does with them: then 2009 is no year. */
function isAboutErrors(text: string): boolean {
  const { error, products, between: mayStand } = wordSets()
  const { restore, install } = readErrorWords().about
  return wordsOf(text, fewWords + 1).every(
    (word) =>
      error.has(word) ||
      products.has(word) ||
      (mayStand.has(word) && word.length > 3) ||
      [...restore, ...install].some((stem) => word.startsWith(stem)),
  )
}

/** `75エラー`, `4013-Fehler`, `9006 error`. */
function hasErrorAfter(after: string): boolean {
  const rest = after.replace(/^[\s-]{1,2}/, '')
  if (readErrorWords().errorSigns.some((sign) => rest.startsWith(sign))) return true
  // "iPhone 17 error 3194": the word belongs to the number behind it.
  const [, word = '', isOfNext] = /^(\p{L}+)(\W{0,3}\d)?/u.exec(rest) ?? []
  return isOfNext === undefined && wordSets().error.has(word)
}

/** "29 items", "40 GB", "17 minutes", "3 Fehler". */
function isCounted(after: string, value: number): boolean {
  const { units, counted } = wordSets()
  const [, gap, word] = /^(\s?-?\s?)([%‰°€$£]|\p{L}{1,20})/u.exec(after) ?? []
  if (word === undefined) return false
  if (value < 1000 && counted.has(word) && gap?.includes('-') !== true) return word !== 'error'
  if (units.has(word)) return true
  return unspaced.test(word) && [...units].some((unit) => unspaced.test(unit) && word.startsWith(unit)) // prettier-ignore
}

/** 2024-11-04, 17/10/2020. */
function isDate(group: readonly Token[]): boolean {
  if (group.length !== 3) return false
  const [a = 0, b = 0, c = 0] = group.map(({ raw }) => Math.abs(Number(raw)))
  const isYear = (value: number) => value >= 1980 && value <= 2099
  return (isYear(a) && b <= 12 && c <= 31) || (isYear(c) && a <= 31 && b <= 31)
}

/** `4,013` and `13.010`. */
function thousands(text: string, group: readonly Token[]): string | undefined {
  const [first] = group
  if (first === undefined || !/^-?\d{1,2}$/.test(first.raw)) return undefined
  const rest = /^[.,](\d{3})(?![.,]?\d)/.exec(text.slice(first.end, first.end + 6))?.[1]
  return rest === undefined ? undefined : `${first.raw}${rest}`
}

function canonical(raw: string): { readonly code: string; readonly isMended: boolean } | undefined {
  if (/^(?:[0o]x|e8)/.test(raw)) return hexadecimal(raw.replace(/^[0o]x ?/, '').replace(/o/g, '0'))
  // Windows Update shows its numbers without the beginning.
  if (/^80(?:07|24)[0-9a-f]{4}$/.test(raw)) return hexadecimal(raw)
  const value = errorNumber(raw)
  if (value === undefined || value === 0) return undefined
  const isLarge = value >= 0x8000_0000 && !/^-\d{1,6}$/.test(raw)
  return { code: isLarge ? hex(value) : String(Number(raw)), isMended: false }
}

/** Numbers of Apple's device software have eight digits: with one too many or too few, the zeros are mended. */
function hexadecimal(digits: string): ReturnType<typeof canonical> {
  const mended = /^e80+([0-9a-f]{1,4})$/.exec(digits)?.[1]
  if (digits.length !== 8 && mended !== undefined && digits.length >= 6 && digits.length <= 10) {
    const suffix = mended.replace(/^0+/, '')
    return { code: hex(Number(`0xe8${suffix.padStart(6, '0')}`)), isMended: true }
  }
  const value = digits.length <= 8 ? Number(`0x${digits}`) : 0
  return value >= 0x8000_0000 ? { code: hex(value), isMended: false } : undefined
}

function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`
}

function lastWord(before: string): string {
  return /([\p{L}]+)[^\p{L}\d]{0,4}$/u.exec(before.slice(-32))?.[1] ?? ''
}

function wordsOf(text: string, atMost: number): string[] {
  const found: string[] = []
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    found.push(word)
    if (found.length === atMost) break
  }
  return found
}
