/** The views in the order of their tabs. */
import type { TextKey } from '../../shared/text/words.ts'

export const viewIds = ['helpers', 'what-is', 'all', 'connections', 'myths', 'recorder'] as const
export type ViewId = (typeof viewIds)[number]

export const viewNames = {
  helpers: 'window.nav.helpers',
  'what-is': 'window.nav.what-is',
  all: 'window.nav.all',
  connections: 'window.nav.connections',
  myths: 'window.nav.myths',
  recorder: 'recorder.nav',
} as const satisfies Readonly<Record<ViewId, TextKey>>
