/** A list in JSON, as ConvertTo-Json writes it in one line or in many: each object a block of lines, each value a line. */

/** Of a list within an answer within an array, and so on: what is deeper is about something else. */
const deepest = 4

/** Whatever is no list of objects or texts stays as it is. @param text no longer than what is read of a paste. */
export function jsonAsLines(text: string): string {
  const trimmed = text.trim()
  if (!/^(?:\[[\s\d"'{[]|\{\s*")/.test(trimmed)) return text
  const whole = parsed(trimmed)
  const all = whole === undefined ? textsIn(trimmed) : [whole]
  const blocks = all.flatMap((one) => blocksIn(one, 0))
  return blocks.length === 0 ? text : blocks.join('\n{\n')
}

/** One JSON text a line. */
function textsIn(text: string): readonly unknown[] {
  const found: unknown[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const one = parsed(line)
    if (typeof one !== 'object' || one === null) return []
    found.push(one)
  }
  return found
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The plain values of an object are one block; lists in it are others only where it is no row itself. */
function blocksIn(value: unknown, depth: number): readonly string[] {
  if (depth > deepest) return []
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown) =>
      typeof one === 'string' ? [one] : blocksIn(one, depth + 1),
    )
  }
  if (typeof value !== 'object' || value === null) return []
  const values = Object.entries(value).filter(([, one]) => typeof one !== 'object' || one === null)
  const isRow = values.some(([, one]) => typeof one === 'string')
  const own = values.map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`)
  if (isRow) return [own.join('\n')]
  return Object.values(value).flatMap((one: unknown) => blocksIn(one, depth + 1))
}
