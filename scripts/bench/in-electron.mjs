/** A measurement in an Electron of its own, whose main file writes what it saw into a file. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inProject } from '../project.mjs'

/** What Chromium is told on a machine that only measures. @param {string} folder for its profile */
export const chromiumArguments = (folder) => [
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  `--user-data-dir=${folder}`,
]

/**
 * @param {string} executable @param {string} app a folder of `test/bench`
 * @param {Readonly<Record<string, string>>} task
 * @returns {Promise<any>} the answer of that app
 */
export async function measureInElectron(executable, app, task) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const answer = join(folder, 'answer.json')
  const child = spawn(executable, [...chromiumArguments(folder), inProject('test/bench', app)], {
    stdio: 'ignore',
    env: { ...process.env, ...task, INSPECTOR_ANSWER: answer },
  })
  await once(child, 'exit')
  const figures = JSON.parse(readFileSync(answer, 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  return figures
}
