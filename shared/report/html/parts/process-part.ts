/** One process of the catalogue on the page. */
import type { ReportProcess } from '../../schema/report-schema.ts'
import { editionWords } from '../../../text/edition-words.ts'
import { wordsOfProcess } from '../../../text/process-words.ts'
import { describeClaims } from '../claims.ts'
import { describeRow } from '../details.ts'
import { icon } from '../icons.ts'
import { markup, type Markup } from '../markup.ts'
import { describePassport } from '../passport.ts'
import { chip, trustChip, worstLook } from '../trust-look.ts'
import type { Writer } from '../writer.ts'
import { label } from '../../../text/label.ts'

export function describeProcess(process: ReportProcess, writer: Writer): Markup {
  const { words, catalogue } = writer
  const entry = catalogue.processes.find(({ id }) => id === process.id)
  const lists = catalogue.editions.map((edition) => editionWords(words, edition, process.id))
  return markup`
<article class="process">
<div class="heading"><h3>${process.imageName}</h3>${describeChips(process, writer)}</div>
${entry && describeNames(process, writer)}
${describeAbsence(process)}
<dl class="rows about">
${describeRow({ label: words.t('report.what'), value: process.what })}
${describeRow({ label: words.t('report.ifDisabled'), value: process.ifDisabled })}
${describeNote(process, writer)}
${describeRow({ label: words.t('window.details.lists'), value: lists.join(' · ') })}
</dl>
${process.instances.map((instance) => describePassport(instance, process.imageName, writer))}
${entry && describeClaims(entry, writer)}
</article>`
}

function describeChips({ status, instances }: ReportProcess, { words }: Writer): Markup {
  const { t } = words
  const look = worstLook(instances)
  const count = instances.length
  const running = t('status.running')
  const several = t('report.html.instances', { count })
  const state =
    status === 'running'
      ? chip('plain', 'on', count > 1 ? `${label(words, running)} ${several}` : running)
      : chip('quiet', status === 'not-running' ? 'idle' : 'question', t(`status.${status}`))
  return markup`<p class="chips">${state} ${look && trustChip(look, words)}</p>`
}

function describeNames({ id }: ReportProcess, { words }: Writer): Markup {
  const { name, summary } = wordsOfProcess(words, id)
  return markup`<p class="aka">${name} · ${summary}</p>`
}

function describeAbsence({ absenceText, absenceIsNormal }: ReportProcess): Markup | undefined {
  if (absenceText === undefined) return undefined
  return absenceIsNormal === false
    ? markup`<p class="absence closer">${icon('look')} ${absenceText}</p>`
    : markup`<p class="absence">${absenceText}</p>`
}

function describeNote({ id }: ReportProcess, { words }: Writer): Markup | undefined {
  const key = `process.${id}.note`
  return words.has(key)
    ? describeRow({ label: words.t('report.note'), value: words.t(key) })
    : undefined
}
