/** Writing what an action made: into the file of --output, else to standard output. A cut answer is never a success. */
import { visibleText } from '../../shared/text/visible-text.ts'
import { noPlainFile, whyNotWritten } from '../../shared/text/write-words.ts'
import { writeReport } from '../report/write-report.ts'
import type { ExitCode, Run } from './context.ts'

/** @param done the exit code when it could be written. */
export async function writeOut<Done extends ExitCode>(
  content: string,
  { request, words, context }: Run,
  done: Done,
): Promise<Done | 3> {
  const { output } = request
  if (output === undefined) return printOut(content, { words, context }, done)
  const written = await writeReport(output, content)
  if (written.ok) return done
  const file = visibleText(output)
  const detail = whyNotWritten(words, written.failure)
  await context.stderr(
    written.failure === noPlainFile
      ? words.t('cli.error.outputKind', { file })
      : words.t('cli.error.output', { file, detail }),
  )
  // So that it is not lost.
  return printOut(content, { words, context }, 3)
}

export async function printOut<Done extends ExitCode>(
  content: string,
  { words, context }: Pick<Run, 'words' | 'context'>,
  done: Done,
): Promise<Done | 3> {
  const detail = await context.stdout(content)
  // `| head` has seen enough.
  if (detail === null || detail === 'closed') return done
  await context.stderr(words.t('cli.error.stdout', { detail: whyNotWritten(words, detail) }))
  return 3
}
