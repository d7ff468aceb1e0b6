/**
 * `node scripts/check-intune-line.mjs FILE`: whether what the script for Intune printed is one line that Intune keeps whole,
 * and one PC for the reader of many. Run on Windows by the workflow, in both PowerShells.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inProject, tell } from './project.mjs'

/** What Intune keeps of a script's output. */
const longest = 2_048

const [file = ''] = process.argv.slice(2)
const printed = readFileSync(file, 'utf8')
const lines = printed.split(/\r?\n/).filter((line) => line.trim() !== '')
const [line = ''] = lines
/** @type {string[]} */
const faults = []
if (lines.length !== 1) faults.push(`${lines.length} lines, not one`)
if (line.length >= longest) faults.push(`${line.length} letters: Intune would cut it`)
if (!/^[ -~]*$/.test(line)) faults.push('signs beyond ASCII')
if (/\\\\Users\\\\+(?!_)[^\\"]/i.test(line)) faults.push('a folder of a person')
const { stdout } = run()
const { answered, unreadable } = JSON.parse(stdout)
if (answered !== 1 || unreadable.length > 0) faults.push(`read as ${stdout}`)
if (faults.length > 0) {
  tell(`${faults.join('; ')}\n${printed}`)
  process.exitCode = 1
} else
  tell(`One line of ${line.length} letters, and one PC: ${JSON.stringify(JSON.parse(stdout).pcs)}`)

function run() {
  const command = ['out/cli.cjs', '--open', file, '--format', 'json']
  try {
    return {
      stdout: execFileSync(process.execPath, command, { cwd: inProject(), encoding: 'utf8' }),
    }
  } catch (error) {
    // Exit code 1: something needs attention.
    if (error instanceof Error && 'stdout' in error) return { stdout: String(error.stdout) }
    throw error
  }
}
