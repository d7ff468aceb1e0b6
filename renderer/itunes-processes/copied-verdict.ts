/** What lands on the clipboard when somebody copies a row: for a ticket or a mail, readable without the window. */
import { reasonWords } from '../../shared/text/fact-words.ts'
import type { Instance } from '../../shared/model/inspection.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import type { Words } from '../../shared/text/words.ts'
import { shownTrust } from '../inspection/shown-trust.ts'
import { spokenRow } from './row-words.ts'
import { rowOf } from './rows.ts'
import { shownStatus, type Inspected } from './shown-process.ts'
import type { Subject } from './subjects.ts'

/** A hostile PC may run thousands under one name. */
const mostInstances = 20

interface Known {
  readonly inspected: Inspected
  readonly hasInspection: boolean
  readonly hasFailed: boolean
}

type Running = Pick<Instance, 'pid' | 'imagePath'> & Partial<Pick<Instance, 'trust' | 'facts'>>

/** The row as it is read aloud, then a line for each running program: number, verdict, file. */
export function copiedVerdict(words: Words, subject: Subject, known: Known): string {
  const process = known.inspected.get(subject.id)
  const status = shownStatus(process, known.hasInspection, known.hasFailed)
  const running: readonly Running[] =
    subject.kind === 'catalogue' ? (process?.instances ?? []) : [subject.process]
  return [
    spokenRow(words, rowOf(subject, process, status, words)),
    ...running.slice(0, mostInstances).map((one) => lineOf(words, one)),
  ].join('\n')
}

function lineOf(words: Words, { pid, imagePath, trust, facts }: Running): string {
  const { t } = words
  const verdict =
    trust === undefined || facts === undefined
      ? []
      : [t(`window.verdict.${shownTrust({ trust, facts })}`)]
  const file =
    imagePath.state === 'known'
      ? visibleText(imagePath.value)
      : t('window.details.unknown', { reason: reasonWords(words, imagePath.reason) })
  return [`${t('window.passport.process', { pid })}:`, ...verdict, file].join(' ')
}
