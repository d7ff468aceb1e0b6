/** Cells of rows that other programs wrote: texts or numbers, any of them missing. */

export type Row = Readonly<Record<string, unknown>>

/** Longer than any path, name or command that means anything. */
const longestCell = 4096

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A text, also where the engine wrote a number; empty where there is neither.
 * @param column one of this program's own words, so none that every object has
 */
export function textIn(row: Row, column: string): string {
  return textOf(row[column])
}

export function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell.length > longestCell ? '' : cell
  return typeof cell === 'number' && Number.isFinite(cell) ? String(cell) : ''
}

/** The first of several columns that holds a text. */
export function firstTextIn(row: Row, columns: readonly string[]): string {
  for (const column of columns) {
    const text = textIn(row, column)
    if (text !== '') return text
  }
  return ''
}

/** Null where the cell is no whole number from 0 on. */
export function numberOf(cell: unknown): number | null {
  const number =
    typeof cell === 'number'
      ? cell
      : typeof cell === 'string' && /^\d{1,15}$/.test(cell.trim())
        ? Number(cell)
        : NaN
  return Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** An array, also where it stands as JSON in a text; null for everything else. */
export function arrayOf(cell: unknown): readonly unknown[] | null {
  const value = typeof cell === 'string' ? parsed(cell) : cell
  return Array.isArray(value) ? value : null
}

/** An object, also where it stands as JSON in a text; null for everything else. */
export function objectOf(cell: unknown): Row | null {
  const value = typeof cell === 'string' ? parsed(cell) : cell
  return isRow(value) ? value : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
