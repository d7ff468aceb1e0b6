/** What is the thing that somebody asks about? Answers for every name: ours or not, running or not. */
import { createLookAlikeFinder } from '../catalogue/look-alike.ts'
import { findByImageName, imageNameKey } from '../catalogue/match.ts'
import type { Catalogue, CatalogueProcess } from '../catalogue/schema.ts'
import type { LookAlikeWhy } from '../model/inspection.ts'
import type { Listing } from '../model/process.ts'
import type { WhatIsAnswer } from '../model/what-is.ts'
import type { Words } from '../text/texts.ts'
import { isFileName } from './fold.ts'
import { isOtherNameOf } from './known-names.ts'
import { readQuestion, type Question } from './read-question.ts'
import { createSuggest } from './suggest.ts'

/** @param words the language in which descriptions are searched. @param listing null when there is no list. */
export type AskWhatIs = (text: string, words: Words, listing: Listing | null) => WhatIsAnswer

const mostRunning = 50

/** Letters that were chosen to deceive; a slip of the hand is no reason to warn whoever types. */
const deceptive: readonly LookAlikeWhy[] = ['hidden-signs', 'confusable-letters']

/** Make it once and keep it. @param languages whose names for the processes are looked through. */
export function createWhatIs(
  { processes }: Pick<Catalogue, 'processes'>,
  languages: readonly Words[],
): AskWhatIs {
  const finder = createLookAlikeFinder(processes)
  const suggest = createSuggest(processes, languages)

  const entryOf = (name: string): CatalogueProcess | undefined =>
    findByImageName(processes, name) ?? findByImageName(processes, `${name}.exe`)

  function lookAlikeOf(name: string): WhatIsAnswer['lookAlike'] {
    const found = finder.check(name)
    if (found !== null || isFileName(name)) return found
    const asFile = finder.check(`${name}.exe`)
    return asFile !== null && deceptive.includes(asFile.why) ? asFile : null
  }

  /** Of all names that the text may mean, the first that says something to us. */
  function choose({ name, others }: Question, running: Running): string {
    const names = [name, ...others]
    const tests: readonly ((one: string) => boolean)[] = [
      (one) => entryOf(one) !== undefined,
      (one) => (running(one)?.length ?? 0) > 0,
      (one) => lookAlikeOf(one) !== null,
      (one) => processes.some((entry) => isOtherNameOf(entry, one, languages)),
    ]
    for (const test of tests) {
      const found = names.find(test)
      if (found !== undefined) return found
    }
    return name
  }

  return (text, words, listing) => {
    const question = readQuestion(text)
    const running = runningIn(listing)
    const name = uncut(choose(question, running), question.isCut, listing)
    if (name === '') {
      return { name, entryId: null, suggestions: [], lookAlike: null, running: null }
    }
    const entry = entryOf(name)
    return {
      name,
      entryId: entry?.id ?? null,
      suggestions: entry === undefined ? suggest(name, words) : [],
      lookAlike: entry === undefined ? lookAlikeOf(name) : null,
      running: running(entry?.imageName ?? name),
    }
  }
}

type Running = (name: string) => WhatIsAnswer['running']

/** With or without `.exe`, in any case. Null where "not in the list" does not mean "not running". */
function runningIn(listing: Listing | null): Running {
  if (listing === null) return () => null
  const byKey = new Map<string, { pid: number; name: string }[]>()
  for (const { pid, name } of listing.processes) {
    const key = imageNameKey(name)
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [{ pid, name }])
    else same.push({ pid, name })
  }
  const holdsAll = listing.isComplete && listing.lister !== 'recorded'
  return (name) => {
    const key = imageNameKey(name)
    const found = byKey.get(key) ?? byKey.get(`${key}.EXE`)
    if (found !== undefined) return found.slice(0, mostRunning)
    return holdsAll ? [] : null
  }
}

/** The whole name, where only one running process begins like what the tool has left of it. */
function uncut(name: string, isCut: boolean, listing: Listing | null): string {
  if (!isCut || listing === null) return name
  const key = imageNameKey(name)
  const names = new Map(
    listing.processes
      .filter((process) => imageNameKey(process.name).startsWith(key))
      .map((process) => [imageNameKey(process.name), process.name]),
  )
  const [only] = names.values()
  return names.size === 1 && only !== undefined ? only : name
}
