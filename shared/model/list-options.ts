/** Options of the table of processes. Remembered from one start to the next. */

export const columnIds = [
  'name',
  'pid',
  'cpu',
  'memory',
  'publisher',
  'verdict',
  'path',
  'commandLine',
  'services',
  'parent',
  'started',
  'session',
  'threads',
  'handles',
] as const

export type ColumnId = (typeof columnIds)[number]

export interface Order {
  readonly column: ColumnId
  readonly isDescending: boolean
}

/** Apple's that run; all that Apple lists, running or not; everything that runs. */
export const processLists = ['running', 'apple', 'all'] as const
export type ProcessListId = (typeof processLists)[number]

export const leastColumnPx = 48
export const mostColumnPx = 2000

export interface ListOptions {
  /** As they stand, each once; the name is the first. */
  readonly columns: readonly ColumnId[]
  /** By one of these columns. */
  readonly order: Order
  readonly isTree: boolean
  /** In pixels, of the columns that somebody has made wider or narrower. */
  readonly widths?: Readonly<Partial<Record<ColumnId, number>>> | undefined
  readonly hidesMicrosoft?: boolean | undefined
  readonly list?: ProcessListId | undefined
}
