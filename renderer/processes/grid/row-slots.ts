/**
 * Which element of the page each row is drawn in. A row in sight keeps its own. After a jump, when few of them are left,
 * the elements that are there take up the new rows in their order: other words cost less than other elements.
 */

/** @returns the element of each row, by the rows' keys; `kept` stays in its own, for whoever is told of it. */
export type RowSlots = (keys: readonly string[], kept: string | undefined) => readonly number[]

export function createRowSlots(): RowSlots {
  let slotOf: ReadonlyMap<string, number> = new Map()
  let next = 0
  return (keys, kept) => {
    const isJump = keys.filter((key) => slotOf.has(key)).length * 2 < keys.length
    const own = isJump ? new Map([...slotOf].filter(([key]) => key === kept)) : slotOf
    const free = isJump ? [...slotOf].filter(([key]) => key !== kept).map(([, slot]) => slot) : []
    slotOf = new Map(keys.map((key) => [key, own.get(key) ?? free.shift() ?? next++]))
    return [...slotOf.values()]
  }
}
