/** How do the texts of one language become words: by key, with values and plural forms? Knows no language itself. */
import { createInstance } from 'i18next'
import type { en } from './languages/en.ts'
import type { Language } from './languages.ts'

/** English is the pattern: every other language has exactly its keys. */
type Texts = typeof en

/** French and Spanish have a third plural form, as in "un million de processus"; i18next does not fall back to `_other`. */
type WithMany<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : WithMany<T[K]>
} & {
  readonly [
    K in keyof T & string as K extends `${infer Base}_other` ? `${Base}_many` : never
  ]: string
}

/** What a language must have to compile. */
export type TextsOf<L extends Language> = L extends 'fr' | 'es' ? WithMany<Texts> : Texts

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

/** A path into the English texts, plural forms without their ending: `window.title`. */
export type TextKey = WithoutPlural<Leaves<Texts>>

export interface Words {
  readonly language: Language
  /** The text, with `{{name}}` replaced. `count` picks the plural form. Values are put in as they are: never looked up, never escaped. */
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string
  /** Whether there is such a text, for keys that come from data. */
  readonly has: (key: string) => key is TextKey
}

export function makeWords<L extends Language>(language: L, texts: TextsOf<L>): Words {
  let translate: Translate | undefined
  return {
    language,
    // Most texts are put on the screen as they stand, or with names in them: no need to look for plural forms.
    t: (key, values) => {
      const text = values?.['count'] === undefined ? find(texts, key) : undefined
      if (text !== undefined) return values === undefined ? text : filled(text, values)
      translate ??= translatorOf(language, texts)
      return translate(key, values ?? {})
    },
    has: (key): key is TextKey => find(texts, key) !== undefined,
  }
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

interface Branch {
  readonly [key: string]: string | Branch
}

/** Undefined for what is no text: a branch, or a key that comes from data. */
function find(texts: Branch, key: string): string | undefined {
  let found: string | Branch | undefined = texts
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, part)) return undefined
    found = found[part]
  }
  return typeof found === 'string' ? found : undefined
}

type Translate = (key: string, values: Readonly<Record<string, string | number>>) => string

function translatorOf(language: Language, texts: Branch): Translate {
  const instance = createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: { translation: texts } },
    initAsync: false,
    showSupportNotice: false,
    // React and the report writers make values harmless, each in its own way.
    interpolation: { escapeValue: false },
  })
  return (key, values) => instance.t(key, values)
}
