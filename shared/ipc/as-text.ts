/**
 * Answers as one text on their way to the window. As one text: Electron copies every object of an answer twice, one by
 * one; a text is copied whole.
 */

/** Only for `fromText`. */
export type AsText<T> = string & { readonly holds?: T }

export function asText<T>(answer: T): AsText<T> {
  return JSON.stringify(answer)
}

export function fromText<T>(text: AsText<T>): T {
  return JSON.parse(text) as T
}
