/** Explanations of names that somebody asks for, as text. */
import type { Catalogue } from '../../catalogue/schemas/catalogue-schema.ts'
import type { ExaminedProcess, InspectedProcess } from '../../model/inspection.ts'
import type { LineAnswer, WhatIsAnswer } from '../../catalogue/what-is.ts'
import { errorWords } from '../../text/error-words.ts'
import { absenceWords } from '../../text/fact-words.ts'
import { label } from '../../text/label.ts'
import { evidenceLines, otherProgramWords } from '../../text/other-program-words.ts'
import { wordsOfProcess } from '../../text/process-words.ts'
import type { Words } from '../../text/texts.ts'
import { shortText } from '../../text/visible-text.ts'
import {
  besideWords,
  briefAnswer,
  countsOfBlock,
  entryOf,
  fileWords,
  namedByWords,
  otherOf,
  runningOf,
  runningWords,
  titleOfAnswer,
} from '../../text/what-is-words.ts'
import type { ReportExplanation } from '../schema/report-schema.ts'

export interface ExplainedFrom {
  readonly catalogue: Catalogue
  readonly words: Words
  /** What the inspection says of the catalogue's processes; none where there was no inspection. */
  readonly processes: readonly InspectedProcess[]
  /** What the files of foreign processes say of themselves, by process number. */
  readonly examined: ReadonlyMap<number, ExaminedProcess>
}

/** A whole list is asked about by its beginning. */
const longestAsked = 2_000

/** @param asked as somebody wrote it: one line gets a whole answer, each of several a short one. */
export function explain(
  asked: string,
  answer: WhatIsAnswer,
  from: ExplainedFrom,
): ReportExplanation {
  const paragraphs =
    answer.lines.length > 1
      ? answer.lines.map((line) => explainBriefly(line, from))
      : explainLine(answer, from)
  const pids = (runningHere(answer, from) ?? []).map(({ pid }) => pid)
  return {
    asked: asked.slice(0, longestAsked),
    ...(answer.entryId !== null && { id: answer.entryId }),
    pids,
    text: [...paragraphs, ...countsOfBlock(from.words, answer)].join('\n'),
  }
}

function runningHere(answer: LineAnswer, { processes }: ExplainedFrom): LineAnswer['running'] {
  return runningOf(
    answer,
    processes.find(({ id }) => id === answer.entryId),
  )
}

function explainBriefly(answer: LineAnswer, from: ExplainedFrom): string {
  const { catalogue, words } = from
  const { t } = words
  const title = titleOfAnswer(words, answer, catalogue)
  const brief = briefAnswer(words, answer, catalogue)
  const verdict = answer.entryId === null ? [] : verdictsOf(answer, from)
  const runs = (runningHere(answer, from)?.length ?? 0) > 0
  const here = runs ? [`${runningWords(words, runningHere(answer, from))}.`, ...verdict] : []
  return [label({ t }, title), brief, ...here].join(' ')
}

function verdictsOf(answer: LineAnswer, { processes, words }: ExplainedFrom): readonly string[] {
  const instances = processes.find(({ id }) => id === answer.entryId)?.instances ?? []
  return [...new Set(instances.map(({ trust }) => `${words.t(`trust.${trust}`)}.`))]
}

