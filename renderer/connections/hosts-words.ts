/** What do we say about one line of the hosts file, or about a file that cannot be read? */
import type { HostsFinding } from '../../shared/connections/judge-hosts.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { textFromData } from '../text/text-from-data.ts'

const mostNames = 6

export interface ErrorWords {
  readonly id: string
  readonly numbers: string
  readonly meaning: string
}

export interface HostsWords {
  /** What the line does, why it does nothing, whose it is. */
  readonly sentences: readonly string[]
  readonly undo: string | undefined
  readonly errors: readonly ErrorWords[]
}

/** Addresses and names are anybody's words: they are made harmless here. */
export function hostsWords(words: Words, finding: HostsFinding, path: string): HostsWords {
  const { t } = words
  const { code, why, whose, decidedByLine, lineNumber, undo } = finding
  const values = {
    line: lineNumber,
    address: shortText(finding.address, 80),
    names: namesWords(words, finding.names),
    decidedBy: decidedByLine ?? '',
    path: shortText(path, 200),
  }
  return {
    sentences: [
      t(`connections.hosts.finding.${code}`, values),
      ...(why === null ? [] : [t(`connections.hosts.why.${why}`, values)]),
      ...(whose === null ? [] : [t(`connections.hosts.whose.${whose}`)]),
    ],
    undo: undo === 'nothing' ? undefined : t(`connections.hosts.undo.${undo}`, values),
    errors: finding.errors.map((id) => errorWords(words, id)),
  }
}

function namesWords({ t }: Words, names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => shortText(name, 100))
  const listed = shown.join(', ')
  return names.length > mostNames
    ? t('connectionView.hosts.andMore', { names: listed, count: names.length - mostNames })
    : listed
}

function errorWords(words: Words, id: string): ErrorWords {
  return {
    id,
    numbers: textFromData(words, `connectionView.errorNumbers.${id}`, shortText(id)),
    meaning: textFromData(words, `connections.error.${id}.meaning`, ''),
  }
}

export function hostsReasonWords(words: Words, reason: string): string {
  const whole = `connections.hosts.unreadableFile.${reason}`
  if (words.has(whole)) return words.t(whole)
  return words.t('connectionView.hosts.unreadable', {
    reason: textFromData(
      words,
      `connectionView.hosts.reason.${reason}`,
      reasonWords(words, reason),
    ),
  })
}
