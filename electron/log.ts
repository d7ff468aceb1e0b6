/** The log of unexpected errors. To standard error, one line each; nothing is sent anywhere. */
import { visibleText } from '../shared/text/visible-text.ts'

export function logError(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  // A stack names files, and their names may hold orders to a terminal.
  console.error(`[${where}] ${text.split('\n').map(visibleText).join('\n')}`)
}
