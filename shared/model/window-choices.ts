/** What the window remembers from one start to the next: the entry, what is chosen in it, and how wide things are. */

import type { Walk } from './diagnosis.ts'

/** The entries of the left pane, in their order; the last two stand at its foot. */
export const viewIds = [
  'overview',
  'fix',
  'processes',
  'services',
  'connections',
  'reports',
  'help',
  'settings',
] as const
export type ViewId = (typeof viewIds)[number]

export interface WindowChoices {
  readonly view?: ViewId | undefined
  /** The row that is chosen in Processes: a catalogue id. */
  readonly selectedId?: string | undefined
  /** Of the details pane, in pixels. */
  readonly detailsWidth?: number | undefined
  readonly isPaused?: boolean | undefined
  /** Where somebody is in Fix a problem; null at its beginning. */
  readonly walk?: Walk | null | undefined
}
