/** Answers of the command line to `--explain`: by the same reader as the window, and with the verdicts of the inspection. */
import { readFile, stat } from 'node:fs/promises'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../shared/catalogue/confusables.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { ExaminedProcess, InspectedProcess } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Listing } from '../../shared/model/process.ts'
import { explain } from '../../shared/report/text/explain.ts'
import type { ReportExplanation } from '../../shared/report/schema/report-schema.ts'
import { createWhatIs } from '../../shared/search/what-is.ts'
import { supportedLanguages } from '../../shared/text/languages.ts'
import { wordsIn, type Words } from '../../shared/text/texts.ts'
import { pcAnswerWords } from '../../shared/text/pc-words.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import type { CommandLineRequest } from './arguments.ts'
import type { Sources } from '../sources/sources.ts'
import { pastedText } from '../report/pasted-text.ts'
import { openProcessTasks } from '../tasks/processes.ts'

/** Beyond any log; what is read of it is bounded again. */
const largestFileBytes = 64 * 1024 * 1024
/** So many processes of one foreign name are looked at. */
const mostExamined = 4

export type ReadStandardInput = () => Promise<Uint8Array>

/** Everything that is asked about, in order. @returns on failure one line for standard error. */
export async function readAsked(
  { explain: asked, explainFiles }: Pick<CommandLineRequest, 'explain' | 'explainFiles'>,
  { t }: Words,
  standardInput: ReadStandardInput,
): Promise<Result<readonly string[], string>> {
  const texts: string[] = []
  const wanted = [
    ...asked.map((text) => ({ text, file: text === '-' ? '-' : undefined })),
    ...explainFiles.map((file) => ({ text: '', file })),
  ]
  for (const { text, file } of wanted) {
    if (file === undefined) {
      texts.push(text)
      continue
    }
    const read = await readText(file, standardInput)
    if (!read.ok) {
      const values = { file: visibleText(file), detail: visibleText(read.failure) }
      return failure(t('cli.error.explainFile', values))
    }
    texts.push(read.value)
  }
  return success(texts)
}

async function readText(
  file: string,
  standardInput: ReadStandardInput,
): Promise<Result<string, string>> {
  try {
    if (file !== '-') {
      const { size } = await stat(file)
      if (size > largestFileBytes) return failure('> 64 MB')
    }
    const bytes = file === '-' ? await standardInput() : await readFile(file)
    return pastedText(bytes)
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error))
  }
}

export interface ExplainContext {
  readonly words: Words
  readonly sources: Sources
  /** Null where there is no list: what a process is gets told all the same. */
  readonly listing: Listing | null
  readonly processes: readonly InspectedProcess[]
  /** A service or driver of the asked name is told from it. */
  readonly pc?: PcFacts
}

export async function explainAll(
  asked: readonly string[],
  { words, sources, listing, processes, pc }: ExplainContext,
): Promise<readonly ReportExplanation[]> {
  if (asked.length === 0) return []
  const catalogue = readCatalogue()
  await readyToCompare([...asked, ...(listing?.processes.map(({ name }) => name) ?? [])])
  const ask = createWhatIs(catalogue, supportedLanguages.map(wordsIn))
  const answers = asked.map((text) => ({ text, answer: ask(text, words, listing) }))
  const examined = new Map<number, ExaminedProcess>()
  const tasks = openProcessTasks(sources, catalogue)
  for (const { answer } of answers) {
    if (answer.entryId !== null || listing?.lister === 'recorded') continue
    for (const { pid } of (answer.running ?? []).slice(0, mostExamined)) {
      const one = await tasks.examine(pid).catch(() => null)
      if (one !== null) examined.set(pid, one)
    }
  }
  const from = { catalogue, words, processes, examined }
  return answers.map(({ text, answer }) => {
    const explained = explain(text, answer, from)
    const here = pc === undefined ? [] : pcAnswerWords(words, text, pc)
    return here.length === 0
      ? explained
      : { ...explained, text: [explained.text, ...here].join('\n') }
  })
}
