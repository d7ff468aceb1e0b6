/** The text of --help. */
import { supportedLanguages } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/text/texts.ts'
import { optionOf, options, reportFormats, type Option, type OptionName } from './options.ts'

const choices: Partial<Record<OptionName, readonly string[]>> = {
  format: reportFormats,
  redact: ['yes', 'no'],
  lang: supportedLanguages,
  doctor: ['SYMPTOM'],
}

export function describeUsage(program: string, { t }: Words): string {
  const rows = (Object.keys(options) as readonly OptionName[]).map((name) => {
    const option: Option = optionOf(name)
    const values =
      choices[name]?.join('|') ?? (option.shown === undefined ? undefined : t(option.shown))
    const more = option.kind === 'list' ? ' …' : ''
    const flag = `--${name}${values === undefined ? '' : ` ${values}${more}`}`
    return [flag, t(option.text)] as const
  })
  const widest = Math.max(...rows.map(([flag]) => flag.length))
  const table = rows.map(([flag, meaning]) => `  ${flag.padEnd(widest)}  ${meaning}`)
  return [t('cli.usage', { program }), '', ...table, '', t('cli.exitCodes'), ''].join('\n')
}
