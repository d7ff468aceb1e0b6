/** Which words does the program use, in which language? One JSON file per language; a missing text does not compile. */
import catalogueEn from '../../assets/texts/catalogue.en.json' with { type: 'json' }
import catalogueSv from '../../assets/texts/catalogue.sv.json' with { type: 'json' }
import programEn from '../../assets/texts/program.en.json' with { type: 'json' }
import programSv from '../../assets/texts/program.sv.json' with { type: 'json' }
import windowEn from '../../assets/texts/window.en.json' with { type: 'json' }
import windowSv from '../../assets/texts/window.sv.json' with { type: 'json' }
import { createInstance } from 'i18next'
import type { Language } from './languages.ts'

const en = { ...catalogueEn, ...windowEn, ...programEn }
const sv = { ...catalogueSv, ...windowSv, ...programSv }

/** English is the pattern: every other language has exactly its keys. */
type Texts = typeof en

const languages = { en, sv } satisfies Record<Language, Texts>

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

/** A path into the language file, plural forms without their ending: `window.title`. */
export type TextKey = WithoutPlural<Leaves<Texts>>

export interface Words {
  readonly language: Language
  /** The text, with `{{name}}` replaced. `count` picks the plural form. Values are put in as they are: never looked up, never escaped. */
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string
  /** Whether there is such a text, for keys that come from data. */
  readonly has: (key: string) => key is TextKey
}

const made = new Map<Language, Words>()

/** The words of one language; made once and kept. */
export function wordsIn(language: Language): Words {
  const kept = made.get(language)
  if (kept !== undefined) return kept
  const plain = flatten(languages[language])
  const words: Words = {
    language,
    // Most texts are put on the screen as they stand: no need to look for plural forms and values in them.
    t: (key, values) =>
      (values === undefined ? plain.get(key) : undefined) ??
      translatorOf(language)(key, values ?? {}),
    has: (key): key is TextKey => plain.has(key),
  }
  made.set(language, words)
  return words
}

interface Branch {
  readonly [key: string]: string | Branch
}

function flatten(branch: Branch, prefix = '', into = new Map<string, string>()) {
  for (const [key, value] of Object.entries(branch)) {
    if (typeof value === 'string') into.set(prefix + key, value)
    else flatten(value, `${prefix}${key}.`, into)
  }
  return into
}

type Translate = (key: string, values: Readonly<Record<string, string | number>>) => string

const translators = new Map<Language, Translate>()

function translatorOf(language: Language): Translate {
  const kept = translators.get(language)
  if (kept !== undefined) return kept
  const instance = createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: { translation: languages[language] } },
    initAsync: false,
    showSupportNotice: false,
    // React and the report writers make values harmless, each in its own way.
    interpolation: { escapeValue: false },
  })
  const translate: Translate = (key, values) => instance.t(key, values)
  translators.set(language, translate)
  return translate
}
