/** The first line of what the system said: a message is one line. */
export function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}
