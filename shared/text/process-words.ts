/** Words of a catalogue process. The catalogue's texts, looked up by id. */
import type { TextKey, Words } from './texts.ts'

export interface ProcessWords {
  readonly name: string
  readonly summary: string
  readonly what: string
  readonly ifDisabled: string
  readonly note: string | undefined
}

/** @param id a catalogue process id; a test holds that every one has its texts in every language. */
export function wordsOfProcess(words: Words, id: string): ProcessWords {
  const key = (part: string) => `process.${id}.${part}`
  const noteKey = key('note')
  return {
    name: words.t(key('name') as TextKey),
    summary: words.t(key('summary') as TextKey),
    what: words.t(key('what') as TextKey),
    ifDisabled: words.t(key('ifDisabled') as TextKey),
    note: words.has(noteKey) ? words.t(noteKey) : undefined,
  }
}
