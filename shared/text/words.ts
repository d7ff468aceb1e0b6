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
  const texts = new Map(areas.flatMap((area) => leaves(area)))
  const branches = new Set([...texts.keys()].flatMap(pathsTo))
  let forms: Intl.PluralRules | undefined
  return {
    language,
    t: (key, values = {}) => {
      const count = values['count']
      if (count !== undefined) forms ??= new Intl.PluralRules(language)
      const form = forms?.select(Number(count))
      const text = texts.get(count === undefined ? key : `${key}_${form}`) ?? texts.get(key)
      if (text === undefined) return unknownWord(key, branches)
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
    },
    has: (key): key is TextKey => texts.has(key),
  }
}

function pathsTo(key: string): readonly string[] {
  const steps = key.split('.')
  return steps.slice(1).map((_, at) => steps.slice(0, at + 1).join('.'))
}

/** A report of another version may hold words that have no text here: `trust.quarantined` is shown as it is, `quarantined`. */
function unknownWord(key: string, branches: ReadonlySet<string>): string {
  const steps = key.split('.')
  const known = steps.findIndex((_, at) => !branches.has(steps.slice(0, at + 1).join('.')))
  return shortText(known === -1 ? key : (steps[known] ?? key), 100)
}

function leaves(texts: Texts, prefix = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  )
}
