/**
 * A probe: one detail that is known, denied, failed or skipped.
 *
 * "Could not find out" is never drawn as "no". `reason` is a stable code such as
 * `lister-does-not-tell`; the texts turn it into words (`reason.<code>`).
 */
export type Probe<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'denied'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'skipped'; readonly reason: string }

/** The codes that this version of the program gives. A report of another version may hold others. */
export type ProbeReason =
  | 'lister-does-not-tell'
  | 'needs-admin'
  | 'process-ended'
  | 'not-checked'
  | 'cancelled'
  /** No answer within the time that one look may take: a hanging drive, for example. */
  | 'timeout'
  /** On another computer: not opened unless somebody asks. */
  | 'network-path'
  | 'not-windows'
  /** The bridge to Windows did not load, for want of the C++ runtime or by a policy. */
  | 'no-koffi'
  /** This Windows has no such library or function. */
  | 'missing-function'
  | 'file-missing'
  /** A process of Windows itself: the idle process, the kernel's own, memory compression and their like. */
  | 'no-program-file'
  /** Another program keeps the file to itself. */
  | 'file-in-use'
  | 'no-version-resource'
  | 'no-such-service'
  /** The answer's bytes are not what its documentation says. */
  | 'unreadable'
  /** Any other error of Windows. */
  | 'windows-error'
  /** No source says where this program belongs. */
  | 'no-known-folder'
  | 'too-large'
  /** A folder or a pipe lies where a file should. */
  | 'not-a-file'
  | 'cannot-read'
  /** No text, where text was to be read. */
  | 'binary'

export function known<T>(value: T): Probe<T> {
  return { state: 'known', value }
}

export function denied(reason: ProbeReason): Probe<never> {
  return { state: 'denied', reason }
}

export function failed(reason: ProbeReason): Probe<never> {
  return { state: 'failed', reason }
}

export function skipped(reason: ProbeReason): Probe<never> {
  return { state: 'skipped', reason }
}

/** The lister gave no such detail: one shared value, because 10,000 processes may each hold three. */
export const notToldByLister: Probe<never> = Object.freeze(skipped('lister-does-not-tell'))
