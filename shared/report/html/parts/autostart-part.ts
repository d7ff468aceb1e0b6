/** Start-up entries on the page. */
import { autostartReason, elsewhereWords, entryWords } from '../../../text/autostart-words.ts'
import { imageNamesIn, sortAutostart, type ReportAutostart } from '../../text/describe-autostart.ts'
import { dayIn } from '../../convert/report-of-autostart.ts'
import type { Report } from '../../schema/report-schema.ts'
import { icon } from '../icons.ts'
import { fold } from '../fold.ts'
import { markup, type Markup } from '../markup.ts'
import { chip } from '../trust-look.ts'
import type { Writer } from '../writer.ts'

/** @returns undefined when the report says nothing about it. */
export function describeAutostart(report: Report, writer: Writer): Markup | undefined {
  const { words } = writer
  const { t } = words
  const { commonReason, told, none } = sortAutostart(report)
  if (told.length + none.length === 0) return undefined
  const nameOf = imageNamesIn(report)
  const names = none.map(({ processId }) => nameOf(processId)).join(', ')
  const content =
    commonReason === undefined
      ? [
          told.map((one) => describeProcess(one, nameOf(one.processId), writer)),
          none.length === 0
            ? undefined
            : markup`<p class="absent">${t('autostart.noneFor', { names })}</p>`,
        ]
      : markup`<p class="absent">${t('autostart.unknownForAll', { reason: autostartReason(words, commonReason) })}</p>`
  return fold(
    'autostart',
    t('autostart.title'),
    markup`
<p class="lead">${t('autostart.hint')}</p>
<div class="card list">
${content}
</div>`,
  )
}

function describeProcess(
  { state, text, entries }: ReportAutostart,
  imageName: string,
  { words }: Writer,
): Markup {
  const day = dayIn(words)
  const look =
    state === 'on'
      ? chip('plain', 'on', text)
      : chip('quiet', state === 'cannot-tell' ? 'question' : 'idle', text)
  return markup`
<article>
<div class="heading"><h3>${imageName}</h3><p class="chips">${look}</p></div>
${entries.map((entry) => markup`<p>${entryWords(words, entry, day, entries.length === 1)}</p>`)}
${entries
  .filter(({ place }) => place === 'elsewhere')
  .map((entry) => markup`<p class="absence">${icon('info')} ${elsewhereWords(words, entry)}</p>`)}
</article>`
}
