/** The rows in sight. Only they are in the page, and the chosen one. */
import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { headerHeightPx } from './heights.ts'
import { createRowSlots } from './row-slots.ts'
import type { Item } from './tree.ts'

/** Rows that are drawn before they come into sight. */
const overscan = 3

interface Question {
  readonly scrollerRef: RefObject<HTMLDivElement | null>
  readonly items: readonly Item[]
  /** Where the chosen row stands among the items; -1 where it does not. */
  readonly selected: number
  readonly selectedKey: string | undefined
  readonly rowPx: number
}

export function useVirtualRows({ scrollerRef, items, selected, selectedKey, rowPx }: Question) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range)
      if (selected < 0 || selected >= range.count) return near
      // The chosen row stays in the page: it is what a screen reader is told about.
      if (selected < (near[0] ?? 0)) return [selected, ...near]
      return selected > (near.at(-1) ?? 0) ? [...near, selected] : near
    },
    [selected],
  )
  // eslint-disable-next-line react-hooks/incompatible-library -- what it gives is asked anew with each drawing
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowPx,
    overscan,
    scrollPaddingStart: headerHeightPx,
    scrollMargin: headerHeightPx,
    rangeExtractor,
    useFlushSync: false,
  })

  // Other heights move every row: the chosen one is brought back into sight.
  const lastRowPx = useRef(rowPx)
  useEffect(() => {
    if (lastRowPx.current === rowPx) return
    lastRowPx.current = rowPx
    virtualizer.measure()
    if (selected >= 0) virtualizer.scrollToIndex(selected)
  }, [rowPx, virtualizer, selected])

  const [slotsOf] = useState(createRowSlots)
  const shown = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const item = items[index]
    return item === undefined ? [] : [{ item, index, start }]
  })
  const slots = slotsOf(
    shown.map(({ item }) => item.row.key),
    selectedKey,
  )
  return { virtualizer, shown, slots }
}
