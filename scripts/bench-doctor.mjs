/**
 * `node scripts/bench-doctor.mjs`: how long the doctor takes for an answer, for the recorded machines; a process has only one
 * first answer, hence nine of them. As root on Linux they run before everything else on the machine.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { checkCatalogue } from './check-catalogue.mjs'
import { inCache, inProject } from './project.mjs'

const processes = 9

/** @typedef {{ first: number, second: number, later: readonly number[] }} DoctorTimes In milliseconds. */

async function bundle() {
  mkdirSync(inCache('bench'), { recursive: true })
  await build({
    root: inProject(),
    configFile: false,
    logLevel: 'error',
    // As in the program: the catalogue was checked when it was built.
    plugins: [checkCatalogue()],
    json: { namedExports: false, stringify: true },
    ssr: { noExternal: true },
    build: {
      ssr: 'test/bench/doctor.bench.ts',
      target: 'node20',
      outDir: '.cache/bench',
      emptyOutDir: false,
      rolldownOptions: {
        external: [...builtinModules],
        output: { format: 'esm', entryFileNames: 'doctor.mjs', codeSplitting: false },
      },
    },
  })
  return inCache('bench/doctor.mjs')
}

/** @returns {Promise<readonly DoctorTimes[]>} one for each process */
export async function measureDoctor() {
  const file = await bundle()
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
