/** Sentences of an answer to "What is …?", for the window and the command line alike. */
import type { Catalogue, CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type { ExaminedProcess, InspectedProcess } from '../model/inspection.ts'
import type { Probe } from '../model/probe.ts'
import type { Signature } from '../model/signature.ts'
import type { LineAnswer, WhatIsAnswer } from '../catalogue/what-is.ts'
import { namesOf, readOtherPrograms, type OtherProgram } from '../catalogue/other-programs.ts'
import { errorWords } from './error-words.ts'
import { reasonWords } from './fact-words.ts'
import { label } from './label.ts'
import { otherProgramWords } from './other-program-words.ts'
import { wordsOfProcess } from './process-words.ts'
import type { Words } from './texts.ts'
import { shortText } from './visible-text.ts'

/** More process numbers than this nobody reads. */
const mostNamed = 6
const longestAsked = 80

export function entryOf(
  answer: LineAnswer,
  { processes }: Catalogue,
): CatalogueProcess | undefined {
  return processes.find(({ id }) => id === answer.entryId)
}

export function runningWords({ t }: Words, running: LineAnswer['running']): string {
  if (running === null) return t('whatIs.entry.unknown')
  if (running.length === 0) return t('whatIs.entry.notRunning')
  const pids = running.slice(0, mostNamed).map(({ pid }) => pid)
  const more = running.length > mostNamed ? ' …' : ''
  return t('whatIs.entry.running', { count: running.length, pids: pids.join(', ') + more })
}

/** By what the line names the entry; nothing where that is its own name. */
export function namedByWords(
  words: Words,
  answer: LineAnswer,
  catalogue: Catalogue,
): readonly string[] {
  const { t } = words
  const entry = entryOf(answer, catalogue)
  if (entry === undefined) return []
  const { namedBy } = answer
  const asked = shortText(answer.name, longestAsked)
  const values = { asked, name: entry.imageName }
  if (namedBy === 'other') return [t('whatIs.entry.alsoCalled', values)]
  if (namedBy === 'cut') return [t('whatIs.entry.cutOff', values)]
  if (namedBy === 'port') return [t('whatIs.entry.byPort', values)]
  return []
}

export function otherOf({ otherId }: LineAnswer): OtherProgram | undefined {
  return readOtherPrograms().find(({ id }) => id === otherId)
}

/** A line names a program of the catalogue, and starts another file. */
export function besideWords(
  { t }: Words,
  answer: LineAnswer,
  catalogue: Catalogue,
): string | undefined {
  const named = answer.suggestions.find(({ why }) => why === 'named')
  if (named === undefined || answer.name === '') return undefined
  const [name] = imageNameOf(named.entryId, catalogue)
  if (name === undefined) return undefined
  return t('whatIs.beside', { name, file: shortText(answer.name, longestAsked) })
}

/** What stands at the head of an answer: a program, a foreign name, an error number, or the line that was not understood. */
export function titleOfAnswer(words: Words, answer: LineAnswer, catalogue: Catalogue): string {
  const entry = entryOf(answer, catalogue)
  if (entry !== undefined) return entry.imageName
  const [error] = answer.errors
  const other = otherOf(answer)
  if (other !== undefined) return nameOfOther(other, answer.name)
  if (answer.name !== '') return shortText(answer.name, longestAsked)
  if (error !== undefined) return errorWords(words, error).title
  return shortText(answer.line, longestAsked)
}

/** One sentence or two: what a list of many lines says of each. */
export function briefAnswer(words: Words, answer: LineAnswer, catalogue: Catalogue): string {
  const { t } = words
  const entry = entryOf(answer, catalogue)
  if (entry !== undefined) {
    const { summary } = wordsOfProcess(words, entry.id)
    const [named] = answer.namedBy === 'image' ? [] : namedByWords(words, answer, catalogue)
    return [named ?? ended(summary), ...(named === undefined ? [] : [ended(summary)])].join(' ')
  }
  const other = otherOf(answer)
  if (other !== undefined) {
    const { kind, what } = otherProgramWords(words, other, catalogue)
    return `${kind}. ${what}`
  }
  const perhaps = answer.suggestions
    .slice(0, 3)
    .flatMap(({ entryId }) => imageNameOf(entryId, catalogue))
    .join(', ')
  const maybe = perhaps === '' ? [] : [t('whatIs.suggest.perhaps', { names: perhaps })]
  if (answer.lookAlike !== null) {
    const { resembles, why } = answer.lookAlike
    return `${ended(t('whatIs.lookAlike.title', { name: resembles }))} ${t(`lookAlike.why.${why}`)}`
  }
  const [error] = answer.errors
  if (error !== undefined && answer.name === '') return errorWords(words, error).meaning
  if (!answer.isUnderstood) return [t('whatIs.nothing.short'), ...maybe].join(' ')
  const beside = besideWords(words, answer, catalogue)
  return [t('whatIs.foreign.short'), ...(beside === undefined ? maybe : [beside])].join(' ')
}

/** How many lines there were, and how many were not understood or not read. */
export function countsOfBlock(
  { t }: Words,
  { lines, leftOut }: Pick<WhatIsAnswer, 'lines' | 'leftOut'>,
): readonly string[] {
  const unclear = lines.filter(({ isUnderstood }) => !isUnderstood).length
  return [
    ...(unclear > 0 && lines.length > 1
      ? [t('whatIs.block.notUnderstood', { count: unclear })]
      : []),
    ...(leftOut > 0 ? [t('whatIs.block.leftOut', { count: leftOut })] : []),
  ]
}

/** Who vouches for a file. */
export function signerWords({ t }: Words, { verdict, signer }: Signature): string {
  if (verdict === 'none') return t('whatIs.fact.unsigned')
  if (verdict === 'tampered' || verdict === 'cannot-tell') return t(`whatIs.signature.${verdict}`)
  const named = [signer?.organization, signer?.commonName].find((name) => name !== '')
  return t(`whatIs.signature.${verdict}`, {
    signer: shortText(named ?? t('whatIs.signature.nameless')),
  })
}

/** What the file of a running process says of itself, in one line. */
export function fileWords(words: Words, process: ExaminedProcess): string {
  const { t } = words
  const { pid, version, signature, imagePath } = process
  const says = version.state === 'known' ? version.value : undefined
  const claims = [
    ['description', says?.fileDescription],
    ['company', says?.companyName],
    ['version', says?.fileVersion ?? says?.fixedFileVersion],
    ['signer', shown(words, signature, (found) => signerWords(words, found))],
    ['file', shown(words, imagePath, (path) => shortText(path))],
  ] as const
  const told = claims.flatMap(([name, value]) =>
    value === undefined || value === null || value.trim() === ''
      ? []
      : [`${label(words, t(`whatIs.fact.${name}`))} ${shortText(value)}`],
  )
  return [`${label(words, t('whatIs.fact.pid'))} ${pid}`, ...told].join(' · ')
}

function shown<T>(words: Words, probe: Probe<T>, show: (value: T) => string): string {
  return probe.state === 'known' ? show(probe.value) : reasonWords(words, probe.reason)
}

/** What the inspection knows of it is newer than the list. */
export function runningOf(
  answer: LineAnswer,
  inspected: InspectedProcess | undefined,
): LineAnswer['running'] {
  if (inspected === undefined) return answer.running
  return inspected.status === 'cannot-tell' ? null : inspected.instances
}

/** As Apple writes it, where it is one of its names. */
export function nameOfOther(other: OtherProgram, asked: string): string {
  const key = asked.toLowerCase()
  // A line may leave out the ending, or the bracket at the end.
  const ways = [key, `${key}.exe`, `${key})`]
  return namesOf(other).find((name) => ways.includes(name.toLowerCase())) ?? other.names[0] ?? asked
}

function imageNameOf(entryId: string, { processes }: Catalogue): readonly string[] {
  const entry = processes.find(({ id }) => id === entryId)
  return entry === undefined ? [] : [entry.imageName]
}

const ended = (sentence: string): string => (/[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`)
