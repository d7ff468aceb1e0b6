/** Is every tip whole: its sources, its words in every language, and nothing that the schema would refuse? */
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { betterWays, betterWaysFor, myths } from '../../../shared/catalogue/myths.ts'
import {
  mythsSchema,
  mythVerdictSchema,
  saidBySchema,
} from '../../../shared/catalogue/schemas/myths-schema.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import en from '../../../assets/texts/en/myths.json' with { type: 'json' }

const { processes, sources } = readCatalogue()
const processIds = new Set(processes.map(({ id }) => id))
const evidence = [
  ...myths.flatMap((myth) => [
    myth,
    myth.saidBy,
    ...(myth.undoEvidence ? [myth.undoEvidence] : []),
  ]),
  ...betterWays,
]

test('the data passes the schema, which refuses a tip without sources', () => {
  expect(mythsSchema.safeParse({ myths, betterWays }).success).toBe(true)
  const [first, ...others] = myths
  const broken = { myths: [{ ...first, sources: [] }, ...others], betterWays }
  expect(mythsSchema.safeParse(broken).success).toBe(false)
})

test('every source exists, and "2+" has two', () => {
  for (const { sources: keys, confidence } of evidence) {
    for (const key of keys) expect(Object.keys(sources)).toContain(key)
    if (confidence === '2+') expect(keys.length).toBeGreaterThan(1)
  }
})

test('every process exists, and what breaks is among what the tip is about', () => {
  for (const { about, breaks } of myths) {
    for (const id of [...about, ...breaks]) expect(processIds).toContain(id)
    for (const id of breaks) expect(about).toContain(id)
  }
  for (const way of betterWays) for (const id of way.processes) expect(processIds).toContain(id)
})

test('ids are unique, and steps say where they come from', () => {
  expect(new Set(myths.map(({ id }) => id)).size).toBe(myths.length)
  expect(new Set(betterWays.map(({ id }) => id)).size).toBe(betterWays.length)
  for (const { undo, undoEvidence } of myths) {
    expect(undo.length > 0).toBe(undoEvidence !== undefined)
    expect(new Set(undo.map(({ step }) => step)).size).toBe(undo.length)
  }
})

test('a tip that breaks something says what, and how it is undone', () => {
  for (const { id, verdict, undo } of myths) {
    if (verdict !== 'breaks') continue
    expect(undo.length, id).toBeGreaterThan(0)
    expect(wordsIn('en').has(`myths.item.${id}.breaks`), id).toBe(true)
  }
})

test('no command ends, deletes or disables anything', () => {
  const commands = myths.flatMap(({ undo }) => undo.flatMap(({ command }) => command ?? []))
  expect(commands.length).toBeGreaterThan(5)
  for (const command of commands) {
    expect(command).not.toMatch(/-remove|taskkill|\bdel\b|\brd\b|disabled|\bstop\b|sc delete/i)
  }
})

describe.each(supportedLanguages)('in %s', (language) => {
  const { has } = wordsIn(language)

  test('every tip, verdict, place and better way has its words', () => {
    for (const { id, undo } of myths) {
      for (const part of ['tip', 'truth', ...undo.map(({ step }) => `undo.${step}`)]) {
        expect(has(`myths.item.${id}.${part}`), `${id}.${part}`).toBe(true)
      }
    }
    for (const kind of saidBySchema.options) expect(has(`myths.saidBy.${kind}`)).toBe(true)
    for (const verdict of mythVerdictSchema.options) {
      expect(has(`myths.verdict.${verdict}`)).toBe(true)
    }
    for (const { id, hasUndo = false } of betterWays) {
      expect(has(`betterWay.${id}.undo`), id).toBe(hasUndo)
      expect(has(`betterWay.${id}.wish`) && has(`betterWay.${id}.way`), id).toBe(true)
    }
  })
})

test('there are no words for a tip, a step or a way that does not exist', () => {
  expect(Object.keys(en.myths.item).sort()).toEqual(myths.map(({ id }) => id).sort())
  expect(Object.keys(en.betterWay).sort()).toEqual(betterWays.map(({ id }) => id).sort())
  for (const { id, undo } of myths) {
    const item = en.myths.item[id as keyof typeof en.myths.item]
    const steps = 'undo' in item ? Object.keys(item.undo) : []
    expect(steps, id).toEqual(undo.map(({ step }) => step))
  }
})

test('the helpers that people want to end have a better way', () => {
  for (const id of ['itunes-helper', 'mdnsresponder', 'apple-mobile-device-service']) {
    expect(betterWaysFor(id).length).toBeGreaterThan(0)
  }
  expect(betterWaysFor('sync-nothing')).toEqual([])
})
