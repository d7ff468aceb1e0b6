/** Does the tool find what a language lacks, and are the program's own texts without gaps? */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  compareTexts,
  findGaps,
  offeredLanguages,
  pluralForms,
} from '../../scripts/missing-texts.mjs'
import { supportedLanguages } from '../../shared/text/languages.ts'

const project = join(import.meta.dirname, '../..')
const english = {
  window: {
    title: 'Processes of {{owner}}',
    seen_one: 'One process',
    seen_other: '{{count}} processes',
  },
}

const none = { missing: [], leftOver: [], empty: [], otherValues: [] }

describe('A translation', () => {
  it('is complete with every key, every value and its own plural forms', () => {
    const german = {
      window: {
        title: 'Prozesse von {{owner}}',
        seen_one: 'Ein Prozess',
        seen_other: '{{count}} Prozesse',
      },
    }
    expect(compareTexts(english, german, 'de')).toEqual(none)
  })

  it('lacks the third plural form where the language has one', () => {
    const french = {
      window: {
        title: 'Processus de {{owner}}',
        seen_one: 'Un processus',
        seen_other: '{{count}} processus',
      },
    }
    expect(compareTexts(english, french, 'fr').missing).toEqual(['window.seen_many'])
    const whole = { window: { ...french.window, seen_many: '{{count}} de processus' } }
    expect(compareTexts(english, whole, 'fr')).toEqual(none)
    expect(compareTexts(english, whole, 'de').leftOver).toEqual(['window.seen_many'])
  })

  it('is told what it has too little, too much, empty, and with other values', () => {
    const swedish = {
      window: {
        title: 'Processer hos {{ägare}}',
        heading: 'Rubrik',
        seen_one: ' ',
        seen_other: '{{count}} processer av {{total}}',
      },
    }
    expect(compareTexts(english, swedish, 'sv')).toEqual({
      missing: [],
      leftOver: ['window.heading'],
      empty: ['window.seen_one'],
      otherValues: ['window.title', 'window.seen_other'],
    })
    expect(compareTexts(english, {}, 'sv').missing).toHaveLength(3)
  })

  it('may name the number in the form for one, or leave it out', () => {
    const spanish = {
      window: {
        title: 'Procesos de {{owner}}',
        seen_one: '{{count}} proceso',
        seen_many: '{{count}} de procesos',
        seen_other: 'procesos',
      },
    }
    expect(compareTexts(english, spanish, 'es').otherValues).toEqual(['window.seen_other'])
  })

  it.each([
    ['en', ['one', 'other']],
    ['sv', ['one', 'other']],
    ['de', ['one', 'other']],
    ['fr', ['many', 'one', 'other']],
    ['es', ['many', 'one', 'other']],
  ])('into %s has the plural forms %j', (language, forms) => {
    expect([...pluralForms(language)].sort()).toEqual(forms)
  })
})

describe('A folder of texts', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'texts-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const write = (name: string, texts: object) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), JSON.stringify(texts))
  }

  it('is told which files and keys are missing, and which nothing reads', () => {
    write('en/window.json', { a: 'A', b: { c: '{{x}}' } })
    write('de/window.json', { a: 'Ä', b: {} })
    write('en/what-is.json', { a: 'A' })
    write('de/old.json', { a: 'A' })
    write('fi/window.json', { a: 'A' })
    expect(findGaps(folder, ['de']).sort()).toEqual([
      'de/old.json: nothing reads this file',
      'de/what-is.json: the whole file is missing',
      'de/window.json: b.c is missing',
      'fi/window.json: nothing reads this file',
    ])
  })

  it('must have both forms of a plural in English, too', () => {
    write('en/window.json', { seen_other: '{{count}} seen' })
    expect(findGaps(folder, [])).toEqual(['en/window.json: seen_one is missing'])
  })

  it('has nothing to tell when all is there', () => {
    write('en/window.json', { a: 'A {{x}}' })
    write('de/window.json', { a: '{{x}} Ä' })
    expect(findGaps(folder, ['de'])).toEqual([])
  })
})

describe("The program's own texts", () => {
  it('are complete in every language that it offers', () => {
    const others = supportedLanguages.filter((language) => language !== 'en')
    expect(findGaps(join(project, 'assets/texts'), others)).toEqual([])
  })

  it('are looked for in exactly those languages', () => {
    const source = readFileSync(join(project, 'shared/text/languages.ts'), 'utf8')
    expect(offeredLanguages(source)).toEqual([...supportedLanguages])
    expect(() => offeredLanguages('nothing')).toThrow('supportedLanguages')
  })
})
