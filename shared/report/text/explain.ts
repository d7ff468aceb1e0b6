/** What is the process of this name? Answers for every name: ours or not, running or not. */
import { findByImageName, imageNameKey } from '../../catalogue/match.ts'
import type { Catalogue } from '../../catalogue/schema.ts'
import type { Listing } from '../../model/process.ts'
import { wordsOfProcess } from '../../text/process-words.ts'
import type { Words } from '../../text/texts.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { ReportExplanation } from '../schema/report-schema.ts'
import { label } from '../../text/label.ts'

/** @param asked a process name, with or without `.exe`, or a whole path. */
export function explain(
  asked: string,
  catalogue: Catalogue,
  { lister, processes, isComplete }: Listing,
  words: Words,
): ReportExplanation {
  const { t } = words
  const name = asked.slice(Math.max(asked.lastIndexOf('\\'), asked.lastIndexOf('/')) + 1)
  const entry =
    findByImageName(catalogue.processes, name) ??
    findByImageName(catalogue.processes, `${name}.exe`)
  const key = imageNameKey(entry?.imageName ?? name)
  const pids = processes
    .filter((process) => imageNameKey(process.name) === key)
    .map(({ pid }) => pid)
  const count = { count: pids.length, pids: pids.join(', ') }
  if (entry === undefined) {
    // A saved report holds the catalogue's processes only, so it cannot say that another one did not run.
    const holdsAll = isComplete && lister !== 'recorded'
    const here =
      pids.length > 0
        ? t('explain.unknownRunning', count)
        : t(holdsAll ? 'explain.unknownNotRunning' : 'explain.cannotTell')
    return { asked, pids, text: `${t('explain.unknown', { name: visibleText(name) })} ${here}` }
  }
  const { what, ifDisabled, note } = wordsOfProcess(words, entry.id)
  const here =
    pids.length > 0
      ? t('explain.running', count)
      : t(isComplete ? 'explain.notRunning' : 'explain.cannotTell')
  const group = t(`group.${entry.group}.title`)
  const paragraphs = [
    `${label(words, t('explain.aka', { name: entry.imageName, group }))} ${here}`,
    `${label(words, t('report.what'))} ${what}`,
    `${label(words, t('report.ifDisabled'))} ${ifDisabled}`,
    ...(note === undefined ? [] : [`${label(words, t('report.note'))} ${note}`]),
  ]
  return { asked, id: entry.id, pids, text: paragraphs.join('\n') }
}
