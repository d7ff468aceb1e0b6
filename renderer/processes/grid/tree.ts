/** Rows as a tree. */
import type { Row } from '../process-rows.ts'

/** A row and its place in the tree. Without a tree all stand on the first level. */
export interface Item {
  readonly row: Row
  /** From 1. */
  readonly level: number
  /** Undefined when it has no children. */
  readonly isExpanded: boolean | undefined
  /** From 1, among the children of one parent. */
  readonly position: number
  readonly siblings: number
  /** Kept only because something below it is shown. */
  readonly isAside: boolean
}

export interface TreeOptions {
  /** In the order in which siblings are to stand. */
  readonly rows: readonly Row[]
  readonly parents: ReadonlyMap<string, Row>
  readonly isCollapsed: (key: string) => boolean
  readonly isAside?: (row: Row) => boolean
}

/** Every row exactly once, unless it lies below a collapsed one. Knows no recursion: a chain may be 10,000 deep. */
const never = () => false

export function buildTree({
  rows,
  parents,
  isCollapsed,
  isAside = never,
}: TreeOptions): readonly Item[] {
  const isThere = new Set(rows.map(({ key }) => key))
  const roots: Row[] = []
  const children = new Map<string, Row[]>()
  for (const row of rows) {
    const parent = parents.get(row.key)
    if (parent === undefined || !isThere.has(parent.key)) {
      roots.push(row)
      continue
    }
    const known = children.get(parent.key)
    if (known === undefined) children.set(parent.key, [row])
    else known.push(row)
  }
  const items: Item[] = []
  const stack: { readonly level: number; readonly rows: readonly Row[]; next: number }[] = [
    { level: 1, rows: roots, next: 0 },
  ]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const row = top.rows[top.next]
    if (row === undefined) {
      stack.pop()
      continue
    }
    top.next += 1
    const below = children.get(row.key)
    const isExpanded = below === undefined ? undefined : !isCollapsed(row.key)
    items.push({
      row,
      level: top.level,
      isExpanded,
      position: top.next,
      siblings: top.rows.length,
      isAside: isAside(row),
    })
    if (below !== undefined && isExpanded)
      stack.push({ level: top.level + 1, rows: below, next: 0 })
  }
  return items
}

/** The found rows and all that they descend from: a match is never without its place in the tree. */
export function withAncestors(
  all: readonly Row[],
  found: readonly Row[],
  parents: ReadonlyMap<string, Row>,
): readonly Row[] {
  const wanted = new Set<string>()
  for (const row of found) {
    let next: Row | undefined = row
    while (next !== undefined && !wanted.has(next.key)) {
      wanted.add(next.key)
      next = parents.get(next.key)
    }
  }
  return all.filter(({ key }) => wanted.has(key))
}
