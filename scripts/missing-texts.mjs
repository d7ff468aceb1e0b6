/**
 * `npm run texts`: texts that a language lacks. Holds every `assets/texts/<language>/<area>.json` against the English
 * one (`npm run texts`; ends with 1 when something is missing, left over or asks for other values).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ readonly [key: string]: string | Tree }} Tree
 *
 * @typedef {object} Gaps
 * @property {readonly string[]} missing keys that English has, and this language's own plural forms
 * @property {readonly string[]} leftOver keys that nothing asks for
 * @property {readonly string[]} empty
 * @property {readonly string[]} otherValues keys whose `{{values}}` differ from the English ones
 */

export const pattern = 'en'

/** @param {Tree} tree @returns {[key: string, text: string][]} */
function leaves(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [/** @type {[string, string]} */ ([prefix + key, value])]
      : leaves(value, `${prefix}${key}.`),
  )
}

const plural = /_(zero|one|two|few|many|other)$/

/**
 * The plural forms that `makeWords` looks up in a language. It does not fall back to `_other` where one is missing: the
 * key itself would be on the screen.
 * @param {string} language @returns {readonly string[]}
 */
export function pluralForms(language) {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories
}

/** @param {string} text @returns {readonly string[]} */
const valuesIn = (text) =>
  [...text.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map(([, name]) => name ?? '').sort()

/** "One process" needs no number, in whatever language. @param {string} key @param {readonly string[]} values */
const needed = (key, values) =>
  /_(zero|one|two)$/.test(key) ? values.filter((name) => name !== 'count') : values

/**
 * Every key that a language must have, with the English text that it stands for.
 * @param {Tree} english @param {string} language @returns {Map<string, string>}
 */
function expected(english, language) {
  const texts = new Map(leaves(english))
  /** @type {Map<string, string>} */
  const keys = new Map()
  for (const [key, text] of texts) {
    const base = key.replace(plural, '')
    const other = texts.get(`${base}_other`)
    if (base === key || other === undefined) keys.set(key, text)
    else for (const form of pluralForms(language)) keys.set(`${base}_${form}`, other)
  }
  // Where English has the form itself, it is the better pattern: its "one" may do without a value.
  for (const [key, text] of texts) if (keys.has(key)) keys.set(key, text)
  return keys
}

/**
 * @param {Tree} english @param {Tree} translated @param {string} language @returns {Gaps}
 */
export function compareTexts(english, translated, language) {
  const wanted = expected(english, language)
  const given = new Map(leaves(translated))
  const both = [...wanted].flatMap(([key, text]) => {
    const own = given.get(key)
    return own === undefined ? [] : [{ key, text, own }]
  })
  return {
    missing: [...wanted.keys()].filter((key) => !given.has(key)),
    leftOver: [...given.keys()].filter((key) => !wanted.has(key)),
    empty: both.filter(({ own }) => own.trim() === '').map(({ key }) => key),
    otherValues: both
      .filter(
        ({ key, text, own }) =>
          needed(key, valuesIn(text)).join() !== needed(key, valuesIn(own)).join(),
      )
      .map(({ key }) => key),
  }
}

/** @param {string} file @returns {Tree} */
const read = (file) => /** @type {Tree} */ (JSON.parse(readFileSync(file, 'utf8')))

/**
 * @param {string} folder with the files `<language>/<area>.json`
 * @param {readonly string[]} languages all but the pattern
 * @returns {string[]} one line for each gap; none when every language is complete
 */
export function findGaps(folder, languages) {
  const areas = readdirSync(join(folder, pattern))
  const wanted = [pattern, ...languages].flatMap((language) =>
    areas.map((area) => `${language}/${area}`),
  )
  const files = readdirSync(folder).flatMap((language) =>
    readdirSync(join(folder, language)).map((area) => `${language}/${area}`),
  )
  const gaps = wanted.flatMap((file) => {
    if (!files.includes(file)) return [`${file}: the whole file is missing`]
    const [language = '', area = ''] = file.split('/')
    const { missing, leftOver, empty, otherValues } = compareTexts(
      read(join(folder, pattern, area)),
      read(join(folder, file)),
      language,
    )
    return [
      ...missing.map((key) => `${file}: ${key} is missing`),
      ...empty.map((key) => `${file}: ${key} is empty`),
      ...leftOver.map((key) => `${file}: ${key} is left over`),
      ...otherValues.map((key) => `${file}: ${key} has other {{values}} than in English`),
    ]
  })
  const stray = files.filter((file) => !wanted.includes(file))
  return [...gaps, ...stray.map((file) => `${file}: nothing reads this file`)]
}

/** The languages that the program offers. @param {string} source of shared/text/languages.ts @returns {string[]} */
export function offeredLanguages(source) {
  const list = /supportedLanguages = \[([^\]]*)\]/.exec(source)?.[1]
  if (list === undefined) throw new Error('shared/text/languages.ts has no supportedLanguages.')
  return [...list.matchAll(/'([a-z]+)'/g)].map(([, language]) => language ?? '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const languages = offeredLanguages(readFileSync(join(root, 'shared/text/languages.ts'), 'utf8'))
  const gaps = findGaps(
    join(root, 'assets/texts'),
    languages.filter((language) => language !== pattern),
  )
  console.log(
    gaps.length === 0
      ? `Every text is there in ${languages.join(', ')}.`
      : [...gaps, `In all: ${gaps.length}.`].join('\n'),
  )
  process.exitCode = gaps.length === 0 ? 0 : 1
}
