/** Wrapped lines. Broken at blanks; a word that is too long, such as a path, stays whole. */

const width = 96

/**
 * @param indent put before the first line.
 * @param hanging put before the others.
 */
export function wrapText(text: string, indent = '', hanging = indent): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const before = lines.length === 0 ? indent : hanging
    if (line !== '' && before.length + line.length + 1 + word.length > width) {
      lines.push(before + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push((lines.length === 0 ? indent : hanging) + line)
  return lines.join('\n')
}
