/** What should the reader know beyond the list: for information, for attention, or a danger? */
export type Severity = 'info' | 'attention' | 'danger'

/**
 * - `retired-unsafe-running`: gets no security updates any more. `retired-running`: its service has ended.
 * - `tampered`, `unsigned`, `untrusted-signer`, `other-maker`, `planted-library`, `wrong-folder`: what the evidence about one running
 *   program came to.
 * - `look-alike`: a name that could be taken for one of the catalogue's.
 * - `service-…`: a service that should run by itself does not.
 * - `autostart-elsewhere`: an entry named like Apple's starts a program from another folder than Apple's.
 * - `hosts-line`, `hosts-lines`: one or several lines of the hosts file stand between this PC and Apple.
 * - `port-taken`, `port-silent`: a program of Apple's runs without the port that it needs.
 * - `connections`: what the check of Apple's servers came to, where somebody asked for it.
 */
export type FindingCode =
  | 'not-windows'
  | 'list-incomplete'
  | 'retired-unsafe-running'
  | 'retired-running'
  | 'tampered'
  | 'unsigned'
  | 'untrusted-signer'
  | 'other-maker'
  | 'planted-library'
  | 'wrong-folder'
  | 'look-alike'
  | 'service-stopped'
  | 'service-disabled'
  | 'service-missing'
  | 'autostart-elsewhere'
  | 'hosts-line'
  | 'hosts-lines'
  | 'port-taken'
  | 'port-silent'
  | 'connections'

/** The texts hold a sentence for each code (`finding.<code>`), with `subject` and `values` put in. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** The image name or system that the finding is about. */
  readonly subject: string
  /** For example the signer, or the process number. */
  readonly values?: Readonly<Record<string, string>>
}
