/** Words of the hosts file and its lines. For the window and the reports alike. */
import type { HostsFinding } from '../connections/judge-hosts.ts'
import type { Probe } from '../model/probe.ts'
import { reasonWords } from './fact-words.ts'
import type { TextKey, Words } from './texts.ts'
import { shortText } from './visible-text.ts'

export interface HostsWords {
  /** What the line does. */
  readonly what: string
  /** Why it does nothing, or why nobody can tell. */
  readonly why: string | undefined
  /** Whose line it probably is. */
  readonly whose: string | undefined
  /** The numbers that people meet because of it. */
  readonly causes: string | undefined
  /** None where nothing asks for attention: steps would only tempt to change something. */
  readonly undo: string | undefined
  readonly errors: readonly { readonly numbers: string; readonly meaning: string }[]
}

/** @param path of the hosts file, for the steps that undo the line. */
export function hostsWords(words: Words, finding: HostsFinding, path: string): HostsWords {
  const { t } = words
  const { code, severity, why, whose, lineNumber: line, decidedByLine } = finding
  // A hosts file holds anybody's words.
  const address = shortText(finding.address, 80)
  const errors = finding.errors.map((id) => ({
    numbers: t(`connectionView.errorNumbers.${id}` as TextKey),
    meaning: t(`errors.meaning.${id}` as TextKey),
  }))
  const codes = errors.map(({ numbers }) => numbers).join(', ')
  const names = namesIn(finding, words)
  const what = t(`connections.hosts.finding.${code}`, { line, address, names })
  return {
    what: finding.isIpv6Only ? `${what} ${t('connections.hosts.ipv6Only')}` : what,
    why:
      why === null
        ? undefined
        : t(`connections.hosts.why.${why}`, { address, decidedBy: decidedByLine ?? '?' }),
    whose: whose === null ? undefined : t(`connections.hosts.whose.${whose}`),
    causes: codes === '' ? undefined : t('connections.report.errors', { codes }),
    undo: severity === 'info' ? undefined : undoWords(words, finding, shortText(path)),
    errors,
  }
}

/** So many numbers are told; a list that names a server more often than that is switched off as a whole. */
const mostLines = 30

function undoWords({ t }: Words, { undo, undoLines, lineNumber }: HostsFinding, path: string) {
  if (undo === 'nothing' || undoLines.length < 2) {
    return t(`connections.hosts.undo.${undo}`, { path, line: lineNumber })
  }
  const shown = undoLines.slice(0, mostLines).map(String)
  const lines = [...shown, ...(undoLines.length > mostLines ? ['…'] : [])].join(', ')
  const several = undo === 'ask-first' ? 'ask-first-lines' : 'switch-off-lines'
  return t(`connections.hosts.undo.${several}`, { path, lines })
}

/** Why the file is not known, or that it holds nothing of Apple's; undefined where its lines speak. */
export function hostsFileWords(
  words: Words,
  hostsFile: Probe<{ readonly findings: readonly unknown[] }>,
): string | undefined {
  if (hostsFile.state !== 'known') {
    const reason = reasonWords(words, hostsFile.reason)
    return words.t('connections.report.hostsUnknown', { reason })
  }
  return hostsFile.value.findings.length === 0 ? words.t('connections.hosts.none') : undefined
}

/** As many as Windows heeds in one line. */
const mostNames = 9

function namesIn({ names }: HostsFinding, { t }: Words): string {
  const shown = names
    .slice(0, mostNames)
    .map((name) => shortText(name, 80))
    .join(', ')
  const count = names.length - mostNames
  return count > 0 ? t('connections.hosts.andMore', { names: shown, count }) : shown
}
