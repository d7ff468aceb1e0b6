/** The bounds of a JSON text, before anything is made of it: how deep, how long its texts, how many values. */

/** A report is about ten deep. */
const deepest = 64
/** In letters: far beyond any text of a report. */
const longestText = 500_000
/** A report of 32 MB has about half a million. */
const mostValues = 2_000_000

export type Excess = 'depth' | 'text' | 'values'

/** @returns what is beyond the bounds; undefined where nothing is. Wrong JSON is left to the parser. */
export function measureJson(json: string): Excess | undefined {
  let depth = 0
  let values = 0
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (code === quote) {
      const end = endOfText(json, at)
      if (end - at > longestText) return 'text'
      at = end
    } else if (code === openBrace || code === openBracket) {
      depth += 1
      values += 1
      if (depth > deepest) return 'depth'
    } else if (code === closeBrace || code === closeBracket) depth -= 1
    else if (code === comma) values += 1
    if (values > mostValues) return 'values'
  }
  return undefined
}

const quote = 0x22
const comma = 0x2c
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** @param from where its first quotation mark is. */
function endOfText(json: string, from: number): number {
  for (let end = json.indexOf('"', from + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0
    while (json.charCodeAt(end - 1 - slashes) === backslash) slashes += 1
    if (slashes % 2 === 0) return end
  }
  return json.length
}
