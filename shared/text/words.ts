/** Words of one language out of its texts: by key, with values and plural forms. Knows no language itself. */
import type { English } from './english.ts'
import type { Language } from './languages.ts'
import { shortText } from './visible-text.ts'

type Leaves<T, Prefix extends string = ''> = {
  [K in Exclude<keyof T & string, 'default'>]: T[K] extends string
    ? `${Prefix}${K}`
    : Leaves<T[K], `${Prefix}${K}.`>
}[Exclude<keyof T & string, 'default'>]

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

/** A path into the English texts, plural forms without their ending: `window.title`. */
export type TextKey = WithoutPlural<Leaves<English>>

export interface Words {
  readonly language: Language
  /**
   * The text, with `{{name}}` replaced. `count` picks the plural form, and is written as the language groups digits. Values
   * are put in as they are: never looked up, never escaped.
   */
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string
  /** Whether there is such a text, for keys that come from data. */
  readonly has: (key: string) => key is TextKey
}

/** Texts as they lie in a file: `{ "window": { "title": "…" } }`. */
export interface Texts {
  readonly [key: string]: string | Texts
}

/** @param areas the files of one language; two of them may have parts of one branch */
export function makeWords(language: Language, areas: readonly Texts[]): Words {
  const said = new Map<string, string>()
  // Looked up when it is said: the start says a hundred of three thousand texts.
  const textOf = (key: string) => {
    const text = said.get(key) ?? find(areas, key)
    if (text !== undefined) said.set(key, text)
    return text
  }
  let forms: Intl.PluralRules | undefined
  let groups: Intl.NumberFormat | undefined
  const shown = (name: string, value: string | number = ''): string => {
    if (name !== 'count' || typeof value !== 'number' || value < 1000) return String(value)
    groups ??= new Intl.NumberFormat(language)
    return groups.format(value)
  }
  return {
    language,
    t: (key, values = {}) => {
      const count = values['count']
      if (count !== undefined) forms ??= new Intl.PluralRules(language)
      const form = forms?.select(Number(count))
      const text = textOf(count === undefined ? key : `${key}_${form}`) ?? textOf(key)
      if (text === undefined) return unknownWord(key, areas)
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(name, values[name]))
    },
    has: (key): key is TextKey => textOf(key) !== undefined,
  }
}

/** A report of another version may hold words that have no text here: `trust.quarantined` is shown as it is, `quarantined`. */
function unknownWord(key: string, areas: readonly Texts[]): string {
  const steps = key.split('.')
  const isBranch = (count: number) =>
    areas.some((area) => typeof walk(area, steps.slice(0, count)) === 'object')
  const first = steps.findIndex((_, at) => !isBranch(at + 1))
  return shortText(first === -1 ? key : (steps[first] ?? key), 100)
}

function find(areas: readonly Texts[], key: string): string | undefined {
  const steps = key.split('.')
  for (const area of areas) {
    const text = walk(area, steps)
    if (typeof text === 'string') return text
  }
  return undefined
}

function walk(area: Texts, steps: readonly string[]): string | Texts | undefined {
  let at: string | Texts | undefined = area
  for (const step of steps)
    at = typeof at === 'object' && Object.hasOwn(at, step) ? at[step] : undefined
  return at
}
