/** Every name that the catalogue knows, found wherever it stands in a line: by whole words, the longest first. */
import { imageNameKey } from '../catalogue/match.ts'
import type { Catalogue, CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type { Words } from '../text/texts.ts'
import { fold, isFileName, withoutExe } from './fold.ts'
import { otherNamesOf } from './known-names.ts'
import { namesOf, readOtherPrograms, type OtherProgram } from '../catalogue/other-programs.ts'
import { readNames } from '../catalogue/names.ts'
import { isCell, standsAlone } from './lines/name-in-line.ts'
import { tokensOf, type Token } from './tokens.ts'

/** `image`: a file name with its ending. `stem`: without. `other`: a service, a description, a localised name, a package. */
type NameKind = 'image' | 'stem' | 'other'

/** A program of the catalogue, or something else of Apple's. */
export type Subject =
  | { readonly entry: CatalogueProcess; readonly other: null }
  | { readonly entry: null; readonly other: OtherProgram }

interface KnownName {
  readonly text: string
  readonly kind: NameKind
  readonly subject: Subject
  /** Compared sign by sign: a file has only the one name. */
  readonly isExact: boolean
  /** Says what it means wherever it stands; a word of every day does so only in a cell of its own. */
  readonly isTelling: boolean
}

export interface Hit {
  /** As it stands in the line. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: NameKind
  readonly subject: Subject
  /** 4: a file name. 3: a telling name. 2: a cell of its own. 1: a package's name. 0: a word in a sentence, no more than a hint. */
  readonly strength: 0 | 1 | 2 | 3 | 4
}

export interface Lexicon {
  /** The strongest first; of equal ones the first in the line. */
  readonly find: (line: string) => readonly Hit[]
  /** What has a name that begins so: what a tool cuts off has lost its end. */
  readonly beginningWith: (beginning: string) => readonly Subject[]
}

interface Node {
  readonly next: Map<string, Node>
  readonly names: KnownName[]
}

/** Shorter single words are too often part of something else. */
const shortestTelling = 8

export function createLexicon(
  processes: Catalogue['processes'],
  languages: readonly Words[],
): Lexicon {
  const known = knownNames(processes, languages)
  const root: Node = { next: new Map(), names: [] }
  for (const name of known) {
    let node = root
    for (const { text } of tokensOf(name.text)) {
      const next: Node = node.next.get(text) ?? { next: new Map(), names: [] }
      node.next.set(text, next)
      node = next
    }
    if (node !== root) node.names.push(name)
  }
  const beginnings = known
    .filter(({ subject }) => subject.other?.kind !== 'package')
    .map(({ text, subject }) => ({ text: plain(text), subject }))

  return {
    find: (line) => findIn(root, line),
    beginningWith: (beginning) => {
      const wanted = plain(beginning)
      if (wanted === '') return []
      return [
        ...new Set(
          beginnings.filter(({ text }) => text.startsWith(wanted)).map(({ subject }) => subject),
        ),
      ]
    },
  }
}

/** Underscores and dashes stand for blanks in many tools. */
const plain = (text: string): string =>
  fold(text)
    .replace(/[\s_\u2010-\u2015]+/gu, ' ')
    .trim()

function knownNames(
  processes: Catalogue['processes'],
  languages: readonly Words[],
): readonly KnownName[] {
  const { everyday } = readNames()
  const withoutEnding = (
    file: string,
  ): Pick<KnownName, 'text' | 'kind' | 'isExact' | 'isTelling'> => {
    const text = withoutExe(file)
    const isTelling = text.length >= shortestTelling && !everyday.includes(file)
    return { text, kind: 'stem', isExact: true, isTelling }
  }
  const ofPrograms = processes.flatMap((entry): KnownName[] => {
    const { imageName } = entry
    const stem = imageNameKey(withoutExe(imageName))
    const isEveryday = everyday.includes(imageName)
    const subject = { entry, other: null }
    return [
      { subject, text: imageName, kind: 'image', isExact: true, isTelling: true },
      { subject, ...withoutEnding(imageName) },
      ...[...otherNamesOf(entry, languages), ...(isEveryday ? [] : wordsApart(imageName))]
        .filter((text) => imageNameKey(withoutExe(text)) !== stem)
        .map((text) => ({ subject, ...phrase(text, isEveryday) })),
    ]
  })
  const ofOthers = readOtherPrograms().flatMap((other): KnownName[] => {
    const subject = { entry: null, other }
    return namesOf(other).flatMap((text): KnownName[] => {
      if (!isFileName(text)) return [{ subject, ...phrase(text, false) }]
      const file: KnownName = { subject, text, kind: 'image', isExact: true, isTelling: true }
      return /\.exe$/i.test(text) ? [file, { subject, ...withoutEnding(text) }] : [file]
    })
  })
  return [...ofPrograms, ...ofOthers]
}

/** `mDNS Responder`: how people write a long name that was written in one word. */
function wordsApart(imageName: string): readonly string[] {
  const stem = withoutExe(imageName)
  const text = stem.replace(/(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])/gu, ' ')
  return stem.length >= 12 && !stem.includes('.') && text !== stem ? [text] : []
}

