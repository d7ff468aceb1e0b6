/** What should the reader know beyond the list: for information, for attention, or a danger? */
export type Severity = 'info' | 'attention' | 'danger'

/** `retired-unsafe-running`: gets no security updates any more. `retired-running`: its service has ended. */
export type FindingCode =
  'not-windows' | 'list-incomplete' | 'retired-unsafe-running' | 'retired-running'

/** The texts hold a sentence for each code (`finding.<code>`), with `subject` put in. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** The image name or system that the finding is about. */
  readonly subject: string
}
