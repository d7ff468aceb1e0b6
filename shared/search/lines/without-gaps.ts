/** A paste without what is no text: every second sign of two bytes a letter that were read as one, and a terminal's colours. */

// eslint-disable-next-line no-control-regex -- what a terminal takes for a colour
const colours = /\x1b\[[\d;?]{0,20}[a-z]/gi

export const withoutColours = (text: string): string =>
  text.includes('\x1b') ? text.replace(colours, '') : text

/** Line by line: the rest of a paste stays as it is. */
export function withoutGaps(written: string): string {
  const text = withoutColours(written)
  const whole = text.includes('\0')
    ? text.replace(/^(?:\uFEFF|ÿþ|þÿ)/u, '').replaceAll('\0', '')
    : text
  return /(?:\S ){6}/.test(whole) ? whole.split('\n').map(joined).join('\n') : whole
}

const gapped = /^(?:\S | {2}){6,}\S? ?\r?$/

function joined(line: string): string {
  return line.length < 20_000 && gapped.test(line) && /[a-z] [a-z] /i.test(line)
    ? Array.from({ length: Math.ceil(line.length / 2) }, (_, at) => line[at * 2]).join('')
    : line
}