/** Several words tell what they mean, and so does one that is long. */
function phrase(
  text: string,
  isEveryday: boolean,
): Pick<KnownName, 'text' | 'kind' | 'isExact' | 'isTelling'> {
  if (isFileName(text)) return { text, kind: 'image', isExact: true, isTelling: true }
  const tokens = tokensOf(text)
  const isPhrase = tokens.length > 1 && tokens.some(({ text: word }) => word.length > 3)
  const isLong = (tokens[0]?.text.length ?? 0) >= shortestTelling
  return { text, kind: 'other', isExact: false, isTelling: isPhrase || (isLong && !isEveryday) }
}

/** What may stand between two words of one name. */
const gap = /^(?:[\s_.\-\u2010-\u2015'’]|[\s_]?["“”„«(#]|["”»)]\s?)?$/u

const quotes = /["“”„«»(#]/u

function findIn(root: Node, line: string): readonly Hit[] {
  const tokens = tokensOf(line)
  const isUrl = /^\W{0,3}(?:https?:\/\/|www\.)/iu.test(line)
  const hits: Hit[] = []
  let at = 0
  while (at < tokens.length) {
    const found = longestAt(root, line, tokens, at, isUrl)
    if (found === undefined) at += 1
    else {
      hits.push(found.hit)
      at = found.next
    }
  }
  return hits.sort((a, b) => b.strength - a.strength)
}

function longestAt(
  root: Node,
  line: string,
  tokens: readonly Token[],
  from: number,
  isUrl: boolean,
): { readonly hit: Hit; readonly next: number } | undefined {
  let node: Node | undefined = root
  let best: { readonly hit: Hit; readonly next: number } | undefined
  const start = tokens[from]?.start ?? 0
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (token === undefined) break
    if (at > from && before !== undefined) {
      const between = line.slice(before.end, token.start)
      if (between.length > 3 || !gap.test(between)) break
    }
    node = node.next.get(token.text)
    if (node === undefined) break
    for (const name of node.names) {
      const hit = hitOf(name, line, start, token.end, isUrl)
      if (
        hit !== undefined &&
        (best === undefined || at + 1 > best.next || hit.strength > best.hit.strength)
      ) {
        best = { hit, next: at + 1 }
      }
    }
  }
  return best
}

function hitOf(
  name: KnownName,
  line: string,
  start: number,
  end: number,
  isUrl: boolean,
): Hit | undefined {
  const text = line.slice(start, end)
  // A quotation that begins in the middle of a name is another's.
  if (quotes.test(text) && !quotes.test(name.text)) return undefined
  if (name.isExact && imageNameKey(text) !== imageNameKey(name.text)) return undefined
  const isFile = name.isExact && name.kind !== 'stem'
  if (!isUrl && !standsAlone(line, start, end, name.isExact, isFile)) return undefined
  const { kind, subject } = name
  return {
    text,
    start,
    end,
    kind,
    subject,
    strength: strengthOf(name, line, start, end, isUrl),
  }
}

function strengthOf(
  { kind, subject, isTelling }: KnownName,
  line: string,
  start: number,
  end: number,
  isUrl: boolean,
): Hit['strength'] {
  const isPackage = subject.other?.kind === 'package'
  if (kind === 'image') return 4
  if (isPackage) return isTelling || isCell(line, start, end) ? 1 : 0
  if (isTelling) return 3
  return isUrl || isCell(line, start, end) ? 2 : 0
}
