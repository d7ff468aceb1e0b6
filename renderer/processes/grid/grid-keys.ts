/** Keys of the grid. Arrows, pages, both ends, a first letter; and in the tree in and out of a branch. */
import type { Item } from './tree.ts'

export type KeyStep =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'fold'; readonly key: string; readonly isExpanded: boolean }

/**
 * @param index of the chosen row; -1 when none is, and then `near` is where it was.
 * @returns undefined for a key that means nothing here.
 */
export function stepOf(
  key: string,
  items: readonly Item[],
  index: number,
  {
    near,
    page,
    isTree,
  }: { readonly near: number; readonly page: number; readonly isTree: boolean },
): KeyStep | undefined {
  const last = items.length - 1
  if (last < 0) return undefined
  const go = (to: number): KeyStep => ({ kind: 'go', index: Math.max(0, Math.min(to, last)) })
  const hasNone = index < 0
  switch (key) {
    case 'ArrowDown':
      return go(hasNone ? near : index + 1)
    case 'ArrowUp':
      return go(hasNone ? near : index - 1)
    case 'PageDown':
      return go(hasNone ? near : index + page)
    case 'PageUp':
      return go(hasNone ? near : index - page)
    case 'Home':
      return go(0)
    case 'End':
      return go(last)
    case 'ArrowRight':
    case 'ArrowLeft':
      return isTree && !hasNone ? branchStep(key, items, index) : undefined
    default:
      return key.length === 1 && key !== ' ' ? letterStep(key, items, index) : undefined
  }
}

function branchStep(
  key: 'ArrowRight' | 'ArrowLeft',
  items: readonly Item[],
  index: number,
): KeyStep | undefined {
  const item = items[index]
  if (item === undefined) return undefined
  if (key === 'ArrowRight') {
    if (item.isExpanded === undefined) return undefined
    return item.isExpanded
      ? { kind: 'go', index: index + 1 }
      : { kind: 'fold', key: item.row.key, isExpanded: true }
  }
  if (item.isExpanded === true) return { kind: 'fold', key: item.row.key, isExpanded: false }
  for (let above = index - 1; above >= 0; above -= 1) {
    if ((items[above]?.level ?? 0) < item.level) return { kind: 'go', index: above }
  }
  return undefined
}

/** The next row whose name begins with the letter, from the top again after the last. */
function letterStep(letter: string, items: readonly Item[], index: number): KeyStep | undefined {
  const wanted = letter.toLowerCase()
  const begins = ({ row }: Item) => row.folded.startsWith(wanted)
  const after = items.findIndex((item, at) => at > index && begins(item))
  const found = after < 0 ? items.findIndex(begins) : after
  return found < 0 ? undefined : { kind: 'go', index: found }
}
