/** Text of two bytes a letter that something has read as one: every second sign is a blank or nothing. */

/** Line by line: the rest of a paste stays as it is. */
export function withoutGaps(text: string): string {
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
