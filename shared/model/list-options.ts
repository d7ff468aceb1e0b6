/** Options of the list of all processes. Remembered from one start to the next. */

export const columnIds = [
  'name',
  'pid',
  'parent',
  'started',
  'memory',
  'session',
  'threads',
  'handles',
] as const

export type ColumnId = (typeof columnIds)[number]

export interface Order {
  readonly column: ColumnId
  readonly isDescending: boolean
}

export interface ListOptions {
  /** In the order of `columnIds`, each once; the name is always among them. */
  readonly columns: readonly ColumnId[]
  /** By one of these columns. */
  readonly order: Order
  readonly isTree: boolean
}
