/** A label before what it names, with the language's colon: French has a blank before it. */
import type { Words } from './words.ts'

export function label({ t }: Pick<Words, 't'>, text: string): string {
  return t('text.label', { text })
}
