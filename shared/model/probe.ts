/**
 * What do we know about one detail, and if nothing: why not?
 *
 * "Could not find out" is never drawn as "no". `reason` is a stable code such as
 * `lister-does-not-tell`; the texts turn it into words (`probeReason.<code>`).
 */
export type Probe<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'denied'; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'skipped'; readonly reason: string }

/** The codes that this version of the program gives. A report of another version may hold others. */
export type ProbeReason = 'lister-does-not-tell' | 'needs-admin' | 'process-ended' | 'not-checked'

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