function explainLine(answer: LineAnswer, from: ExplainedFrom): readonly string[] {
  const { catalogue, words } = from
  const { t } = words
  const errors = errorsOf(answer, from)
  const entry = entryOf(answer, catalogue)
  if (entry !== undefined) {
    const { name, summary, what, ifDisabled, note } = wordsOfProcess(words, entry.id)
    const running = runningHere(answer, from)
    const absence = processOf(answer, from)?.absence ?? null
    const verdicts = running !== null && running.length > 0 ? verdictsOf(answer, from) : []
    const why = absence !== null && running?.length === 0 ? [absenceWords(words, absence)] : []
    return [
      `${label(words, t('explain.aka', { name: entry.imageName, group: name }))} ${summary}.`,
      ...namedByWords(words, answer, catalogue),
      [`${runningWords(words, running)}.`, ...verdicts, ...why].join(' '),
      `${label(words, t('report.what'))} ${what}`,
      `${label(words, t('report.ifDisabled'))} ${ifDisabled}`,
      ...(note === undefined ? [] : [`${label(words, t('report.note'))} ${note}`]),
      ...errors,
    ]
  }
  const other = otherOf(answer)
  if (other !== undefined) {
    const { kind, what, goesWith, missing, evidence } = otherProgramWords(words, other, catalogue)
    const title = `${titleOfAnswer(words, answer, catalogue)} (${kind})`
    return [
      `${label(words, title)} ${what}`,
      ...(goesWith === undefined ? [] : [goesWith]),
      missing,
      t('whatIs.other.unchecked'),
      ...evidenceLines(words, evidence, catalogue),
      ...filesOf(answer, from),
      ...errors,
    ]
  }
  if (answer.name === '' && errors.length > 0) return errors
  if (!answer.isUnderstood) {
    return [t('whatIs.nothing.title'), t('whatIs.nothing.body'), ...suggestionsOf(answer, from)]
  }
  return [...foreignOf(answer, from), ...errors]
}

const processOf = (answer: LineAnswer, { processes }: ExplainedFrom) =>
  processes.find(({ id }) => id === answer.entryId)

function errorsOf({ errors }: LineAnswer, { words }: ExplainedFrom): readonly string[] {
  const { t } = words
  return errors.slice(0, 3).flatMap((match) => {
    const { title, when, fit, meaning, first, then, note } = errorWords(words, match)
    return [
      `${label(words, title)} ${meaning}`,
      `${when}.`,
      ...(fit === undefined ? [] : [fit]),
      `${label(words, t('errors.first'))} ${first}`,
      ...(then.length === 0 ? [] : [`${label(words, t('errors.then'))} ${then.join(' ')}`]),
      ...(note === undefined ? [] : [note]),
    ]
  })
}

function foreignOf(answer: LineAnswer, from: ExplainedFrom): readonly string[] {
  const { catalogue, words } = from
  const { t } = words
  const name = shortText(answer.name, 120)
  const { lookAlike, running } = answer
  const beside = besideWords(words, answer, catalogue)
  return [
    ...(lookAlike === null
      ? [`${t('whatIs.foreign.title', { name })}.`, t('whatIs.foreign.noVerdict')]
      : [
          `${label(words, name)} ${t('whatIs.lookAlike.title', { name: lookAlike.resembles })}.`,
          t(`lookAlike.why.${lookAlike.why}`),
          t('whatIs.lookAlike.typed'),
        ]),
    ...(beside === undefined ? [] : [beside]),
    ...suggestionsOf(answer, from),
    ...(running === null ? [t('whatIs.foreign.unknown')] : []),
    ...(running?.length === 0 ? [t('whatIs.foreign.notRunning')] : []),
    ...filesOf(answer, from),
  ]
}

/** What the files of the running ones say of themselves. */
function filesOf({ running }: LineAnswer, { words, examined }: ExplainedFrom): readonly string[] {
  const { t } = words
  const count = running?.length ?? 0
  if (count === 0) return []
  const told = (running ?? []).flatMap(({ pid }) => {
    const one = examined.get(pid)
    return one === undefined ? [] : [fileWords(words, one)]
  })
  const claims = told.length > 0 ? [t('whatIs.fact.claims')] : []
  return [t('whatIs.foreign.running', { count }), ...told, ...claims]
}

function suggestionsOf({ suggestions }: LineAnswer, { catalogue, words }: ExplainedFrom) {
  const named = suggestions
    .filter(({ why }) => why !== 'named')
    .flatMap(({ entryId }) => catalogue.processes.filter(({ id }) => id === entryId))
  if (named.length === 0) return []
  const names = named.map(({ imageName }) => imageName).join(', ')
  return [`${words.t('whatIs.suggest.title')} ${names}`]
}
