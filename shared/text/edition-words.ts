/** Words of the editions of Apple's list. The same in window and reports. */
import { isListedIn } from '../catalogue/editions.ts'
import type { Edition } from '../catalogue/schemas/catalogue-schema.ts'
import type { Words } from './words.ts'

export function editionWords({ t, has }: Words, edition: Edition, id: string): string {
  const name = `edition.${edition.id}.name`
  return t(isListedIn(edition, id) ? 'window.details.inEdition' : 'window.details.notInEdition', {
    edition: has(name) ? t(name) : edition.document,
  })
}
