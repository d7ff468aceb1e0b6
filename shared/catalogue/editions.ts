/** Editions of Apple's list that name a process. */
import type { Edition } from './schemas/catalogue-schema.ts'

export function isListedIn({ core, sync }: Pick<Edition, 'core' | 'sync'>, id: string): boolean {
  return core.includes(id) || sync.includes(id)
}

export function editionsListing(editions: readonly Edition[], id: string): readonly Edition[] {
  return editions.filter((edition) => isListedIn(edition, id))
}
