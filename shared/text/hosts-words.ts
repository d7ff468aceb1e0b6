/** What do we say about a line of the hosts file? For the window and the reports alike. */
import type { HostsFinding } from '../connections/judge-hosts.ts'
import type { Words } from './texts.ts'
import { shortText } from './visible-text.ts'

export interface HostsWords {
  /** What the line does. */
  readonly what: string
  /** The line itself, as it can be found again. */
  readonly where: string
  /** Why it does nothing, or why nobody can tell. */
  readonly why: string | undefined
  /** Whose line it probably is. */
  readonly whose: string | undefined
  readonly undo: string
}

/** @param path of the hosts file, for the steps that undo the line. */
export function hostsWords({ t }: Words, finding: HostsFinding, path: string): HostsWords {
  const { code, why, whose, undo, lineNumber: line, decidedByLine } = finding
  // A hosts file holds anybody's words.
  const address = shortText(finding.address, 80)
  const names = namesIn(finding.names)
  return {
    what: t(`connections.hosts.finding.${code}`, { line, address, names }),
    where: t('connections.hosts.where', { line, address, names }),
    why:
      why === null
        ? undefined
        : t(`connections.hosts.why.${why}`, { address, decidedBy: decidedByLine ?? '?' }),
    whose: whose === null ? undefined : t(`connections.hosts.whose.${whose}`),
    undo: t(`connections.hosts.undo.${undo}`, { path: shortText(path), line }),
  }
}

const mostNames = 9

function namesIn(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => shortText(name, 80))
  return [...shown, ...(names.length > mostNames ? ['…'] : [])].join(', ')
}
