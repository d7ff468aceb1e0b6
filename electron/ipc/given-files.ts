/** Files that are to be opened: chosen, dropped on the window, or given to the program. */
import { resolve } from 'node:path'

/** @param argv what the user wrote behind the program. */
export function filesIn(argv: readonly string[], folder: string): readonly string[] {
  return argv.filter((one) => one !== '' && !one.startsWith('-')).map((one) => resolve(folder, one))
}

let waiting: readonly string[] = []

export function giveFiles(files: readonly string[]): void {
  waiting = files
}

/** Each is opened once. */
export function takeGivenFiles(): readonly string[] {
  const files = waiting
  waiting = []
  return files
}
