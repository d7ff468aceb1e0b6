/** Arguments of the command line: read into a request, or answered with one line that says what is wrong. */
import { parseArgs } from 'node:util'
import { symptoms, type Symptom } from '../../shared/model/symptom.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { supportedLanguages, type Language } from '../../shared/text/languages.ts'
import { wordsIn, type TextKey } from '../../shared/text/texts.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import {
  formatsOf,
  isOption,
  optionOf,
  options,
  reportFormats,
  usualAction,
  type ActionName,
  type OptionName,
  type ReportFormat,
} from './options.ts'

export interface CommandLineRequest {
  readonly action: ActionName
  readonly format: ReportFormat
  /** Where to write; undefined means standard output. */
  readonly output: string | undefined
  /** What the report calls the PC. */
  readonly label: string | undefined
  /** Whether people are taken out of it; where nobody said, a file is without them. */
  readonly redact: boolean | undefined
  /** No progress and no notices: the answer, and errors. */
  readonly quiet: boolean
  readonly language: Language
  /** Saved reports to show instead of this PC. */
  readonly open: readonly string[]
  /** Whether to connect to Apple's servers: never otherwise. */
  readonly checkConnections: boolean
  /** The older and the newer report; this PC stands for the newer where there is one alone. */
  readonly compare: readonly string[]
  /** A file with a pasted list; `-` stands for standard input. */
  readonly paste: string | undefined
  /** What the doctor is asked about. */
  readonly symptom: Symptom | undefined
  /** Names, lines or error numbers to explain; `-` stands for standard input. Empty for the whole report. */
  readonly explain: readonly string[]
  /** Files whose lines are to be explained. */
  readonly explainFiles: readonly string[]
}

/** Without people where it is written into a file, unless somebody chose otherwise. */
export const isRedacted = ({ redact, output }: CommandLineRequest): boolean =>
  redact ?? output !== undefined

/** In letters. */
const longestLabel = 64

/** The one word that the portable program hands over in the place of arguments that it cannot hold. */
const tooLong = 'too_long'

interface Complaint {
  readonly key: TextKey
  readonly values?: Readonly<Record<string, string>>
}

type Given = ReadonlyMap<OptionName, readonly string[]>

/**
 * @param systemLanguage used where `--lang` is absent.
 * @returns on failure one line, in the language asked for, that names the argument and the next step.
 */
export function readArguments(
  argv: readonly string[],
  systemLanguage: Language,
): Result<CommandLineRequest, string> {
  const tokens = tokensOf(argv)
  const asked = tokens.findLast((token) => token.kind === 'option' && token.name === 'lang')
  const wanted = asked?.kind === 'option' ? asked.value : undefined
  const language = supportedLanguages.find((one) => one === wanted) ?? systemLanguage
  const given = givenIn(tokens)
  const request = given.ok ? requestOf(given.value, language) : given
  if (request.ok) return request
  const { key, values = {} } = request.failure
  const harmless = Object.entries(values).map(([name, value]) => [name, visibleText(value)])
  return failure(wordsIn(language).t(key, Object.fromEntries(harmless) as Record<string, string>))
}

/** Not strict: the tokens tell which argument is wrong, and the messages are ours, in every language. */
function tokensOf(argv: readonly string[]) {
  const types = Object.entries(options).map(([name, { kind }]) => [
    name,
    { type: kind === 'flag' ? 'boolean' : 'string', multiple: true },
  ])
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(types) as Record<string, { type: 'boolean'; multiple: true }>,
    ...{ strict: false, allowPositionals: true, tokens: true },
  })
  return tokens
}

function givenIn(tokens: ReturnType<typeof tokensOf>): Result<Given, Complaint> {
  const given = new Map<OptionName, readonly string[]>()
  /** The list that goes on: `--explain A B C`. */
  let list: OptionName | undefined
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      const { value } = token
      if (list === undefined && value === tooLong) return failure({ key: 'cli.error.tooLong' })
      if (list === undefined) return failure({ key: 'cli.error.positional', values: { value } })
      given.set(list, [...(given.get(list) ?? []), value])
      continue
    }
    const { name, rawName, value, inlineValue } = token
    if (!isOption(name)) return failure({ key: 'cli.error.flag', values: { name: rawName } })
    const { kind } = optionOf(name)
    if (kind === 'flag') {
      if (value !== undefined) {
        return failure({ key: 'cli.error.flag', values: { name: `${rawName}=${value}` } })
      }
      given.set(name, [])
      continue
    }
    const isNextFlag = value?.startsWith('--') === true && inlineValue !== true
    if (value === undefined || value === '' || isNextFlag) {
      return failure({ key: 'cli.error.missingValue', values: { name: rawName } })
    }
    if (kind === 'list') list = name
    const isOne = kind === 'words' || (kind === 'value' && name !== 'explain-file')
    given.set(name, isOne ? [value] : [...(given.get(name) ?? []), value])
  }
  return success(given)
}

function requestOf(given: Given, language: Language): Result<CommandLineRequest, Complaint> {
  const one = (name: OptionName) => given.get(name)?.[0]
  const many = (name: OptionName) => given.get(name) ?? []
  const lang = one('lang')
  if (lang !== undefined && lang !== language) {
    const languages = supportedLanguages.join(', ')
    return failure({ key: 'cli.error.language', values: { value: lang, languages } })
  }
  const clash = clashIn(given)
  if (clash !== undefined) return failure({ key: 'cli.error.together', values: clash })
  const action = actionIn(given)
  const formats = formatsOf[action]
  const wanted = one('format') ?? formats[0] ?? reportFormats[0]
  const format = formats.find((known) => known === wanted)
  if (format === undefined) {
    const values = { value: wanted, formats: formats.join(', ') }
    return failure({ key: 'cli.error.format', values })
  }
  const redact = one('redact')
  if (redact !== undefined && redact !== 'yes' && redact !== 'no') {
    return failure({ key: 'cli.error.redact', values: { value: redact } })
  }
  const label = one('label')
  if (label !== undefined && Array.from(label).length > longestLabel) {
    return failure({ key: 'cli.error.label', values: { longest: String(longestLabel) } })
  }
  const asked = one('doctor')
  const symptom = symptoms.find((known) => known === asked)
  if (asked !== undefined && symptom === undefined) {
    return failure({
      key: 'cli.error.symptom',
      values: { value: asked, symptoms: symptoms.join(', ') },
    })
  }
  return success({
    ...{ action, format, label, language, symptom },
    output: one('output'),
    redact: redact === undefined ? undefined : redact === 'yes',
    quiet: given.has('quiet'),
    open: many('open'),
    compare: many('compare'),
    paste: one('paste'),
    checkConnections: given.has('check-connections'),
    explain: many('explain'),
    explainFiles: many('explain-file'),
  })
}

/** `--help` and `--version` win over everything else. */
function actionIn(given: Given): ActionName {
  const asked = [...given.keys()].filter((name) => optionOf(name).action === true)
  const first = ['help', 'version'].find((name) => asked.includes(name as OptionName)) ?? asked[0]
  return (first as ActionName | undefined) ?? usualAction
}

/** Two options of which one means nothing beside the other. */
function clashIn(given: Given): { readonly first: string; readonly second: string } | undefined {
  if (given.has('help') || given.has('version')) return undefined
  for (const first of given.keys()) {
    const { action, without = [] } = optionOf(first)
    const second = [...given.keys()].find(
      (name) =>
        name !== first &&
        (without.includes(name) || (action === true && optionOf(name).action === true)),
    )
    if (second !== undefined) return { first: `--${first}`, second: `--${second}` }
  }
  return undefined
}
