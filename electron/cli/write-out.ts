/** Writing what an action made: into the file of --output, else to standard output. */
import { visibleText } from '../../shared/text/visible-text.ts'
import { writeReport } from '../report/write-report.ts'
import type { ExitCode, Run } from './context.ts'

/** @param done the exit code when it could be written. */
export async function writeOut<Done extends ExitCode>(
  content: string,
  { request, words, context }: Run,
  done: Done,
): Promise<Done | 3> {
  const { output } = request
  if (output === undefined) {
    await context.stdout(content)
    return done
  }
  const written = await writeReport(output, content)
  if (written.ok) return done
  const file = visibleText(output)
  await context.stderr(words.t('cli.error.output', { file, detail: written.failure }))
  // So that it is not lost.
  await context.stdout(content)
  return 3
}
