/** Heights of what the grid is made of, in pixels. */

export const headerHeightPx = 36
export const rowHeightPx = 33
/** Name and number, and a second line for the rest. */
export const compactRowHeightPx = 54
