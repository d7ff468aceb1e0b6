/** A scheduled task in the bytes of its file: what it starts, and whether it is enabled. */
import { findElement, readXml } from './read-xml.ts'

export interface TaskDefinition {
  readonly isEnabled: boolean
  /** The first program that it starts, with its arguments; null for a task that starts none. */
  readonly command: string | null
}

/** Windows writes UTF-16 with its mark; others write UTF-8. Null for what is no task. */
export function readTask(bytes: Buffer): TaskDefinition | null {
  const task = readXml(textOf(bytes))
  if (task?.name !== 'Task') return null
  const exec = findElement(task, 'Actions', 'Exec')
  const command = exec && findElement(exec, 'Command')?.text
  const rest = (exec && findElement(exec, 'Arguments')?.text) ?? ''
  return {
    isEnabled: findElement(task, 'Settings', 'Enabled')?.text.toLowerCase() !== 'false',
    command: command === undefined || command === '' ? null : join(command, rest),
  }
}

/** As a command line: what is no more than a path gets the quotes that a task does without. */
function join(command: string, rest: string): string {
  const quoted = /[ \t]/.test(command) && !command.startsWith('"') ? `"${command}"` : command
  return rest === '' ? quoted : `${quoted} ${rest}`
}

function textOf(bytes: Buffer): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) {
    return bytes.toString('utf16le', 2, bytes.length - (bytes.length % 2))
  }
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
