/** About what can the window tell: the catalogue's processes, names that look like them, and other programs of Apple's. */
import type { CatalogueProcess } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { ProcessGroup } from '../../shared/model/inspection.ts'
import type { ExaminedProcess, Inspection, LookAlike } from '../../shared/model/inspection.ts'
import { processKey } from '../inspection/process-key.ts'

/** What a row stands for, and the details are about. `id`: the catalogue's, or `pid:…` for what is not in it. */
export type Subject =
  | { readonly kind: 'catalogue'; readonly id: string; readonly entry: CatalogueProcess }
  | {
      readonly kind: 'look-alike'
      readonly id: string
      readonly process: LookAlike
      /** It is shown as it was at the last look that saw it. */
      readonly hasEnded: boolean
    }
  | { readonly kind: 'other-apple'; readonly id: string; readonly process: ExaminedProcess }

type GroupId = ProcessGroup | 'look-alike' | 'other-apple'

const groupOrder = [
  'core',
  'sync',
  'related',
  'look-alike',
  'other-apple',
] as const satisfies readonly GroupId[]

function groupOf(subject: Subject): GroupId {
  return subject.kind === 'catalogue' ? subject.entry.group : subject.kind
}

const lookAlikeSubject = (process: LookAlike, hasEnded: boolean) =>
  ({ kind: 'look-alike', id: processKey(process), process, hasEnded }) as const

/** In the order of the window. @param ended look-alikes that are shown though they have ended */
export function subjectsOf(
  entries: readonly CatalogueProcess[],
  inspected: Pick<Inspection, 'lookAlikes' | 'otherApple'> | undefined,
  ended: readonly LookAlike[] = [],
): readonly Subject[] {
  const lookAlikes = inspected?.lookAlikes ?? []
  const alike = new Set(lookAlikes.map(processKey))
  const others = inspected?.otherApple.state === 'known' ? inspected.otherApple.value : []
  const all: readonly Subject[] = [
    ...entries.map((entry) => ({ kind: 'catalogue', id: entry.id, entry }) as const),
    ...lookAlikes.map((process) => lookAlikeSubject(process, false)),
    ...ended.map((process) => lookAlikeSubject(process, true)),
    // What only looks like one of the catalogue's has its row already.
    ...others
      .filter((process) => !alike.has(processKey(process)))
      .map((process) => ({ kind: 'other-apple', id: processKey(process), process }) as const),
  ]
  return groupOrder.flatMap((id) => all.filter((subject) => groupOf(subject) === id))
}
