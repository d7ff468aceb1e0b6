/** Arguments of the command line. Arguments in, a request or a one-line complaint out. */
import { parseArgs } from 'node:util'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { supportedLanguages, type Language } from '../../shared/text/languages.ts'
import { wordsIn, type TextKey } from '../../shared/text/texts.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import type { Words } from '../../shared/text/texts.ts'

export const reportFormats = ['text', 'json', 'html', 'line'] as const

/** In letters. */
const longestLabel = 64

export type ReportFormat = (typeof reportFormats)[number]

export interface CommandLineRequest {
  readonly action: 'report' | 'help' | 'version'
  readonly format: ReportFormat
  /** Where to write; undefined means standard output. */
  readonly output: string | undefined
  /** What the report calls the PC. */
  readonly label: string | undefined
  readonly language: Language
  /** A saved report to show instead of this PC. */
  readonly open: string | undefined
  /** Whether to connect to Apple's servers: never otherwise. */
  readonly checkConnections: boolean
  /** Names, lines or error numbers to explain; `-` stands for standard input. Empty for the whole report. */
  readonly explain: readonly string[]
  /** Files whose lines are to be explained. */
  readonly explainFiles: readonly string[]
}

const options = {
  format: { type: 'string' },
  output: { type: 'string' },
  label: { type: 'string' },
  lang: { type: 'string' },
  open: { type: 'string' },
  explain: { type: 'string', multiple: true },
  'explain-file': { type: 'string', multiple: true },
  'check-connections': { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const

type Complain = (
  key: TextKey,
  values?: Readonly<Record<string, string>>,
) => { readonly ok: false; readonly failure: string }

/**
 * @param systemLanguage used where `--lang` is absent.
 * @returns on failure one line, in the language asked for, that names the argument and the next step.
 */
export function readArguments(
  argv: readonly string[],
  systemLanguage: Language,
): Result<CommandLineRequest, string> {
  // Not strict: the tokens tell which argument is wrong, and the messages are ours, in both languages.
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const langToken = tokens.findLast((token) => token.kind === 'option' && token.name === 'lang')
  const asked = langToken?.kind === 'option' ? langToken.value : undefined
  const language = supportedLanguages.find((supported) => supported === asked)
  const { t } = wordsIn(language ?? systemLanguage)
  const complain: Complain = (key, values = {}) => {
    const harmless = Object.entries(values).map(([name, value]) => [name, visibleText(value)])
    return failure(t(key, Object.fromEntries(harmless) as Record<string, string>))
  }

  const given = new Map<string, string>()
  const explain: string[] = []
  const explainFiles: string[] = []
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      // `--explain A B C`: further names follow without a flag of their own.
      if (explain.length === 0) return complain('cli.error.positional', { value: token.value })
      explain.push(token.value)
      continue
    }
    const known = Object.hasOwn(options, token.name)
      ? options[token.name as keyof typeof options]
      : undefined
    if (known === undefined) return complain('cli.error.flag', { name: token.rawName })
    const value = token.value
    if (known.type === 'boolean') {
      if (value !== undefined)
        return complain('cli.error.flag', { name: `${token.rawName}=${value}` })
      given.set(token.name, '')
      continue
    }
    const isNextFlag = value?.startsWith('--') === true && token.inlineValue !== true
    if (value === undefined || value === '' || isNextFlag) {
      return complain('cli.error.missingValue', { name: token.rawName })
    }
    if (token.name === 'explain') explain.push(value)
    else if (token.name === 'explain-file') explainFiles.push(value)
    else given.set(token.name, value)
  }

  if (asked !== undefined && language === undefined) {
    return complain('cli.error.language', {
      value: asked,
      languages: supportedLanguages.join(', '),
    })
  }
  const wanted = given.get('format') ?? 'text'
  const format = reportFormats.find((known) => known === wanted)
  if (format === undefined)
    return complain('cli.error.format', { value: wanted, formats: reportFormats.join(', ') })
  const label = given.get('label')
  if (label !== undefined && [...label].length > longestLabel) {
    return complain('cli.error.label', { longest: String(longestLabel) })
  }
  const checksConnections = given.has('check-connections')
  if (checksConnections && given.has('open')) return complain('cli.error.openAndCheck')
  return success({
    action: given.has('help') ? 'help' : given.has('version') ? 'version' : 'report',
    format,
    output: given.get('output'),
    label,
    language: language ?? systemLanguage,
    open: given.get('open'),
    checkConnections: checksConnections,
    explain,
    explainFiles,
  })
}

/** The text of `--help`. */
export function describeUsage(program: string, { t }: Words): string {
  const file = t('cli.file')
  const rows = [
    [`--format ${reportFormats.join('|')}`, t('cli.option.format')],
    [`--output ${file}`, t('cli.option.output')],
    [`--label ${t('cli.name')}`, t('cli.option.label')],
    [`--lang ${supportedLanguages.join('|')}`, t('cli.option.lang')],
    [`--open ${file}`, t('cli.option.open')],
    [`--explain ${t('cli.name')} …`, t('cli.option.explain')],
    [`--explain-file ${file}`, t('cli.option.explainFile')],
    ['--check-connections', t('cli.option.checkConnections')],
    ['--version', t('cli.option.version')],
    ['--help', t('cli.option.help')],
  ] as const
  const widest = Math.max(...rows.map(([flag]) => flag.length))
  const table = rows.map(([flag, meaning]) => `  ${flag.padEnd(widest)}  ${meaning}`)
  return [t('cli.usage', { program }), '', ...table, '', t('cli.exitCodes'), ''].join('\n')
}
