/** The servers by what they are for, as the view groups them. */
import { isCounted, isTrouble, type ServerRow } from './server-rows.ts'

/** `gone`: what Apple no longer names, whatever it was for. */
const groupNames = [
  'restore',
  'set-up',
  'store',
  'software',
  'certificates',
  'other',
  'gone',
] as const satisfies readonly (ServerRow['endpoint']['use'] | 'gone')[]
export type GroupName = (typeof groupNames)[number]

export interface ServerGroup {
  readonly name: GroupName
  readonly rows: readonly ServerRow[]
  readonly reached: number
  readonly counted: number
  readonly trouble: readonly ServerRow[]
}

export function serverGroups(rows: readonly ServerRow[]): readonly ServerGroup[] {
  return groupNames.flatMap((name): readonly ServerGroup[] => {
    const own = rows.filter(({ endpoint }) => groupOf(endpoint) === name)
    if (own.length === 0) return []
    return [
      {
        name,
        rows: own,
        reached: own.filter(({ facts }) => facts.state === 'ok').length,
        counted: own.filter(isCounted).length,
        trouble: own.filter(isTrouble),
      },
    ]
  })
}

function groupOf({ fate, use }: ServerRow['endpoint']): GroupName {
  return fate.state === 'gone' ? 'gone' : use
}
