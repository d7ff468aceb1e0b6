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
  /** The text, with `{{name}}` replaced. `count` picks the plural form. Values are put in as they are: never looked up, never escaped. */
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
  const texts = new Map<string, string>()
  for (const area of areas) collect(area, '', texts)
  let forms: Intl.PluralRules | undefined
  return {
    language,
    t: (key, values = {}) => {
      const count = values['count']
      if (count !== undefined) forms ??= new Intl.PluralRules(language)
      const form = forms?.select(Number(count))
      const text = texts.get(count === undefined ? key : `${key}_${form}`) ?? texts.get(key)
      if (text === undefined) return unknownWord(key, [...texts.keys()])
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
    },
    has: (key): key is TextKey => texts.has(key),
  }
}

/** A report of another version may hold words that have no text here: `trust.quarantined` is shown as it is, `quarantined`. */
function unknownWord(key: string, known: readonly string[]): string {
  const steps = key.split('.')
  const isBranch = (path: string) => known.some((each) => each.startsWith(`${path}.`))
  const first = steps.findIndex((_, at) => !isBranch(steps.slice(0, at + 1).join('.')))
  return shortText(first === -1 ? key : (steps[first] ?? key), 100)
}

function collect(texts: Texts, prefix: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') into.set(prefix + key, value)
    else collect(value, `${prefix}${key}.`, into)
  }
}
