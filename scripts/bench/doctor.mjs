/**
 * `node scripts/bench/doctor.mjs`: how long the doctor takes for an answer, for the recorded machines; a process has only one
 * first answer, hence nine of them. As root on Linux they run before everything else on the machine.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleBench } from './bundle.mjs'
import { inCache } from '../project.mjs'

const processes = 9

/** @typedef {{ first: number, second: number, later: readonly number[] }} DoctorTimes In milliseconds. */

/** @returns {Promise<readonly DoctorTimes[]>} one for each process */
export async function measureDoctor() {
  const file = await bundleBench('doctor')
  const facts = inCache('bench/doctor-machines.json')
  execFileSync(process.execPath, [file, 'write', facts])
  const isFirst = process.platform === 'linux' && process.getuid?.() === 0
  return Array.from({ length: processes }, (_, index) => {
    const task = [file, 'read', facts, String(index)]
    const answer = isFirst
      ? execFileSync('chrt', ['-r', '10', process.execPath, ...task], { encoding: 'utf8' })
      : execFileSync(process.execPath, task, { encoding: 'utf8' })
    return JSON.parse(answer)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { first, second, later } of await measureDoctor()) {
    const ms = [first, second, Math.max(...later)].map((one) => one.toFixed(2))
    process.stdout.write(
      `first ${ms[0]}, second ${ms[1]}, worst of ${later.length} later ${ms[2]} ms\n`,
    )
  }
}
