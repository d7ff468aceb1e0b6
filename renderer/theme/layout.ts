/** Breakpoints of the window. */

/** Narrower than this the details lie over the list instead of beside it. */
export const narrowQuery = '(max-width: 899px)'
export const narrow = `@media ${narrowQuery}`

/**
 * So low that a standing header would leave no room to read: the whole page scrolls instead. In a narrow window, as at
 * 200 %, the header has more lines.
 */
export const low = '@media (max-height: 339px), (max-height: 519px) and (max-width: 799px)'

export const forcedColors = '@media (forced-colors: active)'
