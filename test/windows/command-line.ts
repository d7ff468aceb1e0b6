/** What does the built command line answer on Windows: which exit code, which words, which report? */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hangGuardMs } from '../../scripts/machine/run.mjs'

export const builtFolder = fileURLToPath(new URL('../../out/', import.meta.url))
const commandLine = join(builtFolder, 'cli.cjs')

export interface Answer {
  readonly exitCode: number | string | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * @param file another copy of the command line than the built one. It finds no koffi then, and asks its helper
 * programs.
 */
export function runCommandLine(args: readonly string[], file = commandLine): Promise<Answer> {
  const env = file === commandLine ? process.env : { ...process.env, NODE_PATH: '' }
  return new Promise((resolve) => {
    // Without `windowsHide`: a node.exe that has no console aborts under Wine.
    const child = execFile(
      process.execPath,
      [file, ...args],
      { timeout: hangGuardMs, env },
      (_error, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? child.signalCode, stdout, stderr })
      },
    )
  })
}

/** The parts of the JSON report that these tests look at, as another program would: by the contract, not by our types. */
export interface JsonReport {
  readonly schemaVersion: number
  readonly lister: string
  readonly machine: { readonly platform: string }
  readonly processes: readonly {
    readonly id: string
    readonly imageName: string
    readonly group: string
    readonly status: string
    readonly instances: readonly { readonly pid: number; readonly name: string }[]
  }[]
}

/** Inspects this PC into a file, as `--format json --output FILE` does. */
export async function inspectInto(file: string): Promise<JsonReport> {
  const answer = await runCommandLine(['--format', 'json', '--output', file])
  // 1 means that something needs attention: a developer's PC may run a retired process.
  if (answer.exitCode !== 0 && answer.exitCode !== 1) {
    throw new Error(`exit code ${answer.exitCode}: ${answer.stderr}`)
  }
  return JSON.parse(await readFile(file, 'utf8')) as JsonReport
}

export function entryOf(report: JsonReport, imageName: string): JsonReport['processes'][number] {
  const entry = report.processes.find((candidate) => candidate.imageName === imageName)
  if (entry === undefined) throw new Error(`${imageName} is not in the report`)
  return entry
}

export function pidsOf(report: JsonReport, imageName: string): readonly number[] {
  return entryOf(report, imageName).instances.map(({ pid }) => pid)
}
