/**
 * `npm run doctor -- FILE [--json] [--lang xx]`: what the doctor says of each machine that a file describes in plain
 * words, as test/fixtures/machines/cases.json does. Keys that nobody understands are named on stderr.
 */
import { runnerImport } from 'vite'

const { module } = await runnerImport('./test/fixtures/machines/run-doctor.ts', {
  configFile: false,
  logLevel: 'error',
})
const { text, exitCode, notes = '' } = await module.runDoctor(process.argv.slice(2))
process.exitCode = exitCode
process.stderr.write(notes)
;(exitCode === 0 ? process.stdout : process.stderr).write(text)
