/** How does a long sentence fit a terminal? Broken at blanks; a word that is too long, such as a path, stays whole. */

const width = 96

/** @param indent put before every line. */
export function wrapText(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push(indent + line)
  return lines.join('\n')
}
