/** Entry of `node out/cli.cjs`. Runs the command line on this process's arguments, streams and exit code. */
import { firstLine } from './first-line.ts'
import { runCommandLine } from './run.ts'
import { proxyFromEnvironment } from '../network/environment-proxy.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { readAll, writeTo } from './streams.ts'

runCommandLine(process.argv.slice(2), {
  program: 'node cli.cjs',
  systemLanguage: Intl.DateTimeFormat().resolvedOptions().locale,
  stdout: (text) => writeTo(process.stdout, text),
  stderr: (line) => writeTo(process.stderr, `${line}\n`),
  stdin: () => readAll(process.stdin, 64 * 1024 * 1024),
  isWatched: process.stderr.isTTY,
  // Plain Node cannot ask the system for its proxy: the variables that programs of its kind go by count.
  check: { proxyFor: (host, port) => Promise.resolve(proxyFromEnvironment(host, port)) },
}).then(
  (exitCode) => {
    // Ends at once, even where a helper program hangs.
    process.exit(exitCode)
  },
  async (error: unknown) => {
    const detail = firstLine(error instanceof Error ? error.message : String(error))
    await writeTo(process.stderr, `${wordsIn('en').t('cli.error.internal', { detail })}\n`)
    process.exit(3)
  },
)
