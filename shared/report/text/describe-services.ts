/** The services of Apple's programs in a text report: state, start type, account, and how each last ended. */
import { label } from '../../text/label.ts'
import { exitWords, reasonWords } from '../../text/fact-words.ts'
import type { Words } from '../../text/texts.ts'
import { shortText } from '../../text/visible-text.ts'
import type { Report } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'

/** Empty when this PC has none of them, or nobody could look. */
export function describeServices({ services = [] }: Report, words: Words): string[] {
  const here = services.filter(({ listed }) => listed.state === 'known')
  if (here.length === 0) return []
  const { t } = words
  return ['', '', t('report.html.services'), ...here.map((service) => lineOf(service, words))]
}

type ReportService = NonNullable<Report['services']>[number]

function lineOf(service: ReportService, words: Words): string {
  const { t } = words
  const { keyName, listed, configuration, isProgramThere } = service
  const told =
    listed.state === 'known'
      ? [
          t(`services.state.${listed.value.state}`),
          listed.value.state === 'stopped' ? exitWords(words, listed.value.lastExit) : undefined,
        ]
      : []
  const [state, exit] = told
  const set =
    configuration.state === 'known'
      ? [
          t(`report.html.startTypes.${configuration.value.startType}`),
          shortText(configuration.value.account, 80),
        ]
      : [
          `${label(words, t('report.html.serviceStart'))} ${reasonWords(words, configuration.reason)}`,
        ]
  const isGone = isProgramThere.state === 'known' && !isProgramThere.value
  const gone = isGone ? t('service.programGone') : undefined
  const parts = [state, ...set, exit, gone].filter((part) => part !== undefined && part !== '')
  return wrapText(`${label(words, shortText(keyName))} ${parts.join(' · ')}`, '  - ', '    ')
}
