/** The options of the command line, in the order of --help. A new one is a row here, and its text in each language. */
import type { TextKey } from '../../shared/text/texts.ts'

export const reportFormats = ['text', 'json', 'html', 'short', 'line', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** `flag` takes nothing, `value` one thing, `list` one or more, `words` one of these. */
export interface Option {
  readonly kind: 'flag' | 'value' | 'list' | 'words'
  /** What stands for its value in --help. */
  readonly shown?: 'cli.file' | 'cli.name'
  readonly text: TextKey
  /** An action of its own: at most one of these is asked for. */
  readonly action?: true
  /** Options that mean nothing beside it. */
  readonly without?: readonly string[]
}

export const options = {
  report: { kind: 'flag', text: 'cli.option.report' },
  format: { kind: 'words', text: 'cli.option.format' },
  output: { kind: 'value', shown: 'cli.file', text: 'cli.option.output' },
  label: { kind: 'value', shown: 'cli.name', text: 'cli.option.label' },
  redact: { kind: 'words', text: 'cli.option.redact' },
  quiet: { kind: 'flag', text: 'cli.option.quiet' },
  lang: { kind: 'words', text: 'cli.option.lang' },
  open: { kind: 'list', shown: 'cli.file', text: 'cli.option.open' },
  doctor: {
    kind: 'words',
    text: 'cli.option.doctor',
    action: true,
    without: ['report', 'explain', 'explain-file', 'label'],
  },
  compare: {
    kind: 'list',
    shown: 'cli.file',
    text: 'cli.option.compare',
    action: true,
    without: ['report', 'open', 'explain', 'explain-file', 'check-connections', 'label'],
  },
  paste: {
    kind: 'value',
    shown: 'cli.file',
    text: 'cli.option.paste',
    action: true,
    without: ['report', 'open', 'explain', 'explain-file', 'check-connections', 'label'],
  },
  watch: {
    kind: 'flag',
    text: 'cli.option.watch',
    action: true,
    without: ['report', 'open', 'explain', 'explain-file', 'check-connections', 'output', 'label'],
  },
  explain: { kind: 'list', shown: 'cli.name', text: 'cli.option.explain' },
  'explain-file': { kind: 'value', shown: 'cli.file', text: 'cli.option.explainFile' },
  'check-connections': {
    kind: 'flag',
    text: 'cli.option.checkConnections',
    without: ['open'],
  },
  version: { kind: 'flag', text: 'cli.option.version', action: true },
  help: { kind: 'flag', text: 'cli.option.help', action: true },
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof options

export const optionOf = (name: OptionName): Option => options[name]

export const isOption = (name: string): name is OptionName => Object.hasOwn(options, name)

/** What the program does when no option names another action. */
export const usualAction = 'report'

export type ActionName =
  | typeof usualAction
  | {
      [Name in OptionName]: (typeof options)[Name] extends { action: true } ? Name : never
    }[OptionName]

/** Which way of writing each action has; the first unless told. */
export const formatsOf: Readonly<Record<ActionName, readonly ReportFormat[]>> = {
  report: reportFormats,
  doctor: ['text', 'json'],
  compare: ['text', 'json'],
  paste: ['text', 'json'],
  watch: ['json'],
  version: reportFormats,
  help: reportFormats,
}
