/** Services on the page. */
import { exitWords, reasonWords } from '../../../text/fact-words.ts'
import type { Report } from '../../schema/report-schema.ts'
import { dataText, pathText } from '../data-text.ts'
import { describeRow } from '../details.ts'
import { fold } from '../fold.ts'
import { markup, type Markup, type Piece } from '../markup.ts'
import { chip } from '../trust-look.ts'
import type { Writer } from '../writer.ts'
import { label } from '../../../text/label.ts'

type ReportService = NonNullable<Report['services']>[number]

/** @returns undefined when the report says nothing about services. */
export function describeServices(
  { services = [], processes }: Report,
  writer: Writer,
): Markup | undefined {
  if (services.length === 0) return undefined
  const { t } = writer.words
  const isAbsent = ({ isInstalled }: ReportService) =>
    isInstalled.state === 'known' && !isInstalled.value
  const absent = services.filter(isAbsent).map(({ keyName }) => keyName)
  const others = services.filter((service) => !isAbsent(service))
  const names = new Map(processes.map(({ id, imageName }) => [id, imageName]))
  return fold(
    'services',
    t('report.html.services'),
    markup`
<p class="lead">${t('report.html.servicesHint')}</p>
<div class="card list">
${others.map((service) => describeService(service, names.get(service.processId), writer))}
${absent.length === 0 ? undefined : markup`<p class="absent">${t('report.html.serviceAbsentMany', { names: absent.join(', ') })}</p>`}
</div>`,
  )
}

function describeService(
  { keyName, listed, configuration, isProgramThere }: ReportService,
  imageName: string | undefined,
  { words }: Writer,
): Markup {
  const { t } = words
  const unknown = (reason: string): Piece =>
    `${label(words, t('report.html.notKnown'))} ${reasonWords(words, reason)}`
  const row = (label: string, value: Piece, isWide = false) => describeRow({ label, value, isWide })
  const state =
    listed.state !== 'known'
      ? chip('quiet', 'question', t('report.html.notKnown'))
      : listed.value.state === 'running'
        ? chip('plain', 'on', t('services.state.running'))
        : chip('quiet', 'idle', t(`services.state.${listed.value.state}`))
  const set =
    configuration.state === 'known'
      ? [
          row(
            t('report.html.serviceStart'),
            t(`report.html.startTypes.${configuration.value.startType}`),
          ),
          row(t('report.html.serviceAccount'), dataText(configuration.value.account)),
          row(t('report.html.serviceCommand'), pathText(configuration.value.imagePath), true),
        ]
      : row(t('report.html.serviceStart'), unknown(configuration.reason))
  const exit =
    listed.state === 'known' && listed.value.state === 'stopped'
      ? exitWords(words, listed.value.lastExit)
      : undefined
  const isGone = isProgramThere.state === 'known' && !isProgramThere.value
  return markup`
<article>
<div class="heading"><h3>${dataText(keyName)}</h3><p class="chips">${state}</p></div>
<dl class="rows specs">
${imageName === undefined ? undefined : row(t('report.html.serviceOf'), imageName)}
${listed.state === 'known' ? undefined : row(t('report.html.serviceState'), unknown(listed.reason))}
${set}
${exit === undefined ? undefined : row(t('report.html.serviceExit'), exit, true)}
${isGone ? row(t('report.html.serviceCommand'), t('service.programGone'), true) : undefined}
</dl>
</article>`
}
