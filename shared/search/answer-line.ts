/** An answer to one line: of all that it names, what it is about. */
import { createLookAlikeFinder } from '../catalogue/look-alike.ts'
import { findByImageName } from '../catalogue/match.ts'
import { findPackage, type OtherProgram } from '../catalogue/other-programs.ts'
import type { Catalogue, CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import { findErrors } from '../connections/find-errors.ts'
import type { LookAlikeWhy } from '../model/inspection.ts'
import type { LineAnswer, NamedBy, SuggestionWhy } from '../catalogue/what-is.ts'
import type { Words } from '../text/texts.ts'
import { cutIn, isShortOf, shortNameIn } from './cut-name.ts'
import { isFileName } from './fold.ts'
import { installedPackage, withoutParent } from './lines/frst-rows.ts'
import { createLexicon, type Hit, type Subject } from './lexicon.ts'
import { isBareWord } from './lines/name-in-line.ts'
import { readListener, type ListenerRow } from './lines/read-listener.ts'
import { readQuestion, type Question } from './lines/read-question.ts'
import { isFurniture } from './lines/read-row.ts'
import type { Running } from './running.ts'
import { createSuggest } from './suggest.ts'

/** What is known beside the line itself. */
interface LineContext {
  readonly words: Words
  readonly running: Running
  /** The line below it. */
  readonly next: string | undefined
  /** netstat -b writes the name below a row. */
  readonly namesFollow: boolean
  /** Likenesses cost time, and a long list has many names. */
  readonly suggests: boolean
}

/** Letters that were chosen to deceive; a slip of the hand is no reason to warn whoever types. */
const deceptive: readonly LookAlikeWhy[] = ['hidden-signs', 'confusable-letters']

export type AnswerLine = (line: string, around: LineContext) => LineAnswer | null

/** @returns null for a heading, a drawn line, a value: nobody asks about those. */
export function createAnswerLine(
  processes: Catalogue['processes'],
  languages: readonly Words[],
): AnswerLine {
  const finder = createLookAlikeFinder(processes)
  const suggest = createSuggest(processes, languages)
  const lexicon = createLexicon(processes, languages)

  function lookAlikeOf(name: string): LineAnswer['lookAlike'] {
    const found = finder.check(name)
    if (found !== null || isFileName(name)) return found
    const asFile = finder.check(`${name}.exe`)
    return asFile !== null && deceptive.includes(asFile.why) ? asFile : null
  }

  return (written, around) => {
    const { running, words } = around
    const line = withoutParent(written)
    const nothing: LineAnswer = {
      name: '',
      line: written,
      isUnderstood: true,
      entryId: null,
      otherId: null,
      namedBy: null,
      suggestions: [],
      lookAlike: null,
      running: null,
      errors: [],
    }
    const question = readQuestion(line)
    const hits = lexicon.find(line).filter((hit) => !isInside(hit, question))
    const errors = errorsIn(line, hits)

    const ours = ({ entry, other }: Subject, name: string, namedBy: NamedBy): LineAnswer => ({
      ...nothing,
      name,
      entryId: entry?.id ?? null,
      otherId: other?.id ?? null,
      namedBy,
      running: running(entry?.imageName ?? programOf(other, name)),
      errors,
    })
    const byHit = ({ subject, text, kind }: Hit): LineAnswer =>
      ours(subject, text, kind === 'other' ? 'other' : 'image')
    const maybe = (
      name: string,
      entries: readonly CatalogueProcess[],
      why: SuggestionWhy,
    ): LineAnswer => ({
      ...nothing,
      name,
      suggestions: [...entries]
        .sort(oftenFirst)
        .slice(0, 5)
        .map(({ id }) => ({ entryId: id, why })),
      running: running(name),
      errors,
    })
    const foreign = (name: string, beside: readonly CatalogueProcess[] = []): LineAnswer => {
      const like = around.suggests ? suggest(name, words) : []
      const named = beside.map(({ id }) => ({ entryId: id, why: 'named' as const }))
      const isNamed = (id: string) => named.some(({ entryId }) => entryId === id)
      return {
        ...nothing,
        name,
        suggestions: [...named, ...like.filter(({ entryId }) => !isNamed(entryId))].slice(0, 5),
        lookAlike: lookAlikeOf(name),
        running: running(name),
        errors,
      }
    }

    const installed = installedPackage(line)
    if (installed !== undefined) {
      return ours({ entry: null, other: installed.other }, installed.text, 'other')
    }
    const named = [...question.files, ...(question.files.length === 0 ? question.names : [])]
    const deceiver = named.find((name) => {
      const found = lookAlikeOf(name)
      return (
        found !== null &&
        deceptive.includes(found.why) &&
        findByImageName(processes, name) === undefined
      )
    })
    if (deceiver !== undefined) return foreign(deceiver)

    const files = hits.filter(({ strength }) => strength === 4)
    const file = files.find(({ text }) => /\.exe$/iu.test(text)) ?? files[0]
    // A row that names a program and what it has loaded is about the program.
    const holder = question.shape === 'row' ? programIn(question) : undefined
    if (file !== undefined && holder !== undefined && !question.files.includes(file.text)) {
      return foreign(holder)
    }
    if (file !== undefined) return byHit(file)
    const alike = question.files.find((name) => lookAlikeOf(name) !== null)
    if (alike !== undefined) return foreign(alike)

    const isGreeting = question.shape === 'sentence' ? isBareWord(line) : () => false
    // `What is Bonjour?`
    const [asked = ''] = question.shape === 'name' ? question.names : []
    const telling =
      hits.find((hit) => hit.strength >= 2 && !isGreeting(hit)) ??
      lexicon.find(asked).find(({ strength, text }) => strength >= 2 && text === asked)
    const cut = cutIn(line, question)
    if (cut !== undefined && (question.isCut || telling === undefined)) {
      const whole = running.beginningWith(cut.text)
      if (whole.length === 1 && whole[0] !== undefined) {
        const entry = findByImageName(processes, whole[0])
        const subject = entry === undefined ? undefined : { entry, other: null }
        return subject === undefined ? foreign(whole[0]) : ours(subject, cut.text, 'cut')
      }
      const begun = lexicon.beginningWith(cut.text)
      if (whole.length > 1) return maybe(cut.text, entriesOf(begun), 'part')
      const [only] = begun
      if (begun.length === 1 && only !== undefined) return ours(only, cut.text, 'cut')
      if (begun.length > 1 && telling === undefined)
        return maybe(cut.text, entriesOf(begun), 'part')
    }
    const short = shortNameIn(line)
    const elsewhere = question.hasPath && short === undefined ? programIn(question) : undefined
    if (telling !== undefined) {
      const { subject, text, kind } = telling
      // The name of a service is on a row that starts another file.
      if (elsewhere !== undefined) return foreign(elsewhere, entriesOf([subject]))
      // Of a package and its program with one name, whoever types it means the package.
      const whole =
        kind === 'stem' && subject.other !== null && question.shape === 'name'
          ? findPackage(text)
          : undefined
      if (whole !== undefined) return ours({ entry: null, other: whole }, text, 'other')
      const runsSo = kind === 'other' && running(text)?.length
      return runsSo ? foreign(text, entriesOf([subject])) : byHit(telling)
    }
    if (short !== undefined) {
      const fits = processes.filter(({ imageName }) => isShortOf(short.stem, imageName))
      const [only] = fits
      if (fits.length === 1 && only !== undefined) {
        return ours({ entry: only, other: null }, short.text, 'cut')
      }
      if (fits.length > 1) return maybe(short.text, fits, 'part')
    }
    const runningName = named.find(
      (name) => findByImageName(processes, name) === undefined && running(name)?.length,
    )
    if (runningName !== undefined && /\p{L}/u.test(runningName)) return foreign(runningName)
    const package_ = hits.find(({ strength }) => strength === 1)
    if (package_ !== undefined && elsewhere === undefined) return byHit(package_)
    const [firstFile] = question.files
    if (firstFile !== undefined) return foreign(firstFile)

    if (errors.length > 0) return { ...nothing, errors }
    const listener = readListener(line)
    if (listener !== undefined) {
      const entry = around.namesFollow ? undefined : ownerOf(processes, listener)
      if (entry !== undefined) return ours({ entry, other: null }, '', 'port')
      if (around.namesFollow) return null
    }
    if (/^(?:TCP|UDP)(?:v?[46])?\s/iu.test(line) || isFurniture(line, around.next)) return null
    const [firstName] = question.names
    if (question.shape !== 'sentence' && firstName !== undefined && /\p{L}/u.test(firstName)) {
      return foreign(firstName)
    }
    const like = around.suggests ? suggest(firstName ?? line, words) : []
    const hinted = [
      ...new Set(entriesOf(hits.map(({ subject }) => subject)).map(({ id }) => id)),
    ].map((entryId) => ({
      entryId,
      why: 'named' as const,
    }))
    return {
      ...nothing,
      isUnderstood: false,
      suggestions: [
        ...like,
        ...hinted.filter(({ entryId }) => like.every((one) => one.entryId !== entryId)),
      ].slice(0, 5),
    }
  }
}

/** A row of a table has numbers of every kind; a sentence, or a number alone, speaks of an error. */
function errorsIn(line: string, hits: readonly Hit[]): LineAnswer['errors'] {
  if (/\t|\s{2}|^\|/u.test(line)) return []
  if (!/\d/.test(line)) return findErrors(line).matches
  const isAlone =
    /^[\s\p{P}]{0,6}(?:\d{1,6}|[0o]x[0-9a-f]{1,8})(?:[\s,;/]{1,3}-?\d{1,6}){0,8}[\s\p{P}]{0,4}$/iu.test(
      line,
    )
  if (isAlone) return findErrors(line).matches
  if (hits.some(({ strength }) => strength === 4)) return []
  return saysError.test(line) || inBrackets.test(line)
    ? findErrors(line).matches.filter(({ isCertain }) => isCertain)
    : []
}

/** A word of a longer file name: `iTunesHelper - Copy.exe`. */
function isInside({ text, kind }: Hit, { files: [file] }: Question): boolean {
  return kind !== 'image' && file !== undefined && file !== text && file.includes(text)
}

const entriesOf = (subjects: readonly Subject[]): readonly CatalogueProcess[] =>
  subjects.flatMap(({ entry }) => (entry === null ? [] : [entry]))

/** The file that may run under what is named. */
function programOf(other: OtherProgram | null, name: string): string {
  const isProgram = (one: string) => /\.exe$/i.test(one)
  return isProgram(name) ? name : (other?.names.find(isProgram) ?? name)
}

const oftenFirst = (a: CatalogueProcess, b: CatalogueProcess): number =>
  Number(b.runs === 'always') - Number(a.runs === 'always')

const saysError =
  /err|fehler|fel|fout|fejl|feil|virhe|chyba|hata|błąd|błęd|hiba|ошибк|помилк|エラー|错误|錯誤|오류|σφάλμα|code|kod|код|[0o]xe8/iu

/** As iTunes shows it, whatever stands before it. */
const inBrackets = /\(-\d{1,6}\)/u

/** The program that the line starts. */
function programIn({ files }: Question): string | undefined {
  return files.find((name) => /\.exe$/i.test(name))
}

function ownerOf(
  processes: Catalogue['processes'],
  { protocol, port }: ListenerRow,
): CatalogueProcess | undefined {
  return processes.find(({ ports }) =>
    ports.some(
      (one) =>
        one.port === port &&
        (protocol === undefined || one.protocol === protocol) &&
        one.role !== 'connects',
    ),
  )
}

export const isDeceptive = ({ lookAlike }: LineAnswer): boolean =>
  lookAlike !== null && deceptive.includes(lookAlike.why)
