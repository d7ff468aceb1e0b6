/**
 * Rows of a CSV while it is read. Two ways of quoting: RFC 4180 doubles a quote; Fleet writes each cell as a JSON text
 * (`\"` and `\\`), which no reader of RFC 4180 understands. Commas, semicolons, tabs, and
 * osqueryi's own bar.
 */

export interface CsvDialect {
  readonly delimiter: ',' | ';' | '\t' | '|'
  /** Whether cells are JSON texts. */
  readonly isJson: boolean
}

/** By the beginning of the file. Null where it is no table: a table has at least two columns. */
export function readDialect(head: string): CsvDialect | null {
  const text = head.replace(/^sep=.\r?\n/i, '')
  const firstLine = /^[^\r\n]{1,20000}/.exec(text)?.[0] ?? ''
  const delimiter = ([',', ';', '\t', '|'] as const)
    .map((sign) => ({ sign, count: countOutside(firstLine, sign) }))
    .reduce((best, one) => (one.count > best.count ? one : best))
  if (delimiter.count === 0) return null
  // A quote after a backslash that no delimiter follows ends no cell: so the backslash is JSON's.
  const escaped = /\\"[^,;\t\r\n]/.test(text)
  const doubledBackslash = /"[A-Za-z]:\\\\[^\\"]/.test(text)
  const doubledQuote = /[^,;\t\r\n"\\]""[^,;\t\r\n"]/.test(text)
  return { delimiter: delimiter.sign, isJson: (escaped || doubledBackslash) && !doubledQuote }
}

function countOutside(line: string, sign: string): number {
  let count = 0
  let isQuoted = false
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted
    else if (letter === sign && !isQuoted) count += 1
  }
  return count
}

export interface CsvSplitter {
  readonly feed: (text: string) => void
  readonly end: () => void
}

export interface CsvParts {
  readonly onRow: (row: Readonly<Record<string, string>>, at: number) => void
  /** A row whose quotes do not close within `longestRow` letters; its first line is skipped. */
  readonly onBroken: (at: number) => void
}

const longestRow = 1_000_000
const mostColumns = 500

export function createCsvSplitter(dialect: CsvDialect, { onRow, onBroken }: CsvParts): CsvSplitter {
  let rest = ''
  let columns: readonly string[] | null = null
  let rows = 0

  const take = (isEnd: boolean) => {
    let from = 0
    for (;;) {
      const row = readRow(rest, from, dialect, isEnd)
      if (row === null) {
        const isTooLong = rest.length - from > longestRow
        if (!isTooLong && !(isEnd && from < rest.length)) break
        rows += 1
        onBroken(rows)
        const next = rest.indexOf('\n', from)
        if (next < 0) {
          from = rest.length
          break
        }
        from = next + 1
        continue
      }
      from = row.end
      if (row.cells.length === 1 && row.cells[0]?.trim() === '') {
        if (from >= rest.length) break
        continue
      }
      if (columns === null) {
        // `sep=;` holds the delimiter itself.
        if (row.cells.length <= 2 && /^sep=/i.test(row.cells[0] ?? '')) continue
        columns = row.cells.slice(0, mostColumns).map((cell) => cell.trim())
        continue
      }
      rows += 1
      onRow(named(columns, row.cells), rows)
      if (from >= rest.length) break
    }
    rest = rest.slice(from)
  }
  return {
    feed: (text) => {
      rest += text
      take(false)
    },
    end: () => take(true),
  }
}

/** The first column of a name counts: Fleet writes an empty `Host` beside the real one. */
function named(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = Object.create(null) as Record<string, string>
  columns.forEach((column, at) => {
    const cell = cells[at]
    if (column !== '' && cell !== undefined && (row[column] ?? '') === '') row[column] = cell
  })
  return row
}

/** Null where the row has no end yet. */
function readRow(
  text: string,
  from: number,
  { delimiter, isJson }: CsvDialect,
  isEnd: boolean,
): { readonly cells: string[]; readonly end: number } | null {
  const cells: string[] = []
  let at = from
  for (;;) {
    let cell: string
    if (text[at] === '"') {
      const close = isJson ? closeOfJson(text, at + 1) : closeOfRfc(text, at + 1)
      if (close < 0 || (close + 1 >= text.length && !isEnd)) return null
      const inner = text.slice(at + 1, close)
      cell = isJson ? unescaped(inner) : inner.replaceAll('""', '"')
      at = close + 1
    } else {
      const begin = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r')
        at += 1
      if (at >= text.length && !isEnd) return null
      cell = text.slice(begin, at)
    }
    cells.push(cell)
    // What stands between a closing quote and the next delimiter belongs to nobody.
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r')
      at += 1
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    if (at >= text.length) return isEnd ? { cells, end: at } : null
    if (text[at] === '\r') {
      if (at + 1 >= text.length && !isEnd) return null
      at += 1
      if (text[at] !== '\n') return { cells, end: at }
    }
    return { cells, end: at + 1 }
  }
}

function closeOfRfc(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

function closeOfJson(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === 0x22) return at
  }
  return -1
}

function unescaped(inner: string): string {
  if (!inner.includes('\\')) return inner
  try {
    return String(JSON.parse(`"${inner.replace(/\p{Cc}/gu, ' ')}"`))
  } catch {
    return inner
  }
}
