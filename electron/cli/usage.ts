/** The text of `--help`. */
import { supportedLanguages } from '../../shared/text/languages.ts'
import type { Words } from '../../shared/text/texts.ts'
import { reportFormats } from './arguments.ts'

export function describeUsage(program: string, { t }: Words): string {
  const file = t('cli.file')
  const rows = [
    [`--format ${reportFormats.join('|')}`, t('cli.option.format')],
    [`--output ${file}`, t('cli.option.output')],
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
