/**
 * Scheduled tasks out of their files. Many PCs let only an administrator list the folder, while the registry tells
 * everybody the names, and each file says for itself who may read it.
 */
import { readdir } from 'node:fs/promises'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { keysBelow } from '../registry/keys-below.ts'
import { readRegistryValue } from '../registry/registry.ts'
import { takeTurns } from '../../async/turns.ts'
import { pathForWindows, probeForNodeError } from '../files/held-file.ts'
import { readTask, type TaskDefinition } from '../bytes/read-task.ts'
import { readStart } from './startup-folder.ts'

export interface ScheduledTask {
  /** As Task Scheduler shows it: `\Apple\AppleSoftwareUpdate`. */
  readonly path: string
  readonly definition: Probe<TaskDefinition>
}

/** A task file has some kilobytes; one of a megabyte is none. */
const longestTask = 256 * 1024
const deepest = 8
const mostTasks = 2_000

const tree = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree'

/** Windows's own, of which there are hundreds. */
const ownFolder = 'MICROSOFT'

/**
 * @param folder where the task files lie
 * @returns not known where neither the folder nor the registry tells the names
 */
export async function readScheduledTasks(
  folder: string,
  signal: AbortSignal,
): Promise<Probe<readonly ScheduledTask[]>> {
  const [listed, recorded] = await Promise.all([listFiles(folder, signal), listRecorded(signal)])
  if (listed.state !== 'known' && recorded.state !== 'known') return listed
  const paths = new Map<string, string>()
  for (const found of [listed, recorded]) {
    if (found.state !== 'known') continue
    for (const path of found.value) paths.set(path.toUpperCase(), path)
  }
  if (listed.state !== 'known' && paths.size === 0) return listed
  if (paths.size > mostTasks) return failed('too-large')
  const tasks: ScheduledTask[] = []
  for (const path of paths.values()) {
    if (signal.aborted) return skipped('cancelled')
    tasks.push({ path, definition: await readOne(folder + path) })
  }
  return known(tasks)
}

async function readOne(file: string): Promise<Probe<TaskDefinition>> {
  const bytes = await readStart(file, longestTask)
  if (bytes.state !== 'known') return bytes
  const task = readTask(bytes.value)
  return task === null ? failed('unreadable') : known(task)
}

/** Paths below the folder, each with a backslash in front. Links are not followed: they may lead in a ring. */
async function listFiles(folder: string, signal: AbortSignal): Promise<Probe<readonly string[]>> {
  const files: string[] = []
  const open = ['']
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    if (signal.aborted) return skipped('cancelled')
    try {
      const entries = await readdir(pathForWindows(folder + below), { withFileTypes: true })
      for (const entry of entries) {
        const path = `${below}\\${entry.name}`
        if (entry.isFile()) files.push(path)
        else if (entry.isDirectory() && mayEnter(path)) open.push(path)
      }
    } catch (error) {
      const why = probeForNodeError(error)
      // The folder itself decides; one below it may be somebody's own.
      if (below === '')
        return why.state === 'failed' && why.reason === 'file-missing' ? known([]) : why
    }
    if (files.length > mostTasks) return failed('too-large')
  }
  return known(files)
}

function mayEnter(path: string): boolean {
  const parts = path.split('\\').slice(1)
  return parts.length < deepest && parts[0]?.toUpperCase() !== ownFolder
}

async function listRecorded(signal: AbortSignal): Promise<Probe<readonly string[]>> {
  const found: string[] = []
  const open = ['']
  const rest = takeTurns()
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    await rest()
    if (signal.aborted) return skipped('cancelled')
    const names = await keysBelow('HKLM', tree + below, mostTasks, signal)
    if (names.state !== 'known') {
      if (below === '' || names.state === 'skipped') return names
      continue
    }
    for (const name of names.value) {
      await rest()
      if (name === '.' || name === '..') continue
      const path = `${below}\\${name}`
      // A task has an id, a folder none.
      const id = readRegistryValue('HKLM', tree + path, 'Id')
      if (id.state === 'known' && id.value !== null) found.push(path)
      if (mayEnter(path)) open.push(path)
    }
    if (found.length + open.length > mostTasks) return failed('too-large')
  }
  return known(found)
}
