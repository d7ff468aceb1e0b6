/** In which order do the groups stand, and which processes does each hold? */
import type { CatalogueProcess, ProcessGroup } from '../../shared/catalogue/schema.ts'

export const groupOrder = ['core', 'sync', 'related'] as const satisfies readonly ProcessGroup[]

export interface Group {
  readonly id: ProcessGroup
  readonly entries: readonly CatalogueProcess[]
}

/** Groups without entries are left out. */
export function inGroups(entries: readonly CatalogueProcess[]): readonly Group[] {
  return groupOrder
    .map((id) => ({ id, entries: entries.filter((entry) => entry.group === id) }))
    .filter((group) => group.entries.length > 0)
}
